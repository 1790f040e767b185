import fc from 'fast-check';
import { expect, test } from 'vitest';

import { rulebookFolder } from '../../src/io/rulebook.ts';
import { isRule, type RulebookFolder } from '../../src/rulebook/folder.ts';
import { type Linted, lintRulebook, rulebookLinter } from '../../src/verify/lint.ts';
import { type Slip, slip } from '../slips.ts';
import { small } from '../cli/harness.ts';

/** The shipped rulebook with the first rule of each step alone. */
function thin(): RulebookFolder {
  const { folder } = rulebookFolder('rules');
  const files = new Map(folder.files);
  for (const [path, source] of folder.files) {
    if (!path.endsWith('/step.yaml')) continue;
    const own = path.replace('step.yaml', '');
    const [first = ''] =
      /[A-Z]+-\d+/u.exec(source.text.slice(source.text.indexOf('\nrules:'))) ?? [];
    for (const other of files.keys())
      if (other.startsWith(own) && other !== path && !other.startsWith(own + first))
        files.delete(other);
    const text = source.text.replace(/^rules:[^]*$/mu, `rules: [${first}]\n`);
    files.set(path, { ...source, text });
  }
  return { ...folder, files };
}

/** All that a command prints is made of: which rules there are, what is wrong and where. */
function told({ value, diagnostics }: Linted): string {
  const rules = value?.rules.map(({ id, editions }) => [id, editions.length]);
  return JSON.stringify(
    [rules, [...(value?.asWritten ?? [])].toSorted(), diagnostics],
    (key, one: unknown) => {
      if (key === 'source') return (one as { readonly name: string }).name;
      return typeof one === 'bigint' ? String(one) : one;
    },
  );
}

/** Something done to one of the files; now and then it goes, or all is as it was. */
interface Edit extends Slip {
  readonly file: number;
  readonly whole: 'no' | 'gone' | 'undone';
}

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(),
  line: fc.nat(),
  kind: fc.nat(),
  at: fc.nat(),
  whole: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'gone', 'undone'),
});

/** The folder after each edit; every text is a new object, as it is when files are read anew. */
function* versions(
  { name, files, parent }: RulebookFolder,
  list: readonly Edit[],
): Generator<RulebookFolder> {
  let now = new Map(files);
  for (const { file, whole, ...where } of list) {
    const paths = [...now.keys()].filter((path) => !path.endsWith('.json'));
    const path = paths[file % paths.length] ?? '';
    const source = now.get(path);
    if (whole === 'undone') now = new Map(files);
    else if (whole === 'gone') now.delete(path);
    else if (source) now.set(path, { ...source, text: slip(source.text, where) });
    const anew = [...now].map(([key, one]) => [key, { ...one }] as const);
    yield { name, files: new Map(anew), ...(parent && { parent }) };
  }
}

test.each([
  ['a small rulebook', () => rulebookFolder(small).folder, 15, 5],
  ['a register', () => rulebookFolder('examples/register').folder, 10, 5],
  ['one with code sets', () => rulebookFolder('examples/code-sets').folder, 10, 5],
  ['the shipped one, a rule a step', thin, 2, 3],
])(
  '%s: after any edits the same is told as of the files by themselves',
  (_, read, numRuns, maxLength) => {
    const folder = read();
    let wrong = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 2, maxLength }), (list) => {
        const lint = rulebookLinter();
        lint(folder);
        for (const version of versions(folder, list)) {
          const found = told(lint(version));
          expect(found).toBe(told(lintRulebook(version)));
          if (found.includes('"severity":"error"')) wrong += 1;
        }
      }),
      { numRuns, seed: 7 },
    );
    expect(wrong).toBeGreaterThan(numRuns / 2);
  },
);

test('a rule that changed is read again, and no other', () => {
  const { folder } = rulebookFolder(small);
  const lint = rulebookLinter();
  const before = lint(folder).value?.rules ?? [];
  const path = before[0]?.rule.entry.path ?? '';
  expect(isRule(path)).toBe(true);
  const source = folder.files.get(path);
  const files = new Map(folder.files).set(path, { name: path, text: `${source?.text ?? ''}\n` });
  const after = lint({ ...folder, files }).value?.rules ?? [];
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.map((rule, index) => rule === before[index])).toEqual(
    before.map((_rule, index) => index !== 0),
  );
});

test.each([
  ['a limit', 'longestTerm', 'value: 60', 'value: 72', ['L01']],
  ['a limit behind a definition', 'monthsOfAYear', 'value: 12', 'value: 13', ['L06']],
  ['what it counts', 'monthsOfAYear', 'unit: months', 'unit: days', 'all'],
])('%s: the rules that hang on it are typed again', (_, parameter, old, by, expected) => {
  const { folder } = rulebookFolder('docs/leasing');
  const lint = rulebookLinter();
  const before = lint(folder).value?.rules ?? [];
  const path = `parameters/${parameter}.yaml`;
  const source = folder.files.get(path);
  const text = source?.text.replace(old, by) ?? '';
  expect(text).not.toBe(source?.text);
  const files = new Map(folder.files).set(path, { name: source?.name ?? '', text });
  const after = lint({ ...folder, files });
  expect(told(after)).toBe(told(lintRulebook({ ...folder, files })));
  const again = before.filter((rule) => !after.value?.rules.includes(rule)).map(({ id }) => id);
  expect(again).toEqual(expected === 'all' ? before.map(({ id }) => id) : expected);
});
