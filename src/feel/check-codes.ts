import { nearest } from '../base/suggest.ts';
import type { Names } from './bindings.ts';
import { type Checker, spanOf, unknownOf } from './checker.ts';
import type { Core, TextSpan } from './core.ts';
import { isDay } from './suits.ts';
import type { Path, Syntax } from './syntax.ts';
import { boolean, date, type Field, text } from './types.ts';

/** A code set that an expression names, with what stands in brackets behind it. */
export interface CodesNamed {
  readonly name: string;
  readonly columns: ReadonlyMap<string, Field>;
  readonly args: readonly Syntax[] | undefined;
}

/** `codes`, `codes(…)`; undefined where it names anything else. */
export function codesNamed(node: Syntax, names: Names): CodesNamed | undefined {
  const callee = node.kind === 'call' ? node.callee : node;
  if (callee.kind !== 'name') return undefined;
  const binding = names.resolve(callee.name);
  if (binding?.kind !== 'codes') return undefined;
  const args = node.kind === 'call' ? node.args.map(({ value }) => value) : undefined;
  return { name: callee.name, columns: binding.columns, args };
}

/** `of in codes`, `of in codes(day)` */
export function listedCore(
  of: Core,
  { name, columns, args }: CodesNamed,
  at: { readonly codes: Syntax; readonly span: TextSpan },
  names: Names,
  checker: Checker,
): Core {
  const [day, ...more] = args ?? [];
  if (args && (!day || more.length > 0)) return misused(at.codes, name, columns, checker);
  expectText(of, checker);
  const on = day && dayCore(day, names, checker);
  return { kind: 'codes', type: boolean, name, of, ...(on && { on }), span: at.span };
}

/** `codes(code).column`, `codes(code, day).column` */
export function columnCore(
  node: Path,
  { name, columns, args }: CodesNamed,
  names: Names,
  checker: Checker,
): Core {
  const [code, day, ...more] = args ?? [];
  if (!code || more.length > 0) return misused(node, name, columns, checker);
  const of = checker.check(code, names);
  expectText(of, checker);
  const on = day && dayCore(day, names, checker);
  const column = columns.get(node.name);
  if (!column) {
    const near = nearest(node.name, columns.keys());
    const known = [...columns.keys()].slice(0, 8).join(', ');
    const at = { start: node.nameStart, end: node.end };
    checker.report('feel/unknown-field', at, { name: node.name, of: known, near });
    return unknownOf(node);
  }
  const { type } = column;
  return { kind: 'codes', type, name, of, column, ...(on && { on }), span: spanOf(node) };
}

/** A code set where a value is wanted. */
export function misused(
  at: TextSpan,
  name: string,
  columns: ReadonlyMap<string, Field>,
  { report }: Pick<Checker, 'report'>,
): Core {
  report('feel/code-set', at, { name, columns: [...columns.keys()] });
  return unknownOf(at);
}

function dayCore(node: Syntax, names: Names, { check, report }: Checker): Core {
  const day = check(node, names);
  if (!isDay(day.type)) report('feel/type', day.span, { wanted: date, found: day.type });
  return day;
}

/** Codes are texts; of a value of several kinds one of them has to be. */
function expectText({ type, span }: Core, { report }: Checker): void {
  const kinds = type.kind === 'union' ? type.of : [type];
  const isText = kinds.some(({ kind }) => kind === 'text' || kind === 'any');
  if (!isText) report('feel/type', span, { wanted: text, found: type });
}
