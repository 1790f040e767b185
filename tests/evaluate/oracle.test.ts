import process from 'node:process';

import { describe, expect, test } from 'vitest';

import { dossierFromYaml } from '../../src/dossier/from-yaml.ts';
import { calculated } from '../../src/evaluate/calculator-scope.ts';
import { bound, momentOf, newSession, type Session } from '../../src/evaluate/session.ts';
import { valueOf } from '../../src/evaluate/value.ts';
import { isList } from '../../src/feel/operations/list.ts';
import { printValue } from '../../src/feel/operations/print.ts';
import { isUnknown } from '../../src/feel/operations/unknown.ts';
import { parseExpression } from '../../src/feel/parse.ts';
import type { Syntax } from '../../src/feel/syntax.ts';
import type { Value } from '../../src/feel/value.ts';
import type { Expression, Let, ProgramRule } from '../../src/program/ast.ts';
import { placesIn, withHole } from './holes.ts';
import { sampleYaml, samples, shipped } from './shipped.ts';

/** Every so many places of a file are emptied at once, in turn. */
const everyOther = 5;

/** Sound files, and one with a fault; `HOLES=all npm test` takes every sample. */
const compared = samples.filter(
  (name) => process.env['HOLES'] === 'all' || /^(0001|0004|0010|0013)/u.test(name),
);

/** Elements of `each` that are compared, at most. */
const mostElements = 3;

/** What the evaluator and the calculator, which reads the text by itself, say of the rules of a file, where that differs. */
function differing(session: Session): readonly string[] {
  return session.program.rules.flatMap((rule) => {
    if (rule.group || rule.subject !== session.subject) return [];
    return elementsOf(rule, session).flatMap((element) =>
      rule.editions.flatMap(({ from, asOf, when, require, lets }) =>
        [asOf, when, require].flatMap((expression) => {
          if (!expression) return [];
          const day = expression === asOf ? undefined : from;
          const [ours, theirs] = both(expression, { rule, lets }, element, day, session);
          return ours === theirs ? [] : [`${rule.id} ${expression.yaml.text}: ${ours} / ${theirs}`];
        }),
      ),
    );
  });
}

function elementsOf({ each }: ProgramRule, session: Session): readonly (Value | undefined)[] {
  if (!each) return [undefined];
  const list = valueOf(each.list, momentOf(session, undefined));
  return isList(list) ? list.items.slice(0, mostElements) : [];
}

function both(
  { core, yaml }: Expression,
  { rule: { each }, lets }: { readonly rule: ProgramRule; readonly lets: readonly Let[] },
  element: Value | undefined,
  day: string | undefined,
  session: Session,
): readonly [string, string] {
  const moment = momentOf(session, day);
  const isBound = each !== undefined && element !== undefined;
  const ours = valueOf({ core }, isBound ? bound(moment, each.variable, element) : moment);
  const variables = new Map(isBound ? [[each.variable.name, element]] : []);
  // each after those that it mentions
  for (const { name, yaml: own } of lets)
    variables.set(name, calculated(syntaxOf(own.text), session, day, variables));
  return [said(ours), said(calculated(syntaxOf(yaml.text), session, day, variables))];
}

function syntaxOf(text: string): Syntax {
  const { value } = parseExpression(text, { dialect: 'rule' });
  if (!value) throw new Error(text);
  return value;
}

/** Places without order. The calculator does not tell of which field a test could not be made, only that it was none. */
function said(value: Value): string {
  if (!isUnknown(value)) return printValue(value);
  const places = value.missing.flatMap(({ why, pointer }) =>
    why === 'undefined' ? [] : [pointer],
  );
  return `unknown ${places.toSorted().join(' ')}`;
}

describe('the calculator, which reads the text by itself, says the same', () => {
  const { program, subject } = shipped();

  test.each(compared)(
    'of %s, whole and with holes',
    (name) => {
      const yaml = sampleYaml(name);
      // by its names alone the calculator cannot tell whose field one is where the element is not there
      const places = placesIn(yaml, subject.type).filter((way) => typeof way.at(-1) === 'string');
      const holed = Array.from({ length: everyOther }, (_, turn) =>
        places
          .filter((__, index) => index % everyOther === turn)
          .reduce((file, place) => withHole(file, place, 'null'), yaml),
      );
      for (const file of [yaml, ...holed]) {
        const { value: dossier } = dossierFromYaml(file, subject.type);
        if (!dossier) throw new Error(name);
        expect(differing(newSession(program, dossier, subject))).toEqual([]);
      }
    },
    120_000,
  );
});
