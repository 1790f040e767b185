import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Language } from '../base/language.ts';
import { packageRoot } from '../io/rulebook.ts';

/** The pages of `docs/codes`, in a checkout and in an installed package alike. */
const pages: string = join(packageRoot, 'docs', 'codes');

/** The page of a diagnostic's code, in Chinese or in English; nothing where it is no code. */
export function codePage(code: string, language: Language): string | undefined {
  if (!/^[a-z]+\/[a-z-]+$/u.test(code)) return undefined;
  const page = join(pages, `${code}.md`);
  if (!existsSync(page)) return undefined;
  const [chinese = '', english = ''] = readFileSync(page, 'utf8').split('\n## In English\n');
  if (language === 'zh') return `${chinese.trim()}\n`;
  const at = chinese.indexOf('\n## 错误示例');
  const examples = at < 0 ? '' : chinese.slice(at);
  const shown = examples.replace('## 错误示例', '## Wrong').replace('## 正确示例', '## Right');
  return `# ${code}\n\n${english.trim()}\n${shown.trimEnd()}\n`;
}
