import { noted } from '../../src/base/diagnostic.ts';
import type { SourceDocument } from '../../src/rulebook/ast.ts';
import type { RulebookProblems } from '../../src/rulebook/problems.ts';
import { sourceDocument } from '../../src/rulebook/source-document.ts';

/** A source in Chinese with clauses as they are written, and days such as `from: 2020-01-01`. */
export function source(
  id: string,
  kind: SourceDocument['kind'],
  days: string,
  clauses: readonly string[],
): SourceDocument {
  const head = `source: ${id}\ntitle: { zh: ${id} }\nkind: ${kind}\nconfidence: OWN\n${days}\n`;
  const text = `# 甲\n\n\`\`\`yaml\n${head}\`\`\`\n\n${clauses.join('\n\n')}\n`;
  const to = noted<RulebookProblems>();
  const document = sourceDocument('sources/x.md', { name: 'x.md', text }, ['zh'], to);
  if (!document) throw new Error(to.diagnostics.map(({ code }) => code).join(', '));
  return document;
}
