import { sayIn } from '../../base/language.ts';
import { writeText } from '../../io/write.ts';
import { shellWords } from '../../words/desk/shell.ts';
import { readCall, UsageError } from '../call.ts';
import { type ExitCode, print } from '../console.ts';
import { builtPageProgram, pageOf } from '../page-file.ts';
import { soundRulebook } from '../sound.ts';

export const help = `shouze page [--out FILE]  生成检查台页面：单个 HTML 文件，离线可用 / write the desk as one HTML file that works offline

  双击打开，或放到任意静态站点；卷宗只在本机浏览器中处理，不会上传
       / opens by a double click or from any static host; files stay in the browser
  --out FILE      默认 shouze.html / default shouze.html
  --rulebook DIR  --lang LANG
`;

/** Writes the page of a rulebook, which has to be without errors. */
export async function page(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {});
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length > 0)
    throw new UsageError(
      'shouze page 不接受文件，请用 --out 给出写到哪里 / takes no files: --out says where it is written',
    );
  const built = builtPageProgram();
  if (!built)
    throw new UsageError(
      '页面程序尚未构建，请先运行 npm run build / the page’s program is not built: run npm run build first',
    );
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const out = call.text('out') ?? 'shouze.html';
  const html = pageOf(loaded, built);
  writeText(out, html);
  print(sayIn(shellWords, loaded.language).written(out, (html.length / 1_000_000).toFixed(1)));
  return 0;
}
