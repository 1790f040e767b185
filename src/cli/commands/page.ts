import { sayIn } from '../../base/language.ts';
import { writeText } from '../../io/write.ts';
import { shellWords } from '../../words/desk/shell.ts';
import { dayOf, readCall, UsageError } from '../call.ts';
import { type ExitCode, print } from '../console.ts';
import { keepNow } from '../keep.ts';
import { complainsOfCases, keptManualCases } from '../manual-cases.ts';
import { builtPageProgram, pageOf } from '../page-file.ts';
import { soundRulebook } from '../sound.ts';
import { today } from '../today.ts';

export const help = `shouze page [--out FILE]  生成检查台页面：单个 HTML 文件，离线可用 / write the desk as one HTML file that works offline

  双击打开，或放到任意静态站点；卷宗只在本机浏览器中处理，不会上传
       / opens by a double click or from any static host; files stay in the browser
  --out FILE      默认 shouze.html / default shouze.html
  --as-of DAY     制作日，默认今天；此后规则有已知变动的，页面打开时提示
                  / the day it is made, today unless given; the page tells of known changes after it
  --expires DAY   使用期限，过后页面打开时提示 / the last day of its use, after which the page says so
  --draft         校验示例未通过也生成，手册中一并印出草拟的规则，每个视图和下载文件名标“草稿”
                  / in spite of cases that fail, with rules that are drafts in its manual; DRAFT on every view and download
  --rulebook DIR  --lang LANG
`;

/** Writes the page of a rulebook, which has to be without errors. */
export async function page(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    'as-of': { type: 'string' },
    expires: { type: 'string' },
    draft: { type: 'boolean' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length > 0)
    throw new UsageError(
      'shouze page 不接受文件，请用 --out 给出写到哪里 / takes no files: --out says where it is written',
    );
  const [asOf, expires] = [dayOf(call, 'as-of'), dayOf(call, 'expires')];
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const made = asOf ?? today(loaded.program);
  if (expires !== undefined && expires < made)
    throw new UsageError(
      `--expires ${expires}：早于制作日 ${made} / is before ${made}, the day on which the page is made`,
    );
  const cases = keptManualCases(loaded);
  keepNow();
  const isDraft = call.flag('draft');
  if (!isDraft && complainsOfCases(cases, loaded.program, 'page', loaded.language)) return 1;
  const built = builtPageProgram();
  if (!built)
    throw new UsageError(
      '页面程序尚未构建，请先运行 npm run build / the page’s program is not built: run npm run build first',
    );
  const out = call.text('out') ?? 'shouze.html';
  const days = { made, ...(expires !== undefined && { expires }) };
  const html = pageOf(loaded, built, { days, cases, isDraft });
  writeText(out, html);
  print(sayIn(shellWords, loaded.language).written(out, (html.length / 1_000_000).toFixed(1)));
  return 0;
}
