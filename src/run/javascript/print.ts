import type { FunctionJs, Js, Operator, Statement } from './syntax.ts';

/** How tightly operators bind: what binds less than its place asks for stands in parentheses. */
const operators: Readonly<Record<Operator, number>> = {
  '||': 4,
  '&&': 5,
  '|': 6,
  '===': 7,
  '!==': 7,
  '<': 8,
  '<=': 8,
  '>': 8,
  '>=': 8,
  '+': 9,
  '-': 9,
  '*': 10,
};
const binding = { sequence: 1, set: 2, if: 3, unary: 11, whole: 12 } as const;

/** A function's parameters and body, to follow its name. */
export function printFunction({ parameters, body }: FunctionJs): string {
  return `(${parameters.join(',')}){${printBody(body)}}`;
}

export function printBody(body: readonly Statement[]): string {
  return body.map(printStatement).join('');
}

function printStatement(statement: Statement): string {
  switch (statement.kind) {
    case 'do':
      return `${print(statement.of, binding.sequence)};`;
    case 'const':
    case 'let':
      return `${statement.kind} ${statement.name}=${print(statement.value, binding.set)};`;
    case 'declare':
      return statement.names.length === 0 ? '' : `let ${statement.names.join(',')};`;
    case 'return':
      return statement.value ? `return ${print(statement.value, binding.sequence)};` : 'return;';
    case 'when': {
      const test = print(statement.test, binding.sequence);
      const otherwise = statement.no.length === 0 ? '' : `else{${printBody(statement.no)}}`;
      return `if(${test}){${printBody(statement.yes)}}${otherwise}`;
    }
    case 'block':
      return `{${printBody(statement.body)}}`;
    case 'continue':
      return 'continue;';
    case 'for': {
      const begin = statement.begin.map(([name, value]) => `${name}=${print(value, binding.set)}`);
      const steps = statement.steps.map((step) => print(step, binding.set));
      const head = `let ${begin.join(',')};${print(statement.while, binding.sequence)};${steps.join(',')}`;
      return `for(${head}){${printBody(statement.body)}}`;
    }
  }
}

/** An expression where only what binds at least so tightly may stand bare. */
export function print(js: Js, least: number = binding.sequence): string {
  const [source, binds] = printed(js);
  return binds < least ? `(${source})` : source;
}

function printed(js: Js): readonly [source: string, binds: number] {
  switch (js.kind) {
    case 'name':
      return [js.name, binding.whole];
    case 'literal':
      return [js.source, js.isNegative ? binding.if : binding.whole];
    case 'call':
      return [`${print(js.of, binding.whole)}(${list(js.args)})`, binding.whole];
    case 'member':
      return [`${print(js.of, binding.whole)}.${js.name}`, binding.whole];
    case 'at':
      return [`${print(js.of, binding.whole)}[${print(js.index)}]`, binding.whole];
    case 'list':
      return [`[${list(js.items)}]`, binding.whole];
    case 'unary':
      return [`${js.operator}${print(js.of, binding.unary)}`, binding.unary];
    case 'binary': {
      const binds = operators[js.operator];
      return [`${print(js.left, binds)}${js.operator}${print(js.right, binds + 1)}`, binds];
    }
    case 'if': {
      const [yes, no] = [js.yes, js.no].map((one) => print(one, binding.set));
      return [`${print(js.test, binding.if + 1)}?${yes}:${no}`, binding.if];
    }
    case 'set':
      return [
        `${print(js.target, binding.whole)}${js.operator}${print(js.value, binding.set)}`,
        binding.set,
      ];
    case 'sequence':
      return [js.parts.map((part) => print(part, binding.set)).join(','), binding.sequence];
    case 'once':
      return js.name === undefined ? printed(js.call) : [js.name, binding.whole];
  }
}

function list(items: readonly Js[]): string {
  return items.map((item) => print(item, binding.set)).join(',');
}
