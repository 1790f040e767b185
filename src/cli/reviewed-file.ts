import { join } from 'node:path';

import { writeText } from '../io/write.ts';
import type { ReviewedFile } from '../rulebook/files.ts';

/** A line a clause, in their order, so that a change shows as the line that it is. */
export function writeReviews(folder: string, reviewed: ReviewedFile['reviewed']): void {
  const lines = Object.entries(reviewed)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([clause, { on, ...review }]) => {
      const { digest, rules, ...more } = review;
      const parts = Object.entries({ digest, rules }).flatMap(([key, text]) =>
        text === undefined ? [] : [`${key}: "${text}"`],
      );
      const said = Object.entries(more).map(([key, text]) => `${key}: ${JSON.stringify(text)}`);
      return `  ${JSON.stringify(clause)}: { ${[...parts, `on: ${on}`, ...said].join(', ')} }\n`;
    });
  const body = lines.length === 0 ? 'reviewed: {}\n' : `reviewed:\n${lines.join('')}`;
  writeText(join(folder, 'reviewed.yaml'), `${heading}${body}`);
}

const heading = `# 由 shouze trace --accept、--reviews 和 shouze sources check --accept 生成：各条款最近一次与规则对照复核时条款和规则的摘要、日期、核对人和意见
# made by shouze trace --accept and --reviews and by shouze sources check --accept: as which text, and with which rules, each clause was last compared, when and by whom
`;
