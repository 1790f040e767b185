import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { judge } from '../../src/evaluate/judge.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { stepsOf } from '../../src/rulebook/ast.ts';
import { shipped, yamlOf } from '../evaluate/shipped.ts';

const { program, subject } = shipped();
const sound = readFileSync('rules/dossiers/mortgage.yaml', 'utf8');
const old = readFileSync('rules/dossiers/servicing.yaml', 'utf8');

/** The events of a file, each as it is written. */
function withEvents(
  text: string,
  change: (events: readonly string[]) => readonly string[],
): string {
  const start = text.indexOf('\nevents:\n') + '\nevents:\n'.length;
  const each = text.slice(start).split(/^(?= {2}- eventId:)/mu);
  return text.slice(0, start) + change(each).join('');
}

const isOf = (type: string) => (event: string) => event.includes(`eventType: ${type}\n`);

const without = (...types: readonly string[]) =>
  withEvents(sound, (events) => events.filter((event) => !types.some((type) => isOf(type)(event))));

const moved = (type: string, at: string) =>
  withEvents(sound, (events) =>
    events.map((event) => (isOf(type)(event) ? event.replace(/at: ".*"/u, `at: "${at}"`) : event)),
  );

const by = (type: string, post: string) =>
  withEvents(sound, (events) =>
    events.map((event) =>
      isOf(type)(event) ? event.replace(/post: .*/u, `post: ${post}`) : event,
    ),
  );

const plus = (text: string, ...more: readonly string[]) =>
  withEvents(text, (events) => [...events, ...more]);

function act(
  id: string,
  type: string,
  at: string,
  actor: string,
  post: string,
  to?: string,
): string {
  const back = to === undefined ? '' : `    returnedTo: ${to}\n`;
  return `  - eventId: ${id}\n    eventType: ${type}\n    at: "${at}"\n    actorId: ${actor}\n    post: ${post}\n    authorisationValid: true\n    rulebookVersion: "0.1.0"\n${back}`;
}

function statuses(text: string): ReadonlyMap<string, string> {
  const { value } = dossierFromYaml(yamlOf(text), subject.type);
  if (!value) throw new Error('the file does not load');
  const { outcomes } = judge(program, subject, value, {});
  return new Map(outcomes.map(({ rule, status }) => [rule, status]));
}

/** What fails beside the sound file. */
function failing(text: string): readonly string[] {
  return [...statuses(text)].filter(([, status]) => status === 'fail').map(([rule]) => rule);
}

test('every step says what its posts do, and by what it is done', () => {
  const steps = stepsOf(program.rulebook).map(({ entry }) => entry.data);
  expect(steps).toHaveLength(28);
  for (const { step, tasks = [], returns = [], events, editions, record } of steps) {
    const isDone = [events, ...(editions ?? []).map((one) => one.events)].some(
      (types) => types !== undefined && types.length > 0,
    );
    expect({ step, tasks: tasks.length > 1, returns: returns.length > 0 }).toEqual({
      step,
      tasks: true,
      returns: true,
    });
    expect([step, isDone || record !== undefined]).toEqual([step, true]);
  }
});

test('the sound file goes through every step that it has come to', () => {
  const of = statuses(sound);
  for (const step of [
    'channels-and-partners',
    'promotion-and-contact',
    'customer-identification',
    'needs-and-matching',
    'acceptance',
    'customer-evaluation',
    'redevelopment',
  ])
    expect([step, of.get(`process/${step}/post`)]).toEqual([step, 'pass']);
  expect(failing(sound)).toEqual([]);
});

