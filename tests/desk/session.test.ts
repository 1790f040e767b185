import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { base64Of, bytesOfBase64 } from '../../src/base/base64.ts';
import {
  openSealed,
  type Random,
  sealed,
  sealedMark,
  sealOf,
  usualCost,
} from '../../src/desk/sealed.ts';
import { newSession, partsOf, type Session, sessionFrom } from '../../src/desk/session.ts';
import { small } from '../cli/harness.ts';
import { deskOf } from './shipped.ts';

const passPhrase = '检查组 第三小组 2026';
/** The least that is taken: tests make many keys. */
const cost = { n: 2 ** 10, r: 8, p: 1 };

let turn = 0;
/** Other bytes each time, the same in every run. */
const random: Random = (length) => {
  turn += 1;
  return Uint8Array.from({ length }, (_, index) => (turn * 31 + index * 7) & 255);
};

const seal = sealOf(passPhrase, random, cost);
const desk = deskOf(small);

function sealedNow(value: unknown): Uint8Array {
  const bytes = sealed(value, seal, random);
  if (!bytes) throw new Error('too large');
  return bytes;
}

const session: Session = {
  ...newSession(desk),
  checker: 'S-12',
  date: '2026-11-28',
  answers: [
    {
      rule: 'DEM-002',
      element: '',
      dossier: 'D-1',
      rulebook: desk.digest,
      answer: 'fail',
      page: '3',
      remark: '缺一页',
      checker: 'S-12',
      date: '2026-11-28',
      digest: 'sha256:1',
    },
  ],
};
const review = {
  dossier: 'D-1',
  rule: 'DEM-002',
  element: '',
  says: 'return',
  remark: '请补页码',
  reviewer: 'S-20',
  date: '2026-11-29',
  of: '[]',
} as const;
const file = sealedNow(session);

describe('what is sealed', () => {
  test('is opened by its pass phrase and by its key, as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(openSealed(sealedNow(value), seal)).toMatchObject({ value: plain });
      }),
    );
    expect(openSealed(file, passPhrase)).toMatchObject({ value: session });
    // typed with full-width digits and another space
    expect(openSealed(file, '检查组 第三小组　２０２６')).toMatchObject({ value: session });
  });

  test('begins as what it is, and shows nothing of what is in it', () => {
    const text = new TextDecoder('latin1').decode(file);
    expect(text.startsWith(`${sealedMark},"format":1`)).toBe(true);
    for (const word of ['DEM-002', 'D-1', 'S-12', passPhrase]) expect(text).not.toContain(word);
    const again = sealedNow(session);
    expect(Buffer.compare(file, again)).not.toBe(0);
  });

  test('is not opened by another pass phrase or key', () => {
    const problem = { kind: 'wrong-pass-phrase' };
    expect(openSealed(file, `${passPhrase}7`)).toEqual({ problem });
    expect(openSealed(file, sealOf(passPhrase, random, cost))).toEqual({ problem });
    expect(openSealed(file, { ...seal, key: new Uint8Array(32) })).toEqual({ problem });
  });

  test('cut off anywhere is said to be cut off', () => {
    for (let length = sealedMark.length; length < file.length; length += 1) {
      const opened = openSealed(file.subarray(0, length), seal);
      expect(opened).toMatchObject({ problem: { kind: 'cut-off', bytes: length } });
    }
  });

  test('changed in any byte is not opened, and never takes the pass phrase for wrong', () => {
    for (let at = sealedMark.length; at < file.length; at += 1) {
      const changed = Uint8Array.from(file);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const opened = openSealed(changed, seal);
      const kind = 'problem' in opened ? opened.problem.kind : 'opened';
      expect(['damaged', 'cut-off', 'newer', 'too-large']).toContain(kind);
    }
    const longer = Uint8Array.from([...file, 0]);
    expect(openSealed(longer, seal)).toEqual({ problem: { kind: 'damaged' } });
  });

  test.each([
    ['nothing', '', 'not-a-session'],
    ['a dossier', '{"dossierId":"D-1"}', 'not-a-session'],
    ['a workbook', 'PK\u0003\u0004', 'not-a-session'],
    ['a format to come', `${sealedMark},"format":2}\n`, 'newer'],
    ['a first line without end', `${sealedMark}${' '.repeat(2000)}`, 'damaged'],
    ['a first line that is no JSON', `${sealedMark},\n`, 'damaged'],
    ['more work than a key takes', header({ scrypt: { n: 2 ** 30, r: 8, p: 1 } }), 'damaged'],
    ['memory without bound', header({ scrypt: { n: 2 ** 17, r: 2 ** 20, p: 1 } }), 'damaged'],
    ['more than can be held', header({ plain: 2 ** 40 }), 'too-large'],
    ['a length below nothing', header({ bytes: -1 }), 'damaged'],
  ])('is told from %s', (_, text, kind) => {
    const opened = openSealed(new TextEncoder().encode(text), passPhrase);
    expect(opened).toMatchObject({ problem: { kind } });
  });

  test('is never more than is opened again', () => {
    const value = 'x'.repeat(98);
    expect(sealed(value, seal, random, 100)).toBeDefined();
    expect(sealed(value, seal, random, 99)).toBeUndefined();
  });

  test('takes about a second to be tried, and 128 MB', () => {
    expect(usualCost.n * usualCost.r * 128).toBe(128 * 2 ** 20);
  });
});

