import { describe, expect, test } from 'vitest';

import type { Source } from '../../src/base/source.ts';
import { positionOf, textOf } from '../../src/base/source.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { readRulebook } from '../../src/program/read.ts';
import { releaseProblems } from '../../src/rulebook/release.ts';

const { files } = rulebookFolder('tests/manual/fixture').folder;
const manifest = 'rulebook.yaml';
const rule = (id: string) => `stages/lending/assessment/${id}.yaml`;

/** What `--release` says when texts of the files are replaced; each text stands there. */
function said(...changes: readonly (readonly [string, RegExp, string])[]): readonly string[] {
  const all = new Map<string, Source>(files);
  for (const [path, from, to] of changes) {
    const text = all.get(path)?.text ?? '';
    if (!from.test(text)) throw new Error(`${path} lacks ${from}`);
    all.set(path, { name: path, text: text.replace(from, to) });
  }
  const { value } = readRulebook({ name: 'rules', files: all });
  if (!value) throw new Error('no rulebook');
  return releaseProblems(value.rulebook).map(({ code, span, related = [] }) => {
    const name = span.source.name.replace('tests/manual/fixture/', '');
    return [code, `${name}:${positionOf(span).line}`, textOf(span), related.length].join(' ');
  });
}

const accepted = /acceptedUnverified:\n(?:(?: .*)\n)+/u;
const issue = /issue:\n(?:(?: .*)\n)+/u;
const draft = ['status: issued', 'status: draft'] as const;

test('a signed rulebook on verified or accepted clauses, without drafts, is fit to issue', () => {
  expect(said()).toEqual([]);
});

test('nobody signed it', () => {
  expect(said([manifest, issue, ''])).toEqual(['rulebook/unsigned rulebook.yaml:2 small 0']);
});

describe('a clause that nobody verified', () => {
  test('is said once, where it is first cited', () => {
    const [found = '', ...more] = said([manifest, accepted, '']);
    expect(more).toEqual([]);
    expect(found).toMatch(/^rulebook\/unverified-basis .*ABC-001-own-share\.yaml:\d+ R-ONE#2 2$/u);
  });

  test('does not matter where only a draft rests on it', () => {
    const found = said(
      [manifest, accepted, ''],
      [rule('ABC-002-ceiling'), /status: issued/u, draft[1]],
    );
    expect(found.filter((line) => line.includes('ABC-002'))).toEqual([]);
  });
});

describe('a draft', () => {
  test('that nobody cites may wait', () => {
    expect(said([rule('ABC-002-ceiling'), /status: issued/u, draft[1]])).toEqual([]);
  });

  test('that a gate counts on', () => {
    const [found] = said([rule('ABC-001-own-share'), /status: issued/u, draft[1]]);
    expect(found).toMatch(/^rulebook\/draft-cited .*step\.yaml:\d+ ABC-001 0$/u);
  });

  test('that the words of an issued rule send the reader to, and no longer id by the way', () => {
    const words = (text: string) =>
      said(
        [rule('ABC-002-ceiling'), /status: issued/u, draft[1]],
        [rule('ABC-001-own-share'), /posts:/u, `why: { zh: ${text}, en: ${text} }\nposts:`],
      );
    expect(words('见 ABC-002 条')).toEqual([
      expect.stringMatching(/^rulebook\/draft-cited .*ABC-001-own-share\.yaml:\d+ ABC-002 0$/u),
    ]);
    expect(words('见 ABC-0021 条')).toEqual([]);
  });
});
