import { evaluate } from '../feel/calculator/evaluate.ts';
import type { Scope } from '../feel/calculator/scope.ts';
import type { Core } from '../feel/core.ts';
import { unwritten } from '../feel/core.ts';
import { fieldOf } from '../feel/operations/field.ts';
import { parseExpression } from '../feel/parse.ts';
import type { Syntax } from '../feel/syntax.ts';
import { any } from '../feel/types.ts';
import type { Value } from '../feel/value.ts';
import type { Reference } from '../program/ast.ts';
import { bankDay } from './day.ts';
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

/** The names that rules use: variables, fields, then definitions, parameters and tables on a day. */
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
      const reference = program.references.get(name);
      if (!reference) return undefined;
      const value = known.get(name) ?? read(reference, session, day);
      known.set(name, value);
      return value;
    },
    call: (name, [on]) => {
      const reference = program.references.get(name);
      if (!reference || on === undefined) return undefined;
      const asked = bankDay(on);
      return typeof asked === 'string' ? read(reference, session, asked) : asked;
    },
    pointerOf: (name) =>
      !variables.has(name) && subject.type.fields.has(name) ? `/${name}` : undefined,
  };
}

/** A definition by its text; a parameter or table as rules read it. */
function read(reference: Reference, session: Session, day: string | undefined): Value {
  const edition = reference.kind === 'definition' ? editionOn(reference.editions, day) : undefined;
  const formula =
    edition && parseExpression(edition.is.named ?? edition.is.yaml.text, { dialect: 'rule' }).value;
  if (formula) return calculated(formula, session, day);
  const { kind: what, name } = reference;
  const core: Core = { kind: 'reference', what, name, type: any, span: unwritten };
  return valueOf({ core }, momentOf(session, day));
}
