import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { readJson } from '../../src/check/read-json.ts';
import { judgeTogether } from '../../src/evaluate/judge.ts';
import type { Judgement } from '../../src/evaluate/outcome.ts';
import { evaluate } from '../../src/feel/calculator/evaluate.ts';
import { isValidResidentId } from '../../src/feel/operations/builtins/identifiers.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { groundOf } from '../../src/samples/patterns.ts';
import { mostPeople, renumbered, residentId, residentIdOf } from '../../src/samples/people.ts';
import { isList, isRecord, plainAt, type Plain } from '../../src/samples/plain.ts';
import { randomFrom, shuffled } from '../../src/samples/random.ts';
import { type Sample, seriesOf, whole } from '../../src/samples/series.ts';
import { shipped } from '../evaluate/shipped.ts';
import { usual } from '../setting.ts';

const { program, subject } = shipped();
const engine = engineOf(program, runGenerated);
const ground = groundFor();

function groundFor(product?: string) {
  const found = groundOf(engine, product);
  if (!found) throw new Error('the shipped rulebook has a subject');
  return found;
}

function made(
  count: number,
  seed: number,
  {
    faults = [],
    faulty = faults.length > 0 ? whole : 0,
    of = ground,
  }: {
    readonly faults?: readonly string[];
    readonly faulty?: number;
    readonly of?: typeof ground;
  } = {},
): readonly Sample[] {
  return [...seriesOf(of, { count, seed, faults, faulty })];
}

/** What the evaluator says of samples together: no plan has a say in it. */
function judged(samples: readonly Sample[]): readonly Judgement[] {
  const files = samples.map(({ number, text }) => {
    const file = readJson({ name: `${number}.json`, text }, engine);
    if (!file) throw new Error(`sample ${number} is malformed`);
    return { subject: file.subject, dossier: file.dossier };
  });
  return judgeTogether(program, files, {});
}

function failedIn({ findings }: Judgement): readonly string[] {
  return [...new Set(findings.flatMap(({ rule, status }) => (status === 'fail' ? [rule] : [])))];
}

function plainOf({ text }: Sample): Plain {
  return JSON.parse(text) as Plain;
}

interface Person {
  readonly idNumber: string;
  readonly idType: string;
  readonly customerNo: string;
  readonly name: string;
  readonly birthDate: string;
}

function people(file: Plain): readonly Person[] {
  const parties = plainAt(file, 'parties');
  return isList(parties) ? (parties.filter(isRecord) as unknown as readonly Person[]) : [];
}

