import { evaluate } from '../feel/calculator/evaluate.ts';
import type { Scope } from '../feel/calculator/scope.ts';
import type { Core } from '../feel/core.ts';
import { unwritten } from '../feel/core.ts';
import { fieldOf } from '../feel/operations/field.ts';
import { isUnknown, unknown } from '../feel/operations/unknown.ts';
import { parseExpression } from '../feel/parse.ts';
import type { Syntax } from '../feel/syntax.ts';
import { any } from '../feel/types.ts';
import { isKind, type Value } from '../feel/value.ts';
import type { CodeSet, Reference } from '../program/ast.ts';
import { cellOf, codesIn, rowsOf } from '../program/code-sheet.ts';
import type { Zone } from '../values/zone.ts';
import { dayOf } from './day.ts';
import { editionOn } from './references.ts';
import { momentOf, newWork, type Session } from './session.ts';
import { valueOf } from './value.ts';

/**
 * What an expression of rules comes to by the calculator, which reads the text as it stands: for what somebody
 * asks by hand, and for tests of the evaluator.
 *
 * @param variables - by name
 * @throws EvaluationLimit where it would take too long or too much memory
 */
export function calculated(
  node: Syntax,
  session: Session,
  day: string | undefined,
  variables: ReadonlyMap<string, Value> = new Map(),
): Value {
  const { reading, calendar } = newWork(session.program);
  const world = calendar ? { calendar } : {};
  return evaluate(node, calculatorScope(session, day, variables), reading, world);
}

/** The names that rules use: variables, fields, then definitions, parameters, tables and code sets on a day. */
function calculatorScope(
  session: Session,
  day: string | undefined,
  variables: ReadonlyMap<string, Value>,
): Scope {
  const { program, dossier, subject } = session;
  const known = new Map<string, Value>();
  return {
    get: (name) => {
      const variable = variables.get(name);
      if (variable !== undefined) return variable;
      if (subject.type.fields.has(name)) return fieldOf(dossier.root, name);
      const codes = program.codeSets.get(name);
      if (codes) return codesOf(codes, day);
      const reference = program.references.get(name);
      if (!reference) return undefined;
      const value = known.get(name) ?? read(reference, session, day);
      known.set(name, value);
      return value;
    },
    call: (name, args) => {
      const codes = program.codeSets.get(name);
      if (codes) return codesCalled(codes, args, day, program.setting.zone);
      const reference = program.references.get(name);
      if (!reference) return undefined;
      const takes = reference.kind === 'parameter' ? [] : reference.takes;
      const on = args[takes.length];
      if (on === undefined && takes.length === 0) return undefined;
      const asked = on === undefined ? day : dayOf(on, program.setting.zone);
      return typeof asked === 'object'
        ? asked
        : read(reference, session, asked, args.slice(0, takes.length));
    },
    pointerOf: (name) =>
      !variables.has(name) && subject.type.fields.has(name) ? `/${name}` : undefined,
  };
}

/** A code set as the list of its codes. */
function codesOf({ name, editions }: CodeSet, day: string | undefined): Value {
  const edition = editionOn(editions, day);
  if (!edition) return unknown('no-value', name);
  return { kind: 'list', items: [...codesIn(edition.sheet)] };
}

/** `codes(day)`, `codes(code)` and `codes(code, day)`: a code's row is a context of its columns. */
function codesCalled(
  codes: CodeSet,
  [code, on]: readonly Value[],
  day: string | undefined,
  zone: Zone,
): Value {
  if (code === undefined) return null;
  if (isKind(code, 'date') || isKind(code, 'date-time')) {
    const asked = dayOf(code, zone);
    return typeof asked === 'string' ? codesOf(codes, asked) : asked;
  }
  const asked = on === undefined ? day : dayOf(on, zone);
  if (typeof asked === 'object') return asked;
  const edition = editionOn(codes.editions, asked);
  const none = unknown('no-value', codes.name);
  if (!edition) return none;
  if (isUnknown(code)) return code;
  const row = typeof code === 'string' ? rowsOf(edition.sheet).get(code) : undefined;
  if (row === undefined) return code === null ? unknown('undefined', '') : none;
  const cells = [...codes.columns.values()].map((column): [string, Value] => [
    column.name,
    cellOf(edition.sheet, row, column) ?? none,
  ]);
  return { kind: 'context', entries: new Map(cells) };
}

/** A definition by its text; a parameter or table as rules read it. */
function read(
  reference: Reference,
  session: Session,
  day: string | undefined,
  args: readonly Value[] = [],
): Value {
  if (reference.kind === 'definition') {
    const edition = editionOn(reference.editions, day);
    const text = edition && (edition.is.named ?? edition.is.yaml.text);
    const formula =
      text === undefined ? undefined : parseExpression(text, { dialect: 'rule' }).value;
    const given = reference.takes.map(({ variable }, index) => {
      return [variable.name, args[index] ?? null] as const;
    });
    if (formula) return calculated(formula, session, day, new Map(given));
  }
  const { kind: what, name } = reference;
  const given = args.map((value): Core => ({
    kind: 'constant',
    value,
    type: any,
    span: unwritten,
  }));
  const core: Core = {
    kind: 'reference',
    what,
    name,
    ...(given.length > 0 && { args: given }),
    type: any,
    span: unwritten,
  };
  return valueOf({ core }, momentOf(session, day));
}
