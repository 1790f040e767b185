import type { Term, Trit, Val } from './term.ts';

export type Sort = 'Int' | 'Bool';

/** What a solver is told before it is asked, in the order in which it was made. */
export interface Script {
  /** A value that the file decides. */
  readonly declare: (sort: Sort, hint?: string) => Term;
  /** A name for a term; the same one for the same term. */
  readonly name: (sort: Sort, term: Term) => Term;
  readonly assert: (term: Term) => void;
  /** What has been added since this was asked last. */
  readonly drain: () => string;
  /** All that was declared, and what else is to be told of a model. */
  readonly watched: readonly Term[];
  readonly watch: (term: Term) => void;
}

/** Terms so short need no name. */
const short = 24;

export function newScript(): Script {
  const watched = new Set<Term>();
  const names = new Map<string, Term>();
  let lines: string[] = [];
  let count = 0;
  return {
    get watched() {
      return [...watched];
    },
    watch: (term) => watched.add(term),
    declare: (sort, hint = '') => {
      const name = `|${count} ${hint.replaceAll(/[|\\]/gu, '')}|`;
      count += 1;
      watched.add(name);
      lines.push(`(declare-const ${name} ${sort})`);
      return name;
    },
    name: (sort, term) => {
      if (term.length <= short) return term;
      const key = `${sort} ${term}`;
      const known = names.get(key);
      if (known !== undefined) return known;
      const name = `t${count}`;
      count += 1;
      names.set(key, name);
      lines.push(`(define-fun ${name} () ${sort} ${term})`);
      return name;
    },
    assert: (term) => {
      if (term !== 'true') lines.push(`(assert ${term})`);
    },
    drain: () => {
      const text = lines.join('\n');
      lines = [];
      return text;
    },
  };
}

export function namedVal({ known, is }: Val, script: Script): Val {
  return { known: script.name('Bool', known), is: script.name('Int', is) };
}

export function namedTrit({ yes, no }: Trit, script: Script): Trit {
  return { yes: script.name('Bool', yes), no: script.name('Bool', no) };
}
