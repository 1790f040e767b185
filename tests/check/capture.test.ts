import fc from 'fast-check';
import { expect, test } from 'vitest';

import { engineOf } from '../../src/check/engine.ts';
import { prepared } from '../../src/check/prepared.ts';
import { readJson } from '../../src/check/read-json.ts';
import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { judge } from '../../src/evaluate/judge.ts';
import type { Judgement } from '../../src/evaluate/outcome.ts';
import type { Type } from '../../src/feel/types.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { plainOf } from '../../src/yaml/tree.ts';
import { samples, sampleYaml, shipped } from '../evaluate/shipped.ts';

const { program, subject } = shipped();
const before = prepared(program);
const full = engineOf(program, runGenerated, 0, before);
const texts = samples.map((name) => JSON.stringify(plainOf(sampleYaml(name))));

/** Every path of a type, as a capture names them. */
function pathsOf(type: Type, path = ''): readonly string[] {
  if (type.kind === 'list') return pathsOf(type.of, `${path}[]`);
  if (type.kind !== 'context') return [];
  return [...type.fields.values()].flatMap((field) => {
    const own = path === '' ? field.name : `${path}.${field.name}`;
    return [own, ...pathsOf(field.type, own)];
  });
}

const every = pathsOf(subject.type);

interface Cut {
  /** The file without what was cut. */
  readonly text: string;
  readonly complete: readonly string[];
}

/** A file from which fields, or the last elements of lists, were taken away, and what it still has all of. */
function cutFrom(text: string, choices: readonly number[]): Cut {
  const file: unknown = JSON.parse(text);
  const taken = new Set<string>();
  for (const choice of choices) {
    const places = placesIn(file, '');
    const place = places[choice % places.length];
    if (!place || ['waivers', 'subject'].includes(place.path.split('.')[0] ?? '')) continue;
    taken.add(place.path);
    place.cut(choice);
  }
  return { text: JSON.stringify(file), complete: every.filter((path) => !taken.has(path)) };
}

interface Place {
  readonly path: string;
  readonly cut: (choice: number) => void;
}

function placesIn(value: unknown, path: string): readonly Place[] {
  if (Array.isArray(value)) {
    const cut = (choice: number) => {
      value.length = choice % (value.length + 1);
    };
    return [{ path, cut }, ...value.flatMap((item: unknown) => placesIn(item, `${path}[]`))];
  }
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  return Object.keys(record).flatMap((name) => {
    const own = path === '' ? name : `${path}.${name}`;
    const cut = () => {
      delete record[name];
    };
    return [{ path: own, cut }, ...placesIn(record[name], own)];
  });
}

function said({ outcomes, verdict, scope }: Judgement) {
  return {
    verdict,
    scope,
    outcomes: outcomes.map(({ rule, element, status, missing, at }) =>
      [rule, element, status, at, ...missing.map(({ why, pointer }) => why + pointer)].join(' '),
    ),
  };
}

/** What each way of judging says of a file of a source that has not all: plans by closures and generated, the evaluator. */
function judgedEveryWay({ text, complete }: Cut): readonly Judgement[] {
  const capture = { subject: subject.name, complete };
  const engines = [undefined, runGenerated].map((run) =>
    engineOf(program, run, 0, before, capture),
  );
  const source = { name: 'file.json', text };
  const yaml = parseYaml(source).value;
  return engines.flatMap((engine) => {
    const read = yaml && dossierFromYaml(yaml, engine.typeOf(subject)).value;
    if (!read) return [];
    const options = { captured: true };
    const careful = engine.judge([{ dossier: read, subject }], options);
    const quick = readJson(source, engine, subject.name);
    return [
      ...careful,
      ...(quick ? engine.judge([quick], options) : []),
      judge(program, subject, read, options),
    ];
  });
}

const settled: ReadonlySet<string> = new Set(['pass', 'fail', 'waived', 'not-applicable']);

function statusesOf({ outcomes }: Judgement): ReadonlyMap<string, string> {
  return new Map(outcomes.map(({ rule, element, status }) => [`${rule} ${element ?? ''}`, status]));
}

test('what was not captured never settles a rule otherwise than the whole file does, by whichever way', () => {
  let settledOnes = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }),
      (text, choices) => {
        const whole = readJson({ name: 'file.json', text }, full, subject.name);
        if (!whole) return;
        const [expected] = full.judge([whole], {});
        const [first, ...others] = judgedEveryWay(cutFrom(text, choices));
        if (!expected || !first) return;
        for (const other of others) expect(said(other)).toEqual(said(first));
        const known = statusesOf(expected);
        for (const [key, status] of statusesOf(first)) {
          // an element without its key has another name
          if (!settled.has(status) || key.includes(' #')) continue;
          expect(`${key} ${status}`).toBe(`${key} ${known.get(key)}`);
          settledOnes += 1;
        }
      },
    ),
    { numRuns: 8, seed: 12, endOnFailure: true },
  );
  expect(settledOnes).toBeGreaterThan(300);
}, 300_000);
