import type { Source } from '../../src/base/source.ts';
import { diffOf, type Read, type RulebookDiff } from '../../src/diff/diff.ts';
import { diffReport } from '../../src/diff/report.ts';
import type { DiffReport } from '../../src/diff/format.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';

/** A file that passes, and cases of the rule under test. */
export const extra: Readonly<Record<string, string>> = {
  'dossiers/plain.yaml': `id: R-1
product: A
day: 2024-05-06
amount: 150
price: 1000
kind: X
agreed: true
checked: true
acts:
  - { what: DECIDED, at: 2024-05-06T10:00:00+08:00, who: S-1, post: MANAGER }
`,
  'stages/work/decide/TST-001-under-test.cases.yaml': `base: plain
cases:
  - title: { en: At the limit }
    with: { amount: 200 }
    expect: pass
  - title: { en: Above it }
    with: { amount: 200.01 }
    expect: fail
`,
};

/** An edit of a file: what it says, and what it is to say. */
export type Edits = Readonly<Record<string, readonly [from: string, to: string]>>;

export const paths = {
  rule: 'stages/work/decide/TST-001-under-test.yaml',
  step: 'stages/work/decide/step.yaml',
  limit: 'parameters/limit.yaml',
  source: 'sources/T-1.md',
  schema: 'schemas/request.schema.json',
  manifest: 'rulebook.yaml',
  band: 'tables/band.yaml',
  definitions: 'definitions.yaml',
};

const files = new Map([
  ...[...rulebookFolder('tests/evaluate/fixture').folder.files].map(
    ([path, { text }]) => [path, text] as const,
  ),
  ...Object.entries(extra),
]);

export function readWith(edits: Edits): Read {
  const texts = new Map(files);
  for (const [path, [from, to]] of Object.entries(edits)) {
    const text = texts.get(path) ?? '';
    if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
    texts.set(
      path,
      text.replace(from, () => to),
    );
  }
  const sources = [...texts].map(([path, text]): [string, Source] => [path, { name: path, text }]);
  const { value, diagnostics } = readRulebook({ name: 'fixture', files: new Map(sources) });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!value || errors.length > 0)
    throw new Error(JSON.stringify(errors.map(({ code, params }) => ({ code, params }))));
  return { program: value, digest: '' };
}

/** The small rulebook before and after edits, on a day of 2024. */
export function diffWith(after: Edits, before: Edits = {}): RulebookDiff {
  const options = { languages: ['en', 'zh'], asOf: '2024-06-30' };
  return diffOf(readWith(before), readWith(after), options);
}

/** A line for each change and each rule that may judge otherwise, and what the version is to do. */
export function linesOf(report: DiffReport): readonly string[] {
  return [
    ...report.changes.map(({ thing, id, act, part, from, standing, weight }) =>
      [thing, id, act, part, from, standing, weight].filter((one) => one !== undefined).join(' '),
    ),
    ...report.schemas.map(({ path, does, what }) => `schema ${path} ${does} ${what}`),
    ...report.rules.map(({ id, effect }) => `-> ${id} ${effect}`),
    report.version.calls,
  ];
}

export function reportWith(after: Edits, before: Edits = {}): DiffReport {
  return diffReport(diffWith(after, before));
}