describe('sound samples', { timeout: 120_000 }, () => {
  const samples = made(10, 5);

  test('pass together, with no finding', () => {
    expect(samples).toHaveLength(10);
    for (const { verdict, findings } of judged(samples))
      expect({ verdict, findings: findings.length }).toEqual({ verdict: 'pass', findings: 0 });
  });

  test('are of every product, and no two are alike', () => {
    const files = samples.map(plainOf);
    const products = new Set(files.map((file) => plainAt(file, 'application.productCode')));
    expect(products).toEqual(new Set(['BUSINESS', 'COMMERCIAL_PROPERTY', 'CONSUMER', 'HOUSING']));
    const all = (path: string) => new Set(files.map((file) => plainAt(file, path)));
    expect(all('meta.dossierId').size).toBe(10);
    expect(all('application.applicationId').size).toBe(10);
    expect(all('application.receivedAt').size).toBeGreaterThan(4);
    expect(all('application.requestedAmount').size).toBeGreaterThan(5);
  });

  test('are the same for the same seed, others for another, and the same at the head of more', () => {
    expect(made(3, 5)).toEqual(samples.slice(0, 3));
    expect(made(1, 6)[0]?.text).not.toBe(samples[0]?.text);
  });

  test('may be of one product only', () => {
    for (const sample of made(2, 1, { of: groundFor('CONSUMER') }))
      expect(plainAt(plainOf(sample), 'application.productCode')).toBe('CONSUMER');
  });

  test('have people each with a number, a name and a day of birth of their own', () => {
    const known = new Map<string, string>();
    const numbers = new Map<string, string>();
    for (const sample of made(120, 8)) {
      for (const { idNumber, idType, customerNo, name, birthDate } of people(plainOf(sample))) {
        if (idType !== 'RESIDENT_ID') continue;
        expect(isValidResidentId(idNumber)).toBe(true);
        expect(idNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
        const who = [customerNo, name, birthDate, sample.number].join(' ');
        expect(known.get(idNumber) ?? who).toBe(who);
        known.set(idNumber, who);
        expect(numbers.get(customerNo) ?? idNumber).toBe(idNumber);
        numbers.set(customerNo, idNumber);
      }
    }
    expect(known.size).toBeGreaterThan(200);
  });

  test('do not change a text that merely has the letters of a number in it', () => {
    for (const sample of samples) expect(sample.text).not.toMatch(/[A-Z0-9]C1-5-\d/u);
  });
});

describe('samples with a fault', { timeout: 180_000 }, () => {
  test.each([
    'RSK-002',
    'IDS-010',
    'PLM-003',
    'IDS-011',
    'process/approval/order',
    'process/interview/time',
    'process/approval/post',
    'process/approval/separation',
    'process/acceptance/documents',
    'process/approval/gate',
  ])('break %s', (rule) => {
    const samples = made(2, 9, { faults: [rule] });
    expect(samples).toHaveLength(2);
    for (const judgement of judged(samples)) {
      expect(failedIn(judgement)).toContain(rule);
      expect(judgement.verdict).toBe('fail');
    }
  });

  test.each(['GRP-001', 'GRP-002', 'GRP-003'])('break %s together, and only so', (rule) => {
    const samples = made(4, 9, { faults: [rule] });
    expect(samples).toHaveLength(4);
    const ids = samples.map((sample) => plainAt(plainOf(sample), 'meta.dossierId'));
    expect(new Set(ids).size).toBe(4);
    for (const judgement of judged(samples)) expect(failedIn(judgement)).toContain(rule);
    for (const sample of samples) {
      const [alone] = judged([sample]);
      expect(alone && failedIn(alone)).not.toContain(rule);
    }
    const customers = samples.map((sample) =>
      people(plainOf(sample)).map(({ idNumber }) => idNumber),
    );
    const [first = [], second = [], third = []] = customers;
    // two files of the same people, then two of others
    expect(second).toEqual(first);
    expect(third.filter((id) => first.includes(id))).toEqual([]);
  });

  test('have people of their own, of wrongly written ids and of other papers too', () => {
    const known = new Map<string, string>();
    for (const sample of made(12, 3, { faults: ['IDS-011', 'IDS-002'] })) {
      for (const { idNumber, customerNo, birthDate } of people(plainOf(sample))) {
        if (typeof birthDate !== 'string') continue;
        expect(known.get(idNumber) ?? customerNo).toBe(customerNo);
        known.set(idNumber, customerNo);
      }
    }
    expect([...known.keys()].some((id) => !isValidResidentId(id))).toBe(true);
  });

  test('are as many as asked for among sound ones, with no other finding anywhere', () => {
    const samples = made(20, 7, {
      faults: ['RSK-002', 'GRP-001', 'process/approval/post'],
      faulty: 3000,
    });
    expect(samples).toHaveLength(20);
    const faulty = samples.filter(({ fault }) => fault !== undefined);
    expect(faulty).toHaveLength(6);
    expect(new Set(faulty.map(({ fault }) => fault)).size).toBe(3);
    for (const [index, { findings, verdict }] of judged(samples).entries()) {
      const fault = samples[index]?.fault;
      if (fault === undefined)
        expect({ verdict, findings: findings.length }).toEqual({ verdict: 'pass', findings: 0 });
      else
        expect(findings.some(({ rule, status }) => rule === fault && status === 'fail')).toBe(true);
    }
  });

  test('break any rule where none is named', () => {
    const samples = made(12, 3, { faulty: 5000 });
    const faulty = samples.filter(({ fault }) => fault !== undefined);
    expect(faulty).toHaveLength(6);
    expect(new Set(faulty.map(({ fault }) => fault)).size).toBeGreaterThan(3);
    const all = judged(samples);
    for (const { number, fault } of faulty) {
      const judgement = all[number];
      expect(judgement && failedIn(judgement)).toContain(fault);
    }
  });
});

test('a rule that only a person can tell is broken by no file', () => {
  const byHand = program.rules.find(
    ({ rule, subject: of }) => rule.entry.data.check === 'manual' && of === subject,
  );
  expect(byHand && ground.patterns(byHand.id)).toEqual([]);
});

test('resident ids have the check digit that the engine asks for', () => {
  const { value } = parseExpression('is valid resident id(id)', { dialect: 'rule' });
  if (!value) throw new Error('the expression is read');
  const births = fc
    .date({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(births, fc.integer({ min: 1, max: 999 }), (birth, order) => {
      const id = residentId('990101', birth, order);
      expect(evaluate(value, { get: () => id }, { nulls: 'rules', setting: usual })).toBe(true);
    }),
  );
});

test('people of different numbers have different ids, whenever they are born, and keep their sex', () => {
  const numbers = fc.integer({ min: 0, max: mostPeople - 1 });
  const men = residentId('990101', '1990-05-10', 21);
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const ids = [a, b].map((number) => residentIdOf(men, '1990-05-10', number));
      expect(ids.every((id) => Number(id[16]) % 2 === 1 && isValidResidentId(id))).toBe(true);
      expect(ids[0] === ids[1]).toBe(a === b);
    }),
  );
});

test('a number goes into the last digits, and leaves what is no digit', () => {
  expect(renumbered('6222-0000-1111', 8, 12_345_678)).toBe('6222-0234-5678');
  expect(renumbered('13900000000', 8, 42)).toBe('13900000042');
  expect(renumbered('12', 8, 12_345_678)).toBe('78');
});

test('random numbers are within their bounds, reach both, and follow the seed', () => {
  const draw = (seed: string) => {
    const random = randomFrom(seed);
    return Array.from({ length: 2000 }, () => random.whole(3, 7));
  };
  expect(new Set(draw('a'))).toEqual(new Set([3, 4, 5, 6, 7]));
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('1/1')).not.toEqual(draw('1/2'));
});

test('a shuffled number comes once, in an order of its seed', () => {
  const fifth = (seed: string) => Array.from({ length: 1000 }, (_, n) => shuffled(seed, 1000)(n));
  expect(new Set(fifth('a')).size).toBe(1000);
  expect(fifth('a')).not.toEqual(fifth('b'));
  expect(Math.max(...fifth('a'))).toBe(999);
});
