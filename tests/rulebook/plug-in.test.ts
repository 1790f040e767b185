import { describe, expect, test } from 'vitest';

import type { Source } from '../../src/base/source.ts';
import { textOf } from '../../src/base/source.ts';
import { documentsOf, textFiles } from '../../src/cli/manual-files.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import { rulebookFolder } from '../../src/io/rulebook.ts';
import { joinedProcess } from '../../src/program/joined.ts';
import { readRulebook } from '../../src/program/read.ts';
import type { RulebookFolder } from '../../src/rulebook/folder.ts';
import { yamlOf } from '../evaluate/shipped.ts';

const fixture = rulebookFolder('tests/evaluate/fixture').folder;
const head = textIn('rulebook.yaml');
const limit = `${textIn('parameters/limit.yaml')}stricter: lower\n`;
const schema = textIn('schemas/request.schema.json');

function textIn(path: string): string {
  return fixture.files.get(path)?.text ?? '';
}

/** Files by path, each as text or as what becomes JSON, which is YAML. */
type Files = Readonly<Record<string, unknown>>;

function sources(name: string, files: Files): ReadonlyMap<string, Source> {
  return new Map(
    Object.entries(files).map(([path, data]) => [
      path,
      {
        name: `${name}/${path}`,
        text: typeof data === 'string' ? data : JSON.stringify(data),
      },
    ]),
  );
}

/** Head office: the fixture, some of whose files are others. */
function headOffice(changes: Files = {}): RulebookFolder {
  const files = new Map([
    ...fixture.files,
    ...sources('head', { 'parameters/limit.yaml': limit, ...changes }),
  ]);
  return { name: 'head', files };
}

const manifest = {
  format: 1,
  id: 'centre',
  version: '2.0.0',
  title: { en: 'Centre' },
  languages: ['en'],
  extends: '../head',
  builtOn: '1.0.0',
  owner: 'ADVISER',
  insert: [
    { before: 'review', steps: ['greet'] },
    {
      after: 'work',
      stages: [{ stage: 'care', title: { en: 'Care' }, steps: ['call'] }],
    },
  ],
  events: { GREETED: { en: 'Greeted' }, CALLED: { en: 'Called' } },
  fields: { request: 'schemas/visit.schema.json' },
  phases: {
    title: { en: 'Two phases' },
    phases: [
      { phase: 'first', title: { en: 'First' }, from: 'ask', until: 'greet' },
      { phase: 'second', title: { en: 'Second' }, from: 'review', until: 'call' },
    ],
  },
};
const visit = {
  properties: { visit: { $ref: '#/definitions/Visit', 'x-absence': 'none' } },
  definitions: {
    Visit: {
      type: 'object',
      properties: {
        visitId: { type: 'string' },
        wish: { type: 'number', 'x-unit': 'money' },
        heard: { type: 'boolean' },
      },
    },
  },
};
const own: Files = {
  'schemas/visit.schema.json': visit,
  'posts.yaml': {
    posts: [{ post: 'ADVISER', title: { en: 'Adviser' }, duties: { en: 'Advises' } }],
    incompatible: [],
  },
  'definitions.yaml': {
    definitions: [
      {
        definition: 'wished',
        title: { en: 'wish' },
        editions: [{ from: '2000-01-01', is: 'visit.wish' }],
      },
    ],
  },
  'parameters/limit.yaml': {
    moves: 'limit',
    editions: [{ from: '2024-05-01', value: 90, basis: ['T-1#all'] }],
  },
  'stages/work/greet/step.yaml': {
    step: 'greet',
    title: { en: 'Greet' },
    purpose: { en: 'Somebody comes' },
    posts: ['ADVISER'],
    events: ['GREETED'],
    rules: ['CEN-001'],
  },
  'stages/work/greet/CEN-001-heard.yaml': {
    rule: 'CEN-001',
    kind: 'bank',
    level: 'mandatory',
    check: 'data',
    status: 'issued',
    posts: ['ADVISER'],
    title: { en: 'The wish was heard' },
    asOf: 'day',
    when: 'visit != null',
    require: 'visit.heard and wished <= amount',
    finding: { en: 'Not heard' },
    editions: [{ from: '2000-01-01', basis: ['T-1#all'] }],
  },
  'stages/care/call/step.yaml': {
    step: 'call',
    title: { en: 'Call' },
    purpose: { en: 'A call afterwards' },
    posts: ['ADVISER'],
    events: ['CALLED'],
    rules: [],
  },
};

