import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { expect, test } from 'vitest';

import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { type OpenRulebook, rulebooks } from '../../src/cli/language-server/rulebooks.ts';
import type { Problems } from '../../src/words/messages/messages.ts';

const told = (all: readonly Diagnostic<Problems>[]) =>
  all.map(({ code, severity, span: { source, start, end } }) => [
    code,
    severity,
    source.name,
    start,
    end,
  ]);

function opened(folder: string, texts: ReadonlyMap<string, string>) {
  const books = rulebooks((path) => texts.get(path));
  const book = books.of(join(folder, 'rulebook.yaml'));
  if (!book) throw new Error(`${folder} is no rulebook`);
  return { books, book };
}

const errorsIn = (all: ReturnType<OpenRulebook['atOnce']>) =>
  all?.filter(({ severity }) => severity === 'error').map(({ code }) => code);

test.each([
  [
    'docs/leasing',
    [
      ['definitions.yaml', 'rent * months', 'rent * month', ['feel/unknown-name']],
      ['definitions.yaml', 'rent * months', 'months', []],
      ['parameters/longestTerm.yaml', 'unit: months', 'unit: money', []],
      ['parameters/longestTerm.yaml', 'value: 48', 'value: x', ['rulebook/wrong-type']],
      ['lease.schema.json', '"x-unit": "months"', '"x-unit": "years"', []],
      ['rulebook.yaml', 'currency: EUR', 'curency: EUR', ['rulebook/unknown-key']],
    ],
  ],
  ['rules', [['parameters/acceptanceWorkingDays.yaml', 'unit: working-days', 'unit: months', []]]],
] as const)(
  '%s: what was told at once of a change makes no difference to all that is told',
  (name, edits) => {
    const folder = resolve(name);
    const texts = new Map<string, string>();
    const { books, book } = opened(folder, texts);
    const before = told(book.diagnostics());
    for (const [file, old, by, codes] of edits) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      expect(text).toContain(old);
      texts.set(path, text.replace(old, by));
      books.changed(path);
      expect(errorsIn(book.atOnce())).toEqual(codes);
      expect(told(book.diagnostics())).toEqual(told(opened(folder, texts).book.diagnostics()));
      texts.delete(path);
      books.changed(path);
      expect(told(book.diagnostics())).toEqual(before);
    }
  },
  120_000,
);
