/** JavaScript as data: expressions and statements, of which the printer makes text with the parentheses they need. */
export type Js =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'literal'; readonly source: string; readonly isNegative: boolean }
  | { readonly kind: 'call'; readonly of: Js; readonly args: readonly Js[] }
  | { readonly kind: 'member'; readonly of: Js; readonly name: string }
  | { readonly kind: 'at'; readonly of: Js; readonly index: Js }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Js; readonly right: Js }
  | { readonly kind: 'unary'; readonly operator: 'new ' | '!' | 'typeof '; readonly of: Js }
  | { readonly kind: 'if'; readonly test: Js; readonly yes: Js; readonly no: Js }
  | {
      readonly kind: 'set';
      readonly operator: '=' | '+=';
      readonly target: Js;
      readonly value: Js;
    }
  | { readonly kind: 'sequence'; readonly parts: readonly Js[] }
  | { readonly kind: 'list'; readonly items: readonly Js[] }
  | OnceJs;

/** A call that several expressions of a function need: where it got a name, it was made before them. */
export interface OnceJs {
  readonly kind: 'once';
  readonly call: Js;
  name: string | undefined;
}

export type Operator =
  | '||'
  | '&&'
  | '|'
  | '==='
  | '!=='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*';

export type Statement =
  | { readonly kind: 'do'; readonly of: Js }
  | { readonly kind: 'const' | 'let'; readonly name: string; readonly value: Js }
  | { readonly kind: 'declare'; readonly names: readonly string[] }
  | { readonly kind: 'return'; readonly value: Js | undefined }
  | {
      readonly kind: 'when';
      readonly test: Js;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    }
  | { readonly kind: 'continue' }
  | { readonly kind: 'block'; readonly body: readonly Statement[] }
  | {
      readonly kind: 'for';
      readonly begin: readonly (readonly [name: string, value: Js])[];
      readonly while: Js;
      readonly steps: readonly Js[];
      readonly body: readonly Statement[];
    };

export interface FunctionJs {
  readonly parameters: readonly string[];
  readonly body: readonly Statement[];
}

export function name(text: string): Js {
  return { kind: 'name', name: text };
}

export const NaNJs: Js = name('NaN');
export const undefinedJs: Js = name('undefined');

export function number(value: number): Js {
  if (Number.isNaN(value)) return NaNJs;
  return { kind: 'literal', source: String(value), isNegative: value < 0 || Object.is(value, -0) };
}

/** A text: JSON, with the two line ends that are not allowed in all of JavaScript's texts escaped too. */
export function text(value: string): Js {
  const source = JSON.stringify(value)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
  return { kind: 'literal', source, isNegative: false };
}

export function call(of: string | Js, ...args: readonly Js[]): Js {
  return { kind: 'call', of: typeof of === 'string' ? name(of) : of, args };
}

export function member(of: Js, field: string): Js {
  return { kind: 'member', of, name: field };
}

export function at(of: Js, index: Js): Js {
  return { kind: 'at', of, index };
}

export function binary(operator: Operator, left: Js, right: Js): Js {
  return { kind: 'binary', operator, left, right };
}

/** All of some expressions with an operator between them; `none` where there are none. */
export function chain(operator: Operator, parts: readonly Js[], none: Js): Js {
  const [first = none, ...others] = parts;
  return others.reduce((all, one) => binary(operator, all, one), first);
}

export function is(left: Js, right: Js): Js {
  return binary('===', left, right);
}

export function isNot(left: Js, right: Js): Js {
  return binary('!==', left, right);
}

export function either(test: Js, yes: Js, no: Js): Js {
  return { kind: 'if', test, yes, no };
}

export function set(target: Js, value: Js): Js {
  return { kind: 'set', operator: '=', target, value };
}

export function raise(target: Js, by: Js): Js {
  return { kind: 'set', operator: '+=', target, value: by };
}

export function sequence(...parts: readonly Js[]): Js {
  return { kind: 'sequence', parts };
}

export function run(of: Js): Statement {
  return { kind: 'do', of };
}

export function constant(named: string, value: Js): Statement {
  return { kind: 'const', name: named, value };
}

export function variable(named: string, value: Js): Statement {
  return { kind: 'let', name: named, value };
}

export function give(value?: Js): Statement {
  return { kind: 'return', value };
}

export function when(
  test: Js,
  yes: readonly Statement[],
  no: readonly Statement[] = [],
): Statement {
  return { kind: 'when', test, yes, no };
}

export const next: Statement = { kind: 'continue' };

/** Statements with names of their own. */
export function block(...body: readonly Statement[]): Statement {
  return { kind: 'block', body };
}