function header(change: object): string {
  const [line = ''] = new TextDecoder('latin1').decode(file).split('\n');
  const given = JSON.parse(line) as { readonly scrypt: object };
  const { scrypt, ...rest } = change as { readonly scrypt?: object };
  const made = { ...given, ...rest, scrypt: { ...given.scrypt, ...scrypt } };
  return `${JSON.stringify(made)}\n`;
}

describe('a session', () => {
  test('of the first format is read', () => {
    const opened = openSealed(readFileSync('tests/desk/session-1.shouze'), passPhrase);
    if ('problem' in opened) throw new Error(opened.problem.kind);
    // it is of a rulebook of its own
    const { rulebook } = session;
    const read = sessionFrom({ ...(opened.value as object), rulebook }, desk);
    if ('problem' in read) throw new Error(read.problem.kind);
    expect(read.session.answers).toMatchObject([{ rule: 'DEM-002', remark: '缺一页' }]);
    expect(read.session).toMatchObject({ checker: 'S-12', report: null, files: null });
  });

  test('has two parts, which together are the whole of it', () => {
    const { answers, judged } = partsOf(session);
    expect({ ...answers, ...judged }).toEqual(session);
    expect(sessionFrom({ ...answers, ...judged }, desk)).toEqual({ session });
    const people = { inspectors: 'S-12', reviewers: 'S-20' };
    const more = { ...session, name: '三季度', people, reviews: [review] };
    expect(sessionFrom(more, desk)).toEqual({ session: more });
  });

  test.each([
    ['no record', []],
    ['no format', { ...session, format: undefined }],
    ['no rulebook', { ...session, rulebook: null }],
    ['an answer that there is not', withAnswer({ answer: 'yes' })],
    ['an answer without a file', withAnswer({ dossier: undefined })],
    ['answers that are no list', { ...session, answers: { length: 1 } }],
    ['a day that is no text', { ...session, date: 20261128 }],
    ['files that are none', { ...session, files: [{ name: 'a.yaml' }] }],
    ['a report without files', { ...session, report: { format: 2 } }],
    ['a setting that is none', { ...session, setting: { today: 1 } }],
    ['a name that is no text', { ...session, name: 1 }],
    ['people without reviewers', { ...session, people: { inspectors: 'S-12' } }],
    ['a review that says nothing', { ...session, reviews: [{ ...review, says: 'maybe' }] }],
    ['a review of nothing', { ...session, reviews: [{ ...review, rule: undefined }] }],
  ])('with %s is none', (_, value) => {
    expect(sessionFrom(value, desk)).toEqual({ problem: { kind: 'not-a-session' } });
  });

  test('of a format to come is said to be', () => {
    expect(sessionFrom({ ...session, format: 2 }, desk)).toEqual({
      problem: { kind: 'newer', format: 2 },
    });
  });

  test('is opened by another version of its rulebook, and by no other rulebook', () => {
    const by = (change: object) => {
      const rulebook = { ...session.rulebook, ...change };
      return sessionFrom({ ...session, rulebook }, desk);
    };
    const older = { digest: 'sha256:0', version: '0.0.1' };
    expect(by(older)).toMatchObject({ session: { rulebook: older } });
    expect(by({ id: 'leasing' })).toEqual({ problem: { kind: 'other-rulebook', id: 'leasing' } });
  });

  function withAnswer(change: object): object {
    return { ...session, answers: session.answers.map((answer) => ({ ...answer, ...change })) };
  }
});

test('base64 gives bytes back, however many', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(bytesOfBase64(base64Of(bytes))).toEqual(bytes);
    }),
  );
  const many = Uint8Array.from({ length: 100_000 }, (_, index) => index & 255);
  expect(base64Of(many)).toBe(Buffer.from(many).toString('base64'));
});
