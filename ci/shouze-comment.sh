#!/bin/sh
# 把对照写成合并请求的一条评论，再次运行时改写这一条 / the comparison as one comment of a merge request, written anew when run again
#
#   sh ci/shouze-comment.sh github|gitlab|gitee shouze-out/comment.md
#
# SHOUZE_TOKEN  能写评论的令牌；没有则不写 / a token that may comment; without it nothing is written
# 要 / needs: curl、node
set -eu

forge=$1
file=$2
mark='<!-- shouze -->'

if [ -z "${SHOUZE_TOKEN:-}" ]; then
  echo '没有 SHOUZE_TOKEN，不写评论 / no SHOUZE_TOKEN, no comment is written'
  exit 0
fi

# list：这个请求的评论；one：一条评论；change：改写所用 / its comments, one of them, how one is changed
case $forge in
github)
  repository="$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues"
  list="$repository/$SHOUZE_REQUEST/comments" one="$repository/comments" change=PATCH
  auth="header = \"Authorization: Bearer $SHOUZE_TOKEN\""
  ;;
gitlab)
  list="$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests/$CI_MERGE_REQUEST_IID/notes"
  one=$list change=PUT
  auth="header = \"PRIVATE-TOKEN: $SHOUZE_TOKEN\""
  ;;
gitee)
  # 仓库的路径取自远端地址 / the path of the repository is that of its remote
  path=$(git remote get-url origin | sed -E 's#\.git$##; s#^.*[:/]([^/:]+/[^/]+)$#\1#')
  repository="${GITEE_API_URL:-https://gitee.com/api/v5}/repos/$path/pulls"
  list="$repository/$GITEE_PULL_ID/comments" one="$repository/comments" change=PATCH
  auth=
  ;;
*)
  echo "没有这一种 / there is no such forge: $forge" >&2
  exit 2
  ;;
esac

# 令牌从标准输入给 curl，不出现在进程列表里 / curl is handed the token where no list of processes shows it
call() {
  printf '%s\n' "$auth" | curl --silent --show-error --fail --config - \
    --header 'Content-Type: application/json' "$@"
}

comments() {
  if [ "$forge" = gitee ]; then
    printf 'data-urlencode = "access_token=%s"\n' "$SHOUZE_TOKEN" |
      curl --silent --show-error --fail --get --config - "$list?per_page=100&page=$1"
  else
    call "$list?per_page=100&page=$1"
  fi
}

# 评论有长度限制 / comments may not be longer
body=$(mktemp)
trap 'rm -f "$body"' EXIT
FORGE=$forge node -e '
  const [, file, mark] = process.argv;
  const text = fs.readFileSync(file, "utf8");
  const most = 60000;
  const shown = text.length > most ? text.slice(0, most) + "\n\n…\n" : text;
  const token = process.env.FORGE === "gitee" ? { access_token: process.env.SHOUZE_TOKEN } : {};
  process.stdout.write(JSON.stringify({ ...token, body: mark + "\n" + shown }));
' "$file" "$mark" >"$body"

# 一页一百条，一页一页地找 / a hundred to a page, page by page
page=1 id=more
while [ "$id" = more ]; do
  id=$(comments $page | node -e '
    const all = JSON.parse(fs.readFileSync(0, "utf8"));
    const own = all.find(({ body }) => (body ?? "").startsWith(process.argv[1]));
    process.stdout.write(String(own?.id ?? (all.length === 100 ? "more" : "")));
  ' "$mark")
  page=$((page + 1))
done

if [ -n "$id" ]; then
  call --request "$change" --data "@$body" "$one/$id" >/dev/null
else
  call --request POST --data "@$body" "$list" >/dev/null
fi
