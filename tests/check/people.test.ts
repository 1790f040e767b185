import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { engineOf, type Engine } from '../../src/check/engine.ts';
import { judgeOne } from '../../src/check/judge-all.ts';
import { readDossier, readRegister } from '../../src/check/read.ts';
import type { Outcome } from '../../src/evaluate/outcome.ts';
import {
  judge,
  type Register,
  RegisterError,
  registerOf,
  titlesOf,
} from '../../src/report/judge.ts';
import { diagnosticsText } from '../../src/report/diagnostics.ts';
import { wordbooks } from '../../src/words/messages/messages.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { edited, edits } from '../edits.ts';
import { samples, sampleYaml, shipped } from '../evaluate/shipped.ts';
import { registerText } from '../../scripts/staff.ts';

const { program } = shipped();
const engines = { closures: engineOf(program), generated: engineOf(program, runGenerated) };
const sampleRegister = readFileSync('examples/staff/register.yaml', 'utf8');
const sound = '0001-sound.yaml';

/** A register of the people of the sound sample, each with a post since 2012, one of them otherwise. */
function registerWith(id: string, entry: string, asOf = '2026-12-01'): string {
  const lines = sampleRegister
    .replace(/asOfDate: .*/u, `asOfDate: ${asOf}`)
    .split('\n')
    .filter((line) => !line.includes(`staffId: ${id},`));
  return [...lines, entry === '' ? '' : `  - { staffId: ${id}, ${entry} }`, ''].join('\n');
}

function withRegister(engine: Engine, text: string): Engine {
  const { value, diagnostics } = readRegister({ name: 'register.yaml', text }, engine);
  expect(diagnostics).toEqual([]);
  return { ...engine, people: value?.people };
}

type Changes = Readonly<Record<string, unknown>>;

/** The sound sample as JSON and as the careful reading takes it, with what its first event of a type has changed. */
function sampleWith(type: string, changes: Changes): readonly string[] {
  const plain = plainOf(sampleYaml(sound)) as { events: Record<string, unknown>[] };
  const events = plain.events.map((one) =>
    one['eventType'] === type ? { ...one, ...changes } : one,
  );
  const json = JSON.stringify({ ...plain, events });
  return [json, `# careful\n${json}`];
}

function outcomesOf(engine: Engine, text: string): readonly Outcome[] {
  const file = judgeOne(readDossier({ name: 'file', text }, engine), engine, {});
  return file.judged?.judgement.outcomes ?? [];
}

/** What all engines say of a rule, whichever way the file is read: one text, since they agree. */
function saidOf(register: string, texts: readonly string[], rule: string): string {
  const said = Object.values(engines).flatMap((engine) => {
    const looking = withRegister(engine, register);
    return texts.map((text) => {
      const found = outcomesOf(looking, text).filter((one) => one.rule === rule);
      const whys = found.flatMap(({ missing }) => missing.map(({ why }) => why));
      return [...found.map(({ status }) => status), ...new Set(whys)].join(' ');
    });
  });
  const [first = ''] = said;
  expect(new Set(said)).toEqual(new Set([first]));
  return first;
}

const rest = 'absences: []';
const since = 'from: 2012-01-01';

