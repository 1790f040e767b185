import type { Fix } from '../base/diagnostic.ts';

/** What a writer did that YAML cannot read: where, by which reason, and what to write instead where that is certain. */
export interface YamlSlip {
  readonly reason: YamlSlipReason;
  readonly start: number;
  readonly end: number;
  readonly fix?: Fix;
}

export type YamlSlipReason =
  | 'conflict marker'
  | 'full-width colon'
  | 'full-width dash'
  | 'other blanks'
  | 'no blank behind the colon'
  | 'no blank behind the dash'
  | 'open quote'
  | 'open bracket'
  | 'text to be quoted';

/** On one line: where in it the slip is, and what belongs there. */
interface Slip {
  readonly reason: YamlSlipReason;
  readonly form: RegExp;
  readonly meant?: (found: string) => string;
}

const key = String.raw`^[ ]*(?:- )?[A-Za-z_][\w.-]*`;

const slips: readonly Slip[] = [
  { reason: 'conflict marker', form: /^(?<found><{7}|={7}$|>{7})/u },
  { reason: 'other blanks', form: /^ *(?<found>[\u00A0\u2000-\u200B\u3000]+)/u },
  { reason: 'full-width dash', form: /^ *(?<found>[－—–] ?)/u, meant: () => '- ' },
  {
    reason: 'full-width colon',
    form: new RegExp(`${key}(?<found>： ?)`, 'u'),
    meant: () => ': ',
  },
  {
    reason: 'no blank behind the dash',
    form: /^ *(?<found>-)[A-Za-z_][\w.-]*:(?: |$)/u,
    meant: () => '- ',
  },
  {
    reason: 'no blank behind the colon',
    form: new RegExp(`${key}(?<found>:)(?=[^\\s:/])`, 'u'),
    meant: () => ': ',
  },
  {
    reason: 'open quote',
    form: new RegExp(`${key}: +(?<found>"(?:[^"\\\\]|\\\\.)*|'[^']*)$`, 'u'),
  },
  {
    reason: 'open bracket',
    form: new RegExp(`${key}: +(?<found>\\[[^\\][{}#]*|\\{[^{}#]*)(?: #.*)?$`, 'u'),
  },
  {
    reason: 'text to be quoted',
    form: new RegExp(
      `${key}: +(?<found>[^\\s"'[{|>&*!@%\`#].*?: .*|(?:"[^"]*"|'[^']*'|\\[[^\\]]*\\]|\\{[^}]*\\})[^\\s,#].*|(?:"[^"]*"|'[^']*') +[^\\s#].*|[!@%\`].*|[|>][^\\s\\d+-].*)$`,
      'u',
    ),
    meant: quoted,
  },
];

/** In quotes, as a text that may hold anything. */
function quoted(text: string): string {
  return `'${text.trimEnd().replaceAll("'", "''")}'`;
}

/**
 * The slip behind a text that is no YAML, on the line where the reader stopped or on the last that it read.
 *
 * The reader takes a line without a colon for a text that goes on, and stops at the next key.
 */
export function yamlSlipIn(text: string, at: number): YamlSlip | undefined {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(0, start).trimEnd();
  return (
    slipOn(lineAt(text, before.lastIndexOf('\n') + 1), before.lastIndexOf('\n') + 1, 'before') ??
    slipOn(lineAt(text, start), start, 'here')
  );
}

function lineAt(text: string, start: number): string {
  return /^[^\r\n]*/u.exec(text.slice(start))?.[0] ?? '';
}

function slipOn(line: string, from: number, which: 'before' | 'here'): YamlSlip | undefined {
  for (const { reason, form, meant } of slips) {
    // a line that was read is not to be quoted for what stands on the next
    if (which === 'before' && reason === 'text to be quoted') continue;
    const found = form.exec(line)?.groups?.['found'];
    if (found === undefined) continue;
    const start = from + line.indexOf(found);
    const end = start + found.length;
    return { reason, start, end, ...(meant && { fix: { start, end, text: meant(found) } }) };
  }
  return undefined;
}