/** The centre on top of head office. */
function centre(parent = headOffice(), changes: Files = {}, keys: object = {}): RulebookFolder {
  const all = { 'rulebook.yaml': { ...manifest, ...keys }, ...own, ...changes };
  return { name: 'centre', files: sources('centre', all), parent };
}

function read(folder: RulebookFolder) {
  const { value, diagnostics } = readRulebook(folder);
  const said = diagnostics
    .filter(({ code }) => !/no-cases|cases-lack|unused|unread/u.test(code))
    .map(({ code, span }) => `${code} ${span.source.name} \`${textOf(span)}\``);
  return { program: value, said };
}

function outcomes(folder: RulebookFolder, text: string): ReadonlyMap<string, string> {
  const { program } = read(folder);
  const subject = program?.subjects.get('request');
  if (!program || !subject) throw new Error('it does not load');
  const { value } = dossierFromYaml(yamlOf(text, 'file'), subject.type);
  if (!value) throw new Error('no file');
  const judged = judge(program, subject, value, {}).outcomes;
  // each rule once
  expect(new Set(judged.map(({ rule, element }) => `${rule} ${element ?? ''}`)).size).toBe(
    judged.length,
  );
  return new Map(judged.map(({ rule, status }) => [rule, status]));
}

function file(changes: Readonly<Record<string, string>> = {}): string {
  const at = { ASKED: '09', GREETED: '10', REVIEWED: '11', DECIDED: '12', ...changes };
  const acts = Object.entries(at).map(
    ([what, hour], index) =>
      `  - { what: ${what}, at: "2024-05-06T${hour}:00:00+08:00", who: P${index}, post: ${what === 'GREETED' ? 'ADVISER' : what === 'ASKED' ? 'CLERK' : what === 'REVIEWED' ? 'REVIEWER' : 'MANAGER'} }`,
  );
  return `id: A\nday: 2024-05-06\namount: 80\nchecked: true\nvisit: { visitId: B, wish: 80, heard: true }\nacts:\n${acts.join('\n')}\n`;
}

describe('a second process takes in the first', () => {
  test('without a word against it', () => {
    expect(read(centre()).said).toEqual([]);
  });

  test('in one order, each step with whose it is and its phase', () => {
    const { program } = read(centre());
    if (!program) throw new Error('it does not load');
    const { steps, plugIns } = joinedProcess(program, '2024-05-06');
    expect(steps.map(({ id, layer, phase }) => `${id} ${layer.id} ${phase?.phase ?? '-'}`)).toEqual(
      [
        'ask fixture first',
        'greet centre first',
        'review fixture second',
        'decide fixture second',
        'sign fixture second',
        'pay fixture second',
        'call centre second',
      ],
    );
    expect(plugIns.map(({ id, anchor, position }) => `${id} ${position} ${anchor}`)).toEqual([
      'centre/greet AFTER ask',
      'centre/call AFTER pay',
    ]);
  });

  test('in the manual too', () => {
    const { program } = read(centre());
    if (!program) throw new Error('it does not load');
    const run = {
      formats: ['md'],
      languages: ['en'],
      asOf: '2024-05-06',
      out: 'out',
      rulebookAt: 'rules',
    } as const;
    const text = [...textFiles(documentsOf(program, run), run).values()].join('\n');
    expect(text).toMatch(/Greet\]\([^)]*\) \| First \| Centre \| .*Adviser/u);
    expect(text).toMatch(/Pay\]\([^)]*\) \| Second \| A small rulebook for tests \| /u);
  });

  test('one file walks through both, fields of both and order across', () => {
    const sound = outcomes(centre(), file());
    expect(sound.get('CEN-001')).toBe('pass');
    expect(sound.get('process/review/order')).toBe('pass');
    const late = outcomes(centre(), file({ GREETED: '13' }));
    expect(late.get('process/review/order')).toBe('fail');
    const unheard = outcomes(centre(), file().replace('heard: true', 'heard: false'));
    expect([unheard.get('CEN-001'), unheard.get('TST-001')]).toEqual(['fail', 'pass']);
  });

  test('a file that never came to it is judged as before, but for the steps that were put in', () => {
    const text = file().replace(/visit: .*\n/u, '');
    expect(outcomes(centre(), text).get('CEN-001')).toBe('not-applicable');
  });
});

