import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { readJson } from '../../src/check/read-json.ts';
import type { CheckReport } from '../../src/report/json-format.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { isValidResidentId } from '../../src/feel/operations/builtins/identifiers.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { makeNetwork } from '../../src/samples/network/make.ts';
import type { Planted } from '../../src/samples/network/planting.ts';
import { workingDays } from '../../src/samples/working-days.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { shouze, temporary } from '../cli/harness.ts';
import { shipped } from '../evaluate/shipped.ts';

const { program, subject } = shipped();
const [network] = program.networks;
if (!network) throw new Error('the shipped rulebook describes a network');
const size = { seed: 7, customers: 60, files: 180 };

interface Party {
  readonly partyId: string;
  readonly role: string;
  readonly customerNo: string;
  readonly name: string;
  readonly idNumber: string;
  readonly birthDate?: string;
  readonly homeAddress?: string;
  readonly maritalStatus?: string;
}

interface Loan {
  readonly meta: {
    readonly dossierId: string;
    readonly branchId: string;
    readonly institutionId: string;
  };
  readonly application: {
    readonly leadId: string;
    readonly leadReceivedAt: string;
    readonly outcome: string;
  };
  readonly careTasks?: readonly { readonly needId?: string; readonly contactedAt?: string }[];
  readonly newNeeds?: readonly { readonly needId: string; readonly leadId?: string }[];
  readonly parties: readonly Party[];
  readonly property?: { readonly realEstateUnitNo: string };
  readonly incomes: readonly { readonly recognisedMonthly: number }[];
  readonly contacts: readonly { readonly at: string; readonly initiatedBy: string }[];
  readonly events: readonly {
    readonly at: string;
    readonly actorId: string;
    readonly post: string;
    readonly eventType: string;
  }[];
}

interface Member {
  readonly staffId: string;
  readonly institutionId: string;
  readonly posts: readonly {
    readonly post: string;
    readonly from: string;
    readonly until?: string;
  }[];
}

function made(options = size) {
  if (!network) throw new Error('no network');
  const { files, beside } = makeNetwork(program, network, options);
  const all = [...files];
  return { all, texts: all.map(({ text }) => text), beside: beside() };
}

const { all, texts, beside } = made();
const loans = texts.map((text) => JSON.parse(text) as Loan);
const byId = new Map(loans.map((loan) => [loan.meta.dossierId, loan]));
const planted = JSON.parse(beside.get('planted.json') ?? '[]') as readonly Planted[];
const { members } = JSON.parse(beside.get('staff.json') ?? '{}') as { members: readonly Member[] };
const held = new Map(members.map((one) => [one.staffId, one.posts]));

const borrower = (loan: Loan | undefined) => loan?.parties.find(({ role }) => role === 'BORROWER');

function plantedAs(plant: string): readonly Planted[] {
  const found = planted.filter((one) => one.plant === plant);
  expect(found.length).toBeGreaterThan(0);
  return found;
}