describe('a post that a file gives somebody', () => {
  // the approval of the sound sample is of 2026-09
  test.each([
    ['held on that day', `posts: [{ post: APPROVER, ${since} }], ${rest}`, 'pass'],
    [
      'held with another',
      `posts: [{ post: ARCHIVIST, ${since} }, { post: APPROVER, ${since} }], ${rest}`,
      'pass',
    ],
    [
      'of somebody who held another only',
      `posts: [{ post: INVESTIGATOR, ${since} }], ${rest}`,
      'fail',
    ],
    ['taken up later', `posts: [{ post: APPROVER, from: 2026-11-01 }], ${rest}`, 'fail'],
    [
      'given up before',
      `posts: [{ post: APPROVER, ${since}, until: 2026-01-31 }], ${rest}`,
      'fail',
    ],
    [
      'of somebody who had left',
      `leftOn: 2026-01-31, posts: [{ post: APPROVER, ${since} }], ${rest}`,
      'fail',
    ],
    [
      'of somebody who was away',
      `posts: [{ post: APPROVER, ${since} }], absences: [{ from: 2026-08-01, until: 2026-11-01 }]`,
      'fail',
    ],
    ['of somebody nobody knows', '', 'cannot-tell not-in-register'],
    [
      'held since nobody knows when',
      `posts: [{ post: APPROVER }], ${rest}`,
      'cannot-tell unclear-in-register',
    ],
    ['of somebody of whom no posts are told', rest, 'cannot-tell unclear-in-register'],
    [
      'of somebody whose absences are not told',
      `posts: [{ post: APPROVER, ${since} }]`,
      'cannot-tell unclear-in-register',
    ],
    [
      'beside a post that is not named',
      `posts: [{ ${since} }], ${rest}`,
      'cannot-tell unclear-in-register',
    ],
  ])('%s', (_, entry, said) => {
    const texts = sampleWith('', {});
    expect(saidOf(registerWith('S-APV1', entry), texts, 'process/approval/post')).toBe(said);
  });

  test('the right post typed for somebody who held another, told with what they held', () => {
    const register = registerWith('S-APV1', `posts: [{ post: INVESTIGATOR, ${since} }], ${rest}`);
    const looking = withRegister(engines.closures, register);
    const [text = ''] = sampleWith('', {});
    const found = outcomesOf(looking, text).find(({ rule }) => rule === 'process/approval/post');
    expect(found?.finding).toMatchObject({
      params: { posts: ['APPROVER'], held: ['INVESTIGATOR'], actor: 'S-APV1' },
    });
  });

  test('after the day of the register', () => {
    const register = registerWith(
      'S-APV1',
      `posts: [{ post: APPROVER, ${since} }], ${rest}`,
      '2026-01-01',
    );
    const texts = sampleWith('', {});
    expect(saidOf(register, texts, 'process/approval/post')).toMatch(/^cannot-tell unclear/u);
  });

  test('of nobody who is named, or on no day', () => {
    for (const field of ['actorId', 'at']) {
      const texts = sampleWith('APPROVE', { [field]: undefined });
      const said = saidOf(sampleRegister, texts, 'process/approval/post');
      expect(said).toMatch(/^cannot-tell/u);
    }
  });

  test('twice in the register', () => {
    const twice = registerWith('S-APV1', '').replace(
      'members:\n',
      `members:\n${`  - { staffId: S-APV1, posts: [], ${rest} }\n`.repeat(2)}`,
    );
    const { diagnostics, value } = readRegister({ name: 'r', text: twice }, engines.closures);
    expect([value, ...diagnostics.map(({ code }) => code)]).toEqual([
      undefined,
      'dossier/duplicate-element',
    ]);
  });
});

describe('a level of authority that a file gives somebody', () => {
  const post = `posts: [{ post: APPROVER, ${since} }]`;
  test.each([
    ['enough', `authorities: [{ post: APPROVER, level: 5, ${since} }]`, 'pass'],
    ['lower', `authorities: [{ post: APPROVER, level: 0, ${since} }]`, 'fail'],
    ['none', '', 'fail'],
    [
      'taken back',
      `authorities: [{ post: APPROVER, level: 5, ${since}, until: 2026-01-31 }]`,
      'fail',
    ],
    ['of a post not held', `authorities: [{ post: REVIEWER, level: 5, ${since} }]`, 'fail'],
    [
      'of a day nobody knows',
      'authorities: [{ post: APPROVER, level: 5 }]',
      'cannot-tell unclear-in-register',
    ],
  ])('%s', (_, authorities, said) => {
    const entry = [post, ...(authorities === '' ? [] : [authorities]), rest].join(', ');
    expect(saidOf(registerWith('S-APV1', entry), sampleWith('', {}), 'DEC-002')).toBe(said);
  });
});

test('an exception covers nothing where its approver did not hold the post, or nobody knows them', () => {
  const waived = JSON.stringify(plainOf(sampleYaml('0009-waived.yaml')));
  const told = (register: string, text = waived) =>
    outcomesOf(withRegister(engines.generated, register), text).flatMap(({ status, waiver }) =>
      waiver ? [`${status} ${waiver.problems.join(' ')}`.trim()] : [],
    );
  const [, approver = ''] = /"approvedBy":"([^"]*)"/u.exec(waived) ?? [];
  expect(told(sampleRegister)).toEqual(['waived']);
  expect(told(registerWith(approver, `posts: [{ post: ARCHIVIST, ${since} }], ${rest}`))).toEqual([
    'fail wrong-post',
  ]);
  expect(told(registerWith(approver, ''))).toEqual(['cannot-tell not-in-register']);
  expect(told(registerWith(approver, rest))).toEqual(['cannot-tell unclear-in-register']);
  const late = waived.replace(/"approvedOn":"[^"]*"/u, '"approvedOn":"2026-11-19"');
  expect(told(registerWith(approver, ''), late)).toEqual(['fail approved-late not-in-register']);
});

test('engines agree on exceptions that a register leaves open', () => {
  const waived = JSON.stringify(plainOf(sampleYaml('0009-waived.yaml')));
  const [, approver = ''] = /"approvedBy":"([^"]*)"/u.exec(waived) ?? [];
  expect(saidOf(registerWith(approver, ''), [waived, `# careful\n${waived}`], 'APR-005')).toBe(
    'cannot-tell not-in-register',
  );
});

