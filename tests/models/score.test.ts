import fc from 'fast-check';
import { expect, test } from 'vitest';

import { scored } from '../../src/models/score.ts';
import { printRational } from '../../src/values/rational.ts';
import { lintRulebook } from '../../src/verify/lint.ts';
import { agreement, enginesOf } from '../run/harness.ts';
import { fileOf, markBook, model, modelOf } from './book.ts';

const book = markBook([
  'mark >= 120',
  'markGrade = "good"',
  'day <= markValidUntil',
  'count(markReasons) = 0',
  'markShareBand != "share-1-2"',
]);

function told(data: object, by?: string) {
  const { scored: of } = scored(book.program, modelOf(book), fileOf(book, data), by);
  return {
    score: of.score && printRational(of.score),
    grade: of.grade?.grade,
    range: of.range?.map(printRational),
    grades: of.grades.map(({ grade }) => grade),
    reasons: of.reasons.map((words) => words['en']),
    missing: of.missing.map(({ pointer, why }) => `${why} ${pointer}`),
    expired: of.expired,
  };
}

const whole = { id: '1', day: '2024-05-01', share: 0.3, kind: 'B', owner: true, late: 12 };

test('points of the bands, the most costly reason first', () => {
  // 100 + 25.5 + 5 + 15 + 3
  expect(told(whole)).toMatchObject({
    score: '148.5',
    grade: 'fair',
    reasons: ['of a kind that does worse', 'the share is middling', 'was late'],
    missing: [],
  });
});

test('what is verified to be none has its band; what is missing has no figure and names its field', () => {
  expect(told({ ...whole, late: null })).toMatchObject({ score: '155.5' });
  const { share: _share, ...lacking } = whole;
  expect(told(lacking)).toEqual({
    score: undefined,
    grade: undefined,
    // the share may give from -10 to 40
    range: ['113', '163'],
    grades: ['fair', 'poor'],
    reasons: ['of a kind that does worse', 'was late'],
    missing: ['absent /share'],
    expired: false,
  });
});

test('the edition of the day, or of another; past the last day of validation', () => {
  expect(told({ ...whole, day: '2025-05-01' })).toMatchObject({ score: '100', expired: false });
  expect(told({ ...whole, day: '2026-05-01' })).toMatchObject({ score: '100', expired: true });
  expect(told({ ...whole, day: '2026-05-01' }, '2024-05-01')).toMatchObject({ score: '148.5' });
  expect(told({ ...whole, day: '2023-05-01' })).toMatchObject({ score: undefined });
});

test('closures and generated code score as the evaluator does, on both sides of every limit', () => {
  const engines = enginesOf(book);
  const shares = fc.constantFrom(
    undefined,
    -1,
    0,
    0.2999999,
    0.3,
    0.3000001,
    0.4,
    0.4999999,
    0.5,
    2,
  );
  const files = fc.record(
    {
      id: fc.constant('x'),
      day: fc.constantFrom('2023-12-31', '2024-01-01', '2024-12-31', '2025-01-01', '2026-06-01'),
      share: shares,
      kind: fc.constantFrom('A', 'B', 'C'),
      owner: fc.boolean(),
      late: fc.constantFrom(0, 29, 30, 31, null),
    },
    { requiredKeys: ['id'] },
  );
  let compared = 0;
  fc.assert(
    fc.property(files, (file) => {
      const found = agreement(book, engines, JSON.stringify(file));
      expect(found.differing).toEqual([]);
      compared += found.compared;
    }),
    { numRuns: 300 },
  );
  expect(compared).toBeGreaterThan(2000);
});

test('every number is in the band that says so, and in no other', () => {
  const bands = model.editions[0]?.points.share ?? [];
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (millionths) => {
      const share = millionths / 100_000;
      const { scored: of } = scored(book.program, modelOf(book), fileOf(book, { ...whole, share }));
      const [part] = of.parts;
      const right = bands.filter(
        ({ from = -Infinity, to = Infinity }: { from?: number; to?: number }) =>
          from <= share && share < to,
      );
      expect(right).toHaveLength(1);
      expect(part?.band?.points).toBe(right[0]?.points);
    }),
    { numRuns: 200 },
  );
});

test('what a band leaves out, and what two have, is found as of any table', () => {
  const codes = (points: object) => {
    const [first] = model.editions;
    const changed = { ...model, editions: [{ ...first, until: undefined, points }] };
    const { program } = markBook(['true']);
    const files = new Map(program.rulebook.files);
    files.set('models/mark.yaml', { name: 'models/mark.yaml', text: JSON.stringify(changed) });
    const { diagnostics } = lintRulebook({ name: 'test', files });
    return [
      ...new Set(
        diagnostics
          .filter(
            ({ span, severity }) => span.source.name === 'models/mark.yaml' && severity === 'error',
          )
          .map(({ code }) => code),
      ),
    ];
  };
  const { points } = model.editions[0] ?? {};
  const gap = [
    { to: 0.3, points: 1 },
    { from: 0.4, points: 2 },
  ];
  const overlap = [
    { to: 0.5, points: 1 },
    { from: 0.4, points: 2 },
  ];
  expect(codes({ ...points })).toEqual([]);
  expect(codes({ ...points, share: gap })).toEqual(['verify/table-gap']);
  expect(codes({ ...points, share: overlap })).toEqual(['verify/table-overlap']);
  expect(codes({ ...points, kind: [{ codes: ['A', 'B'], points: 1 }] })).toEqual([
    'verify/table-gap',
  ]);
  expect(codes({ ...points, nothing: [{ points: 1 }] })).toEqual(['rulebook/unknown-reference']);
  expect(codes({ share: gap })).toContain('rulebook/model');
});
