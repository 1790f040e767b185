import type { CaseFile, Expectation } from '../rulebook/files.ts';
import { scalarKind, type Yaml } from '../yaml/tree.ts';
import type { Dispute } from './dispute.ts';

/** What an inspector says of a verdict. */
export interface Objection {
  readonly expect: Expectation;
  readonly why: string;
  readonly answer: CaseFile['answer'];
}

/** A dispute as an entry of the `cases` of a cases file. */
export function printCase(dispute: Dispute, { expect, why, answer }: Objection): string {
  const { says, element, without, malformed } = dispute;
  const title = why.replaceAll(/\s+/gu, ' ').trim();
  return [
    '  - title:',
    `      zh: ${quoted(`争议：${title}`)}`,
    `      en: ${quoted(`Disputed: ${title}`)}`,
    ...fileLines({ with: dispute.with, without, malformed, element, answer }),
    `    dispute: { says: ${says}, why: ${quoted(title)} }`,
    expectLine(expect),
    '',
  ].join('\n');
}

/** What a case says of its file. */
export interface PrintedFile {
  readonly base?: string | undefined;
  readonly with: ReadonlyMap<string, Yaml>;
  readonly without: readonly string[];
  readonly malformed: readonly string[];
  readonly element: string | undefined;
  readonly answer: CaseFile['answer'];
}

export function fileLines({
  base,
  with: given,
  without,
  malformed,
  element,
  answer,
}: PrintedFile): readonly string[] {
  return [
    ...(base === undefined ? [] : [`    base: ${quoted(base)}`]),
    ...(given.size > 0 ? ['    with:'] : []),
    ...[...given].flatMap(([path, value]) => valueOf(path, value)),
    ...(without.length > 0 ? [`    without: [${without.map(quoted).join(', ')}]`] : []),
    ...(malformed.length > 0 ? [`    malformed: [${malformed.map(quoted).join(', ')}]`] : []),
    ...(element === undefined ? [] : [`    element: ${quoted(element)}`]),
    ...(answer === undefined ? [] : [`    answer: ${answer}`]),
  ];
}

export function expectLine(expect: Expectation): string {
  return `    expect: ${told(expect)}`;
}

export function dayLines(days: ReadonlyMap<string, Expectation>): readonly string[] {
  return ['    days:', ...[...days].map(([day, expect]) => `      ${day}: ${told(expect)}`)];
}

function told(expect: Expectation): string {
  return typeof expect === 'string'
    ? expect
    : `{ cannot-tell: [${expect['cannot-tell'].map(quoted).join(', ')}] }`;
}

/** A list of records has a line for each. */
function valueOf(path: string, value: Yaml): readonly string[] {
  if (value.kind !== 'list' || value.items.every(({ kind }) => kind === 'text'))
    return [`      ${path}: ${flow(value)}`];
  return [`      ${path}:`, ...value.items.map((item) => `        - ${flow(item)}`)];
}

function flow(yaml: Yaml): string {
  switch (yaml.kind) {
    case 'text':
      return scalarKind(yaml) === 'text' ? quoted(yaml.text) : yaml.text;
    case 'list':
      return `[${yaml.items.map(flow).join(', ')}]`;
    case 'map':
      return yaml.entries.length === 0
        ? '{}'
        : `{ ${yaml.entries.map(({ key, value }) => `${key.text}: ${flow(value)}`).join(', ')} }`;
  }
}

/** A text in quotes where YAML would take it for something else; JSON's quotes are YAML's. */
export function quoted(text: string): string {
  return /^[A-Za-z][\w.-]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text)
    ? text
    : JSON.stringify(text);
}