describe('skipped', () => {
  test.each([
    ['the partner was not checked', ['PARTNER_CHECK'], ['process/acceptance/order']],
    [
      'nobody was identified',
      ['IDENTIFY'],
      ['process/needs-and-matching/order', 'process/acceptance/order'],
    ],
    [
      'the needs were not assessed',
      ['NEEDS'],
      ['process/needs-and-matching/order', 'process/acceptance/order'],
    ],
    ['an offer without a recommendation', ['MATCH'], ['CHR-028']],
    ['an evaluation without an event', ['EVALUATE'], ['CHR-029']],
    ['a contact without an event', ['CARE'], ['CHR-030']],
  ])('%s', (_, types, expected) => {
    expect(failing(without(...types)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('out of order', () => {
  test.each([
    [
      'the partner is checked after acceptance',
      'PARTNER_CHECK',
      '2026-09-23T10:00:00+08:00',
      'process/acceptance/order',
    ],
    [
      'identified after acceptance',
      'IDENTIFY',
      '2026-09-23T10:00:00+08:00',
      'process/acceptance/order',
    ],
    [
      'recommended before the customer is identified',
      'MATCH',
      '2026-09-21T10:00:00+08:00',
      'process/needs-and-matching/order',
    ],
    [
      'evaluated before the loan is paid',
      'EVALUATE',
      '2026-10-22T10:00:00+08:00',
      'process/customer-evaluation/order',
    ],
    [
      'kept in touch before the loan is paid',
      'CARE',
      '2026-10-22T10:00:00+08:00',
      'process/redevelopment/order',
    ],
  ])('%s', (_, type, at, rule) => {
    expect(failing(moved(type, at))).toContain(rule);
  });

  test('on the moment of acceptance is early enough', () => {
    expect(
      statuses(moved('PARTNER_CHECK', '2026-09-23T09:30:00+08:00')).get('process/acceptance/order'),
    ).toBe('pass');
  });

  test('acceptance does not wait for a recommendation', () => {
    expect(statuses(without('MATCH')).get('process/acceptance/order')).toBe('pass');
  });
});

test.each([
  ['PARTNER_CHECK', 'channels-and-partners'],
  ['IDENTIFY', 'customer-identification'],
  ['NEEDS', 'customer-identification'],
  ['MATCH', 'needs-and-matching'],
  ['EVALUATE', 'customer-evaluation'],
  ['CARE', 'redevelopment'],
])('%s by a post that may not do it', (type, step) => {
  expect(statuses(by(type, 'BOOKING_OFFICER')).get(`process/${step}/post`)).toBe('fail');
});

describe('returned', () => {
  const back = (to: string) =>
    act('V90', 'RETURN', '2026-09-22T09:00:00+08:00', 'S-IN1', 'INTAKE_OFFICER', to);

  test.each([
    ['channels-and-partners', 'process/acceptance/order'],
    ['customer-identification', 'process/acceptance/order'],
  ])('to %s and not done again', (to, rule) => {
    expect(statuses(plus(sound, back(to))).get(rule)).toBe('fail');
  });

  test('to identification, and done again before acceptance', () => {
    const again = plus(
      sound,
      back('customer-identification'),
      act('V91', 'IDENTIFY', '2026-09-22T15:00:00+08:00', 'S-IN1', 'INTAKE_OFFICER'),
      act('V92', 'NEEDS', '2026-09-22T16:00:00+08:00', 'S-CM1', 'CUSTOMER_MANAGER'),
    );
    expect(statuses(again).get('process/acceptance/order')).toBe('pass');
  });

  test('evaluated, sent back, and contacted meanwhile', () => {
    const returned = act(
      'V90',
      'RETURN',
      '2026-11-12T09:00:00+08:00',
      'S-CM1',
      'CUSTOMER_MANAGER',
      'customer-evaluation',
    );
    const of = statuses(plus(sound, returned));
    expect(of.get('process/customer-evaluation/post')).toBe('not-applicable');
    expect(of.get('process/redevelopment/post')).toBe('not-applicable');
  });
});

describe('a file of before', () => {
  const stripped = (text: string) =>
    withEvents(text, (events) =>
      events.filter(
        (event) =>
          !['PARTNER_CHECK', 'IDENTIFY', 'NEEDS', 'MATCH'].some((type) => isOf(type)(event)),
      ),
    );
  const led = (day: string) =>
    stripped(sound).replace(/leadReceivedAt: ".*"/u, `leadReceivedAt: "${day}T09:00:00+08:00"`);

  test('is not found to have skipped what nobody recorded then', () => {
    const of = statuses(stripped(old));
    for (const step of ['channels-and-partners', 'customer-identification', 'needs-and-matching'])
      for (const facet of ['post', 'order', 'gate'])
        expect(of.get(`process/${step}/${facet}`) ?? 'not-applicable').toBe('not-applicable');
    expect(of.get('process/acceptance/order')).toBe('pass');
    expect(of.get('CHR-028')).toBe('not-applicable');
  });

  test.each([
    ['2026-06-30', 'pass'],
    ['2026-07-01', 'fail'],
  ])('whose lead came in on %s', (day, expected) => {
    expect(statuses(led(day)).get('process/acceptance/order')).toBe(expected);
  });

  test('and one that does not say when is not taken for one', () => {
    const silent = stripped(sound).replace(/^ {2}leadReceivedAt: .*\n/mu, '');
    expect(statuses(silent).get('process/acceptance/order')).toBe('cannot-tell');
  });

  test('with no partner behind it needs no check of one', () => {
    const alone = without('PARTNER_CHECK').replace(
      'tasksPerformed: [LEAD, DOC_DELIVERY]',
      'tasksPerformed: [DOC_DELIVERY]',
    );
    expect(statuses(alone).get('process/acceptance/order')).toBe('pass');
  });
});

describe('limits', () => {
  test.each([
    ['interview', 'INTERVIEW', '2026-09-29T10:00:00+08:00', 'fail'],
    ['interview', 'INTERVIEW', '2026-09-28T10:00:00+08:00', 'pass'],
    ['disbursement', 'DISBURSE', '2026-10-23T10:00:00+08:00', 'fail'],
    ['disbursement', 'DISBURSE', '2026-10-22T10:00:00+08:00', 'pass'],
  ])('%s on %s at %s', (step, type, at, expected) => {
    expect(statuses(moved(type, at)).get(`process/${step}/time`)).toBe(expected);
  });

  test('are not asked before the service standard began', () => {
    expect(statuses(old).get('process/interview/time')).toBe('not-applicable');
  });
});
