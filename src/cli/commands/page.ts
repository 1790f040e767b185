import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { gzipSync } from 'fflate';

import { inLanguage, sayIn } from '../../base/language.ts';
import { packedFolder, type RulebookPack } from '../../desk/pack.ts';
import { packageRoot, rulebookFolder } from '../../io/rulebook.ts';
import { writeText } from '../../io/write.ts';
import { pageHtml } from '../../web/shell/page-html.ts';
import { shellWords } from '../../words/desk/shell.ts';
import { readCall, UsageError } from '../call.ts';
import { type ExitCode, print } from '../console.ts';
import { stampOfEngine } from '../kept.ts';
import { engineVersion, soundRulebook } from '../sound.ts';

export const help = `shouze page --out FILE  生成检查台页面：单个 HTML 文件，离线可用 / write the desk as one HTML file that works offline

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
  const parts = builtParts();
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, digest, language } = loaded;
  const { folder } = rulebookFolder(loaded.folder);
  const pack: RulebookPack = { engine: engineVersion(), digest, folder: packedFolder(folder) };
  const words = sayIn(shellWords, language);
  const out = call.text('out') ?? 'shouze.html';
  const html = pageHtml({
    ...parts,
    title: `${words.name} · ${inLanguage(program.rulebook.manifest.data.title, language)}`,
    language,
    worker: packed(parts.worker),
    rulebook: packed(JSON.stringify(pack)),
    noScript: words.noScript,
    sha256: (text) => createHash('sha256').update(text, 'utf8').digest('base64'),
  });
  writeText(out, html);
  print(words.written(out, (html.length / 1_000_000).toFixed(1)));
  return 0;
}

/** What `npm run build` made for pages of these very sources. */
function builtParts() {
  const folder = join(packageRoot, 'dist', 'page');
  const stamp = join(packageRoot, 'dist', 'stamp');
  const isBuilt = existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOfEngine();
  if (!isBuilt)
    throw new UsageError(
      '页面程序尚未构建，请先运行 npm run build / the page’s program is not built: run npm run build first',
    );
  const part = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { script: part('page.js'), style: part('page.css'), worker: part('worker.js') };
}

/** Base64 of gzip; the same text gives the same on every machine. */
function packed(text: string): string {
  const bytes = gzipSync(new TextEncoder().encode(text), { level: 9, mtime: 0 });
  return Buffer.from(bytes).toString('base64');
}