describe('what head office changes flows in', () => {
  test('a stricter limit where the centre has moved none', () => {
    const parent = headOffice({ 'parameters/limit.yaml': limit.replaceAll('100', '50') });
    const files = Object.fromEntries(
      Object.entries(own).filter(([path]) => path !== 'parameters/limit.yaml'),
    );
    const folder: RulebookFolder = {
      name: 'centre',
      files: sources('centre', { 'rulebook.yaml': manifest, ...files }),
      parent,
    };
    const text = file().replaceAll('2024-05-06', '2023-05-06');
    expect(outcomes({ ...folder, parent: headOffice() }, text).get('TST-001')).toBe('pass');
    expect(outcomes(folder, text).get('TST-001')).toBe('fail');
  });

  test('a rule, and a step with its order', () => {
    const parent = headOffice({
      'rulebook.yaml': head.replace('review,', 'review, weigh,'),
      'stages/work/weigh/step.yaml': {
        step: 'weigh',
        title: { en: 'Weigh' },
        purpose: { en: 'It is weighed' },
        posts: ['REVIEWER'],
        events: ['WEIGHED'],
        rules: ['NEW-001'],
      },
      'stages/work/weigh/NEW-001-small.yaml': {
        rule: 'NEW-001',
        kind: 'bank',
        title: { en: 'Small' },
        asOf: 'day',
        require: 'amount <= 70',
        finding: { en: 'Large' },
        editions: [{ from: '2000-01-01', basis: ['T-1#all'] }],
      },
    });
    const found = outcomes(centre(parent), file());
    expect(found.get('NEW-001')).toBe('fail');
    expect(found.get('process/decide/order')).toBe('fail');
  });
});

