#!/bin/sh
# 规则库的改动要查什么：在任何机器上 / what is asked of a change to a rulebook, on any machine
#
#   sh ci/shouze.sh origin/main
#
# SHOUZE_RULEBOOK  规则库文件夹 / folder of the rulebook            {{rulebook}}
# SHOUZE_OUT       结果文件夹 / folder of the results                shouze-out
# SHOUZE_FORGE     github：把问题标在代码行上 / annotations of GitHub
# SHOUZE_BOOK      存量卷宗，写入评论“谁受影响” / dossiers: who is hit, in the comment
# SHOUZE_PROVE=1   求证断言和没有定论的（须装 z3-solver）/ claims, and what is open, are asked of a solver (needs z3-solver)
# SHOUZE_LANG      zh 或 en / zh or en                                zh
# SHOUZE           命令 / the command                                 shouze
set -u

base=${1:?基准版本 / the revision to compare with: sh ci/shouze.sh origin/main}
rulebook=${SHOUZE_RULEBOOK:-{{rulebook}}}
out=${SHOUZE_OUT:-shouze-out}
lang=${SHOUZE_LANG:-zh}
worst=0

shouze() {
  command ${SHOUZE:-shouze} "$@" --rulebook "$rulebook" --lang "$lang"
}

# 退出码达到第一个数才算不通过 / an exit code from the first number on is a failure
need() {
  limit=$1
  shift
  echo "== shouze $*"
  code=0
  shouze "$@" || code=$?
  if [ "$code" -ge "$limit" ]; then worst=1; fi
}

# 从分叉处比起，不算别人合入的改动 / from where the branch began, not what others merged since
if fork=$(git merge-base "$base" HEAD 2>/dev/null); then base=$fork; fi
mkdir -p "$out" || exit 2

# 警告不挡合并 / warnings block nothing
need 2 lint
shouze lint --format gitlab >"$out/lint.gitlab.json"
shouze lint --format sarif >"$out/lint.sarif"

need 1 test --since "$base"
shouze test --since "$base" --format junit >"$out/test.junit.xml"

# 全局断言 / claims about the whole rulebook
if [ -n "${SHOUZE_PROVE:-}" ]; then need 1 verify --claims; fi

# 版本没有相应变动即不通过 / fails where the version does not say so
set -- diff "$base"
if [ -n "${SHOUZE_PROVE:-}" ]; then set -- "$@" --prove; fi
if [ -n "${SHOUZE_BOOK:-}" ]; then
  need 1 "$@" --on "$SHOUZE_BOOK" --format md --out "$out/comment.md"
else
  need 1 "$@" --format md --out "$out/comment.md"
fi
shouze diff "$base" --format docx --out "$out/新旧对照表.docx" 2>/dev/null

if [ "${SHOUZE_FORGE:-}" = github ]; then
  shouze lint --format github
  shouze test --since "$base" --format github
  shouze diff "$base" --format github
fi

exit "$worst"