test('engines agree on changed samples that are looked up, however they are read', () => {
  const files = samples.map((name) => plainOf(sampleYaml(name)));
  const looking = Object.values(engines).map((engine) => withRegister(engine, sampleRegister));
  let compared = 0;
  const each = fc.property(fc.constantFrom(...files), fc.nat(), edits, (plain, at, value) => {
    const copy: unknown = structuredClone(plain);
    edited(copy, at, value);
    const json = JSON.stringify(copy);
    const said = looking.flatMap((engine) =>
      [json, `# careful\n${json}`].map((text) =>
        outcomesOf(engine, text)
          .map(({ rule, element, status, missing }) =>
            [rule, element, status, ...missing.map(({ why, pointer }) => `${why} ${pointer}`)].join(
              ' ',
            ),
          )
          .join('\n'),
      ),
    );
    expect(new Set(said).size).toBe(1);
    compared += said.length;
  });
  fc.assert(each, { numRuns: 12 });
  expect(compared).toBe(48);
}, 60_000);

describe('for programs', () => {
  const rulebook = { program };

  test('a register that bears a file out changes nothing but the head', () => {
    const staff = registerOf(rulebook, sampleRegister);
    const [json = ''] = sampleWith('', {});
    expect(judge(rulebook, json, { staff })).toEqual(judge(rulebook, json));
    expect(titlesOf(rulebook).staff).toBe(null);
    expect(titlesOf(rulebook, { staff }).staff).toMatchObject({
      id: 'SR-DEMO-1',
      file: 'register',
    });
  });

  test.each([
    ['a file of another kind', 'meta: {}', 'dossier/not-a-register'],
    ['of nobody', 'subject: staff\nmembers: []', 'dossier/register-of-nobody'],
    [
      'of nobody at all',
      'subject: staff\nstaffRegister: { legalEntityCode: B, asOfDate: 2026-12-31 }\nmembers: []',
      'dossier/register-empty',
    ],
    ['malformed', 'subject: staff\nmembers: [{ staffId: 1, left: 2 }]', 'dossier/unknown-field'],
  ])('%s is refused', (_, text, code) => {
    const read = (): Register => registerOf(rulebook, text);
    expect(read).toThrow(RegisterError);
    expect(read).toThrow(code);
  });
});

test('a register of a day to come is refused where it is known what day it is', () => {
  const read = (today?: string) =>
    readRegister({ name: 'r', text: sampleRegister }, { program }, today).diagnostics.map(
      ({ code, span }) => [code, span.source.text.slice(span.start, span.end)],
    );
  expect(read()).toEqual([]);
  expect(read('2026-12-25')).toEqual([]);
  expect(read('2026-12-24')).toEqual([['dossier/register-ahead', '2026-12-25']]);
});

test('what is wrong with many people in the same way is told once, with how many more there are', () => {
  const text = registerWith('S-APV1', '').replaceAll(
    'post: APPRAISAL_OFFICER,',
    'post: APPRAISER,',
  );
  const { diagnostics } = readRegister({ name: 'r', text }, { program });
  const count = text.match(/APPRAISER/gu)?.length ?? 0;
  expect(count).toBeGreaterThan(10);
  const [first, ...others] = diagnostics;
  expect([first?.code, (first?.more ?? 0) + 1]).toEqual([
    'dossier/unknown-word',
    Math.min(count, 200),
  ]);
  expect(others).toEqual([]);
  expect(diagnosticsText(diagnostics, wordbooks.zh)).toContain(`另有 ${first?.more} 处`);
});

test('a register of another bank leaves one thing open, at the place that names the bank', () => {
  const register = sampleRegister.replace('DEMOBANK', 'OTHERBANK');
  for (const engine of Object.values(engines)) {
    const [text = ''] = sampleWith('', {});
    const read = readDossier({ name: 'file', text }, withRegister(engine, register));
    expect(read.diagnostics.map(({ code }) => code)).toEqual(['dossier/other-register']);
    const open = outcomesOf(withRegister(engine, register), text).flatMap(({ missing }) => missing);
    const said = open.map(({ why, pointer }) => `${why} ${pointer}`);
    expect([...new Set(said)]).toContain('other-register /meta/legalEntityCode');
    expect(said.filter((one) => one.includes('in-register'))).toEqual([]);
  }
});

test('the sample register is what the script makes of the files that name people', () => {
  expect(registerText()).toBe(sampleRegister);
});

test('posts that exclude each other are the same on the register as in the process', () => {
  const definitions = readFileSync('rules/definitions.yaml', 'utf8');
  const [, text = ''] = /definition: postsExclude[^]*?is: \|([^]*?)basis:/u.exec(definitions) ?? [];
  const written = [...text.matchAll(/one = "(\w+)" and other in \(([^)]*)\)/gu)].flatMap(
    ([, one = '', others = '']) =>
      [...others.matchAll(/\w+/gu)].map(([other]) => [one, other].join(' ')),
  );
  const declared = program.incompatible.map(({ posts }) => posts.join(' '));
  expect(written.toSorted()).toEqual(declared.toSorted());
  expect(declared.length).toBeGreaterThan(10);
});