/** What head office does, the centre being as it was; and what is said, where. */
const clashes: readonly (readonly [string, Files, string])[] = [
  [
    'renames the step that one hangs on',
    {
      'rulebook.yaml': head.replace('review,', 'examine,'),
      'stages/work/examine/step.yaml': textIn('stages/work/review/step.yaml').replace(
        'step: review',
        'step: examine',
      ),
    },
    'rulebook/unknown-reference centre/rulebook.yaml `review`',
  ],
  [
    'renames the stage that one hangs on',
    { 'rulebook.yaml': head.replace('stage: work', 'stage: business') },
    'rulebook/unknown-reference centre/rulebook.yaml `work`',
  ],
  [
    'has a step of that name',
    {
      'rulebook.yaml': head.replace('review,', 'review, greet,'),
      'stages/work/greet/step.yaml': own['stages/work/greet/step.yaml'],
    },
    'rulebook/redefined centre/stages/work/greet/step.yaml `greet`',
  ],
  [
    'has a rule of that number',
    {
      'stages/work/review/GAT-001-checked.yaml': textIn(
        'stages/work/review/GAT-001-checked.yaml',
      ).replace('rule: GAT-001', 'rule: CEN-001'),
    },
    'rulebook/redefined centre/stages/work/greet/CEN-001-heard.yaml `CEN-001`',
  ],
  [
    'knows the type of event',
    {
      'schemas/request.schema.json': schema.replace(
        '"what": { "type": "string" }',
        '"what": { "type": "string", "enum": ["ASKED", "GREETED"] }',
      ),
    },
    'rulebook/redefined centre/rulebook.yaml `GREETED`',
  ],
  [
    'has a field of that name',
    {
      'schemas/request.schema.json': schema.replace(
        '"id": {',
        '"visit": { "type": "string" }, "id": {',
      ),
    },
    'rulebook/redefined centre/schemas/visit.schema.json `visit`',
  ],
  [
    'has records of that name in its schema',
    {
      'schemas/request.schema.json': schema.replace(
        '"type": "object",',
        '"type": "object", "definitions": { "Visit": { "type": "object" } },',
      ),
    },
    'rulebook/redefined centre/schemas/visit.schema.json `Visit`',
  ],
  [
    'makes a limit stricter than the centre moved it to',
    { 'parameters/limit.yaml': limit.replaceAll('200', '80') },
    'rulebook/loosened centre/parameters/limit.yaml `90`',
  ],
  [
    'says no longer which way a limit is stricter',
    { 'parameters/limit.yaml': limit.replace('stricter: lower\n', '') },
    'rulebook/fixed centre/parameters/limit.yaml `limit`',
  ],
  [
    'has a definition of that name',
    {
      'definitions.yaml': `${textIn('definitions.yaml')}  - { definition: wished, title: { en: wish }, is: amount }\n`,
    },
    'rulebook/redefined centre/definitions.yaml `wished`',
  ],
  [
    'has a post of that name',
    {
      'posts.yaml': textIn('posts.yaml').replace(
        'posts:\n',
        'posts:\n  - { post: ADVISER, title: { en: Adviser }, duties: { en: Advises } }\n',
      ),
    },
    'rulebook/redefined centre/posts.yaml `ADVISER`',
  ],
  [
    'goes on to another version',
    { 'rulebook.yaml': head.replace(/version: .*/u, 'version: 1.1.0') },
    'rulebook/built-on centre/rulebook.yaml `1.0.0`',
  ],
];

describe('what clashes is refused, at its place in the centre', () => {
  test.each(clashes)('head office %s', (_, changes, said) => {
    expect(read(centre(headOffice(changes))).said).toContain(said);
  });

  test.each([
    [
      'two lists in one place',
      { insert: [{ after: 'ask', steps: ['greet'], rules: ['CEN-001'] }] },
      'rulebook/insert',
    ],
    [
      'a stage that is there',
      { insert: [{ after: 'work', stages: [{ stage: 'work', title: {}, steps: ['call'] }] }] },
      'rulebook/redefined',
    ],
    ['fields of no kind of file', { fields: { requests: 'x.json' } }, 'rulebook/unknown-reference'],
    ['fields in no file', { fields: { request: 'x.json' } }, 'rulebook/missing-file'],
    ['an owner who is no post', { owner: 'NOBODY' }, 'rulebook/unknown-reference'],
    [
      'phases out of order',
      {
        phases: {
          title: { en: 'P' },
          phases: [
            { phase: 'b', title: { en: 'B' }, from: 'decide', until: 'pay' },
            { phase: 'a', title: { en: 'A' }, from: 'ask', until: 'review' },
          ],
        },
      },
      'rulebook/phase-order',
    ],
    [
      'a phase of no step',
      {
        phases: {
          title: { en: 'P' },
          phases: [{ phase: 'a', title: { en: 'A' }, from: 'asks', until: 'pay' }],
        },
      },
      'rulebook/unknown-reference',
    ],
  ])('%s', (_, keys, code) => {
    const { said } = read(centre(headOffice(), {}, keys));
    expect(said.map((text) => text.split(' ')[0])).toContain(code);
  });
});
