import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { describe, expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { judgeAll } from '../../src/check/judge-all.ts';
import { readDossier } from '../../src/check/read.ts';
import { judgeTogether } from '../../src/evaluate/judge.ts';
import { shipped } from '../evaluate/shipped.ts';

const { program } = shipped();
const engine = engineOf(program);

type Texts = Readonly<Record<string, string>>;

function textsOf(folder: string): Texts {
  const names = globSync('*.yaml', { cwd: `examples/${folder}` }).toSorted();
  return Object.fromEntries(
    names.map((name) => [
      basename(name, '.yaml'),
      readFileSync(`examples/${folder}/${name}`, 'utf8'),
    ]),
  );
}

const sound = textsOf('network');
const faulty = textsOf('network-faulty');

/** With one text put for another in a file, which has to be there. */
function changed(texts: Texts, name: string, from: string, to: string): Texts {
  const before = texts[name];
  if (before?.includes(from) !== true) throw new Error(`${name} has no ${from}`);
  return { ...texts, [name]: before.replace(from, to) };
}

function filesOf(texts: Texts) {
  return Object.entries(texts).map(([name, text]) => readDossier({ name, text }, engine));
}

/** What somebody must act on, by file: `1001 ORG-022 fail /institution/institutionId`. */
function findings(texts: Texts): readonly string[] {
  return judgeAll(filesOf(texts), engine, {}).flatMap(({ id, judged }) =>
    (judged?.judgement.findings ?? []).map(
      ({ rule, status, at }) => `${id} ${rule} ${status} ${at.replace(/^\/dossiers\/\d+/u, '')}`,
    ),
  );
}

const found = (texts: Texts) => findings(texts).map((one) => one.split(' ').slice(0, 3).join(' '));

test('the sound network is in order', () => {
  expect(findings(sound)).toEqual([]);
});

test('each planted fault is found in its own file and at its place', () => {
  expect(findings(faulty)).toEqual([
    // its parent is its own outlet
    '1001 ORG-022 fail /institution/institutionId',
    '1001 ORG-023 fail /institution/parentId',
    '1001 ORG-027 fail /areas/1/areaId',
    '1001 ORG-036 fail /posts/0/headcount',
    '1001 ORG-039 fail /authorisations',
    '100101 ORG-022 fail /institution/institutionId',
    '100102 ORG-037 fail /licences/1/validTo',
    '100103 ORG-024 fail /institution/centreId',
    '1002 ORG-027 fail /areas/0/areaId',
  ]);
});

test('in whatever order the files are given', () => {
  const { '1001-centre': first = '', ...others } = faulty;
  const moved = { first, ...Object.fromEntries(Object.entries(others).toReversed()) };
  expect(findings(moved).toSorted()).toEqual(findings(faulty).toSorted());
});

test.each([
  ['sound', sound],
  ['faulty', faulty],
])('plans say of the %s network what the evaluator says', (_, texts) => {
  const files = filesOf(texts).flatMap(({ dossier, subject }) =>
    dossier && subject ? [{ dossier, subject }] : [],
  );
  const [fast, slow] = [engine.judge(files, {}), judgeTogether(program, files, {})].map(
    (judgements) =>
      judgements.map(({ outcomes, verdict }) => [
        verdict,
        ...outcomes.map(({ rule, element, status }) => `${rule} ${element ?? ''} ${status}`),
      ]),
  );
  expect(fast).toEqual(slow);
});

describe('bad input is told for what it is', () => {
  test('two outlets above each other, and two below them that are told nothing', () => {
    const circle = changed(
      changed(sound, '100101-outlet', "parentId: '1001'", "parentId: '100102'"),
      '100102-outlet',
      "parentId: '1001'",
      "parentId: '100101'",
    );
    expect(found(circle)).toEqual([
      '100101 ORG-022 fail',
      '100101 ORG-023 fail',
      '100102 ORG-022 fail',
      '100102 ORG-023 fail',
      // the parent may not offer what the child does
      '100102 ORG-039 fail',
    ]);
  });

  test('a parent that is in no file, and one that nobody entered', () => {
    const wrong = changed(sound, '100103-outlet', "parentId: '1001'", "parentId: '9999'");
    expect(found(wrong)).toEqual([
      '100103 ORG-021 fail',
      '100103 ORG-023 cannot-tell',
      '100103 ORG-039 cannot-tell',
    ]);
    const absent = changed(sound, '100103-outlet', "  parentId: '1001'\n", '');
    expect(new Set(found(absent).map((one) => one.slice(0, 6)))).toEqual(new Set(['100103']));
    expect(found(absent)).toContain('100103 ORG-020 cannot-tell');
    expect(found(absent)).toContain('100103 ORG-022 cannot-tell');
  });

  test('a network that nobody entered leaves the whole open, and breaks nothing', () => {
    const lost = changed(sound, '100103-outlet', "  networkId: '10'\n", '');
    const statuses = new Set(found(lost).map((one) => one.split(' ')[2]));
    expect(statuses).toEqual(new Set(['cannot-tell']));
  });

  test('a second root is told in its own file', () => {
    const two = changed(
      changed(sound, '1001-centre', "  parentId: '10'\n", ''),
      '1001-centre',
      'serviceHours:\n',
      'verifiedNone: [institution.parentId]\nserviceHours:\n',
    );
    expect(found(two)).toContain('1001 ORG-020 fail');
    expect(found(two).filter((one) => !one.startsWith('1001 '))).toEqual([]);
  });

  test('an outlet alone says whose files it wants', () => {
    const { '100101-outlet': alone = '' } = sound;
    const statuses = new Set(findings({ alone }).map((one) => one.split(' ')[2]));
    expect(statuses).toEqual(new Set(['cannot-tell']));
  });
});

test('a network of sixty outlets is judged within its limits', () => {
  const {
    '10-branch': branch = '',
    '1001-centre': centre = '',
    '100101-outlet': outlet = '',
  } = sound;
  const many = Array.from({ length: 60 }, (_, index) => [
    `outlet-${index}`,
    outlet.replaceAll("'100101'", `'O${index}'`).replaceAll('S-', `S-${index}-`),
  ]);
  const network = { branch, centre, ...Object.fromEntries(many) };
  const beyond = judgeAll(filesOf(network), engine, {}).flatMap(({ judged }) =>
    (judged?.judgement.findings ?? []).filter(({ missing }) =>
      missing.some(({ why }) => why === 'limit'),
    ),
  );
  expect(beyond.map(({ rule }) => rule)).toEqual([]);
});