describe('a network of sample files', () => {
  test('is the same for the same seed, byte for byte, and another for another', () => {
    const again = made();
    expect(again.texts).toEqual(texts);
    expect([...again.beside]).toEqual([...beside]);
    expect(made({ ...size, seed: 8 }).texts).not.toEqual(texts);
  });

  test('has as many customers and files as were asked for, each file its own numbers', () => {
    expect(loans).toHaveLength(size.files);
    expect(byId.size).toBe(size.files);
    expect(new Set(loans.map((loan) => borrower(loan)?.customerNo)).size).toBe(size.customers);
    const homes = loans.flatMap(({ property }) => property?.realEstateUnitNo ?? []);
    expect(new Set(homes).size).toBe(homes.length);
  });

  test('files begin in order of their days', () => {
    const days = loans.map(({ application }) => application.leadReceivedAt.slice(0, 10));
    expect(days.toSorted()).toEqual(days);
  });

  test('a person has one number, one name and one day of birth, but where that is planted', () => {
    const wrong = new Set(plantedAs('two-identity-numbers').flatMap(({ files }) => files));
    const people = new Map<string, string>();
    const numbers = new Map<string, string>();
    for (const loan of loans.filter(({ meta }) => !wrong.has(meta.dossierId)))
      for (const { customerNo, idNumber, name, birthDate } of loan.parties) {
        if (birthDate === undefined) continue;
        expect(isValidResidentId(idNumber)).toBe(true);
        expect(idNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
        const person = `${idNumber} ${name}`;
        expect(people.get(customerNo) ?? person).toBe(person);
        expect(numbers.get(idNumber) ?? customerNo).toBe(customerNo);
        people.set(customerNo, person);
        numbers.set(idNumber, customerNo);
      }
  });

  test('whoever acts held the post on that day', () => {
    for (const { events } of loans)
      for (const { actorId, post, at } of events) {
        const day = at.slice(0, 10);
        const posts = (held.get(actorId) ?? []).filter(
          ({ from, until }) => from <= day && (until === undefined || day <= until),
        );
        expect(posts.map((one) => one.post)).toContain(post);
      }
  });

  test('sixty people, four branches, three centres, twelve outlets', () => {
    expect(members).toHaveLength(60);
    const lines = (beside.get('institutions.ndjson') ?? '').trim().split('\n');
    const kinds = lines.map(
      (line) => (JSON.parse(line) as { institution: { kind: string } }).institution.kind,
    );
    const count = (kind: string) => kinds.filter((one) => one === kind).length;
    expect([count('CENTRE'), count('OUTLET'), count('PARTNER')]).toEqual([3, 12, 3]);
    expect(new Set(loans.map(({ meta }) => meta.branchId)).size).toBe(4);
  });

  test('planted contradictions are there', () => {
    const pairs = (plant: string) =>
      plantedAs(plant).map(({ files }) => files.map((id) => byId.get(id)));
    for (const pair of pairs('two-addresses')) {
      expect(new Set(pair.map((loan) => borrower(loan)?.customerNo)).size).toBe(1);
      expect(new Set(pair.map((loan) => borrower(loan)?.homeAddress)).size).toBe(2);
    }
    for (const [first, second] of pairs('two-incomes'))
      expect(first?.incomes[0]?.recognisedMonthly).not.toBe(second?.incomes[0]?.recognisedMonthly);
    for (const pair of pairs('two-marital-states')) {
      expect(new Set(pair.map((loan) => borrower(loan)?.customerNo)).size).toBe(1);
      expect(new Set(pair.map((loan) => borrower(loan)?.maritalStatus)).size).toBe(2);
    }
    for (const pair of pairs('two-identity-numbers')) {
      expect(new Set(pair.map((loan) => borrower(loan)?.customerNo)).size).toBe(1);
      expect(new Set(pair.map((loan) => borrower(loan)?.idNumber)).size).toBe(2);
      expect(new Set(pair.map((loan) => borrower(loan)?.birthDate)).size).toBe(1);
    }
    for (const group of pairs('too-many-contacts')) {
      const recent = group.flatMap((loan) =>
        (loan?.contacts ?? []).filter(
          ({ at, initiatedBy }) => at >= '2026-10-12' && initiatedBy === 'BANK',
        ),
      );
      expect(recent.length).toBeGreaterThan(3);
    }
    for (const { staff = '', files } of plantedAs('two-posts')) {
      const [own, other] = files.map((id) => byId.get(id));
      expect(held.get(staff)?.map(({ post }) => post)).toEqual(['CUSTOMER_MANAGER', 'REVIEWER']);
      const acts = (loan: Loan | undefined) =>
        (loan?.events ?? []).filter(({ actorId }) => actorId === staff).map(({ post }) => post);
      expect(acts(own)).toContain('CUSTOMER_MANAGER');
      expect(acts(other)).toContain('REVIEWER');
    }
  });

  test('who comes again comes of a need that a task of the file before brought up', () => {
    const byLead = new Map(loans.map((loan) => [loan.application.leadId, loan]));
    const closed = loans.flatMap((before) =>
      (before.newNeeds ?? []).flatMap(({ needId, leadId = '' }) => {
        const after = byLead.get(leadId);
        return after ? [{ before, needId, after }] : [];
      }),
    );
    expect(closed.length).toBeGreaterThan(3);
    for (const { before, needId, after } of closed) {
      expect(borrower(after)?.customerNo).toBe(borrower(before)?.customerNo);
      const task = before.careTasks?.find((one) => one.needId === needId);
      const contacted = task?.contactedAt ?? '';
      expect(contacted > before.application.leadReceivedAt).toBe(true);
      expect(contacted < after.application.leadReceivedAt).toBe(true);
    }
  });

  test('what is meant to be sound is, nearly always', () => {
    const engine = engineOf(program, runGenerated);
    const files = texts.map((text, index) => {
      const source = { name: `${index}.json`, text };
      const quick = readJson(source, engine);
      if (quick) return quick;
      const { value: yaml } = parseYaml(source);
      const read = yaml && dossierFromYaml(yaml, subject.type);
      expect(read?.diagnostics).toEqual([]);
      if (!read?.value) throw new Error(`file ${index} cannot be read`);
      return { subject, dossier: read.value };
    });
    const verdicts = engine.judgeEach(files, {}).map(({ verdict }) => verdict);
    const meant = verdicts.filter(
      (_, index) =>
        all[index]?.isMeantSound === true && loans[index]?.application.outcome !== 'IN_PROCESS',
    );
    expect(meant.length).toBeGreaterThan(0.5 * size.files);
    expect(meant.filter((verdict) => verdict === 'pass').length / meant.length).toBeGreaterThan(
      0.9,
    );
  });
});

describe('shouze sample --network', { timeout: 120_000 }, () => {
  test('writes the network into a folder, the same as in the program', async () => {
    const out = join(temporary(), 'network');
    const call = ['sample', '--network', '--seed', '7', '--customers', '60', '--files', '180'];
    expect(await shouze(...call, '--out', out)).toMatchObject({ code: 0, out: '', err: '' });
    expect(readdirSync(out).toSorted()).toEqual([
      'dossiers.ndjson',
      'institutions.ndjson',
      'pilot.json',
      'planted.json',
      'staff.json',
    ]);
    expect(readFileSync(join(out, 'dossiers.ndjson'), 'utf8')).toBe(`${texts.join('\n')}\n`);
  });

  test('what is planted between files is found in each of them', async () => {
    const out = join(temporary(), 'network');
    const call = ['sample', '--network', '--seed', '7', '--customers', '60', '--files', '180'];
    await shouze(...call, '--out', out);
    const checked = await shouze('check', join(out, 'dossiers.ndjson'), '--format', 'json');
    const { dossiers } = JSON.parse(checked.out) as CheckReport;
    const failing = (rule: string) =>
      dossiers.flatMap(({ id, outcomes }) =>
        outcomes.some((one) => one.rule === rule && one.status === 'fail') ? [id] : [],
      );
    for (const [plant, rule] of [
      ['two-incomes', 'GRP-009'],
      ['two-marital-states', 'GRP-006'],
      ['two-addresses', 'GRP-008'],
      ['two-identity-numbers', 'GRP-005'],
      ['too-many-contacts', 'GRP-004'],
    ] as const)
      for (const { files } of plantedAs(plant))
        expect(failing(rule)).toEqual(expect.arrayContaining([...files]));
  });

  test.each([
    [['--count', '3'], '--count'],
    [['--fault', 'RSK-002'], '--fault'],
    [['--format', 'json'], '--format'],
    [[], '--out DIR'],
    [['--out', 'package.json'], 'this is a file'],
    [['--customers', '0', '--out', 'x'], '--customers 0'],
    [['--rulebook', 'examples/code-sets', '--out', 'x'], 'describes no network'],
    [['--networks'], '--networks'],
  ])('%s is a wrong call', async (options, says) => {
    const { code, err } = await shouze('sample', '--network', ...options);
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(existsSync('x')).toBe(false);
  });

  test('its size goes with --network alone', async () => {
    const { code, err } = await shouze('sample', '--customers', '3');
    expect([code, err.includes('--customers goes with --network')]).toEqual([2, true]);
  });
});

describe('working days', () => {
  const days = workingDays(program.calendar, '2024-01-02');

  test('go over holidays, both ways', () => {
    expect(days.shifted('2026-09-30', 1)).toBe('2026-10-08');
    expect(days.shifted('2026-10-08', -1)).toBe('2026-09-30');
    expect(days.next('2026-10-01')).toBe('2026-10-08');
    expect(days.between('2026-09-30', '2026-10-09')).toBe(2);
  });

  test('a day off stays as long behind the last that was worked', () => {
    expect(days.shifted('2026-11-14', 5)).toBe('2026-11-21');
    expect(days.isWorked('2026-11-14')).toBe(false);
  });
});
