/** A term of SMT-LIB 2, as text. */
export type Term = string;

/** A number, a day or the number of a word or text, which the file may leave open. */
export interface Val {
  readonly known: Term;
  /** Means something only where it is known. */
  readonly is: Term;
}

/** A truth of three: neither where the file does not settle it. */
export interface Trit {
  readonly yes: Term;
  readonly no: Term;
}

export const unknown: Val = { known: 'false', is: '0' };
export const untold: Trit = { yes: 'false', no: 'false' };

export function whole(value: number | bigint): Term {
  const big = BigInt(value);
  return big < 0n ? `(- ${-big})` : String(big);
}

export function and(...terms: readonly Term[]): Term {
  return joined('and', terms, 'true', 'false');
}

export function or(...terms: readonly Term[]): Term {
  return joined('or', terms, 'false', 'true');
}

function joined(operator: string, terms: readonly Term[], idle: Term, decides: Term): Term {
  if (terms.includes(decides)) return decides;
  const [first, ...rest] = new Set(terms.filter((term) => term !== idle));
  if (first === undefined) return idle;
  return rest.length === 0 ? first : app(operator, first, ...rest);
}

export function not(term: Term): Term {
  if (term === 'true') return 'false';
  if (term === 'false') return 'true';
  return app('not', term);
}

export function ite(condition: Term, yes: Term, no: Term): Term {
  if (condition === 'true' || yes === no) return yes;
  if (condition === 'false') return no;
  if (yes === 'true' && no === 'false') return condition;
  return app('ite', condition, yes, no);
}

export function equal(left: Term, right: Term): Term {
  return left === right ? 'true' : app('=', left, right);
}

export function sum(terms: readonly Term[]): Term {
  const [first = '0', ...rest] = terms.filter((term) => term !== '0');
  return rest.length === 0 ? first : app('+', first, ...rest);
}

export function times(left: Term, right: Term): Term {
  if (left === '0' || right === '0') return '0';
  if (left === '1') return right;
  return right === '1' ? left : app('*', left, right);
}

/** Rounded down, by a whole number above 0. */
export function quotient(of: Term, by: number): Term {
  return by === 1 ? of : app('div', of, whole(by));
}

/** Of what is known where `known` holds. */
export function told(known: Term, is: Term): Trit {
  return { yes: and(known, is), no: and(known, not(is)) };
}

export function valOf({ yes, no }: Trit): Val {
  return { known: or(yes, no), is: yes };
}

/** Known where all of its parts are. */
export function strict(parts: readonly Val[], is: Term): Val {
  return { known: and(...parts.map(({ known }) => known)), is };
}

export function isLiteral(term: Term): boolean {
  return term === 'true' || term === 'false' || /^(?:\d+|\(- \d+\))$/u.test(term);
}

export function app(operator: string, ...args: readonly Term[]): Term {
  return `(${operator} ${args.join(' ')})`;
}
