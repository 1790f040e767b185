import { engineOf } from '../../src/check/engine.ts';
import { loadRulebook } from '../../src/cli/load.ts';
import { invariant } from '../../src/base/invariant.ts';
import type { ContextType, Type } from '../../src/feel/types.ts';
import { mainSubject } from '../../src/program/ast.ts';
import { runGenerated } from '../../src/run/compile.ts';
import { groundOf } from '../../src/samples/patterns.ts';
import { newDrawing } from '../../src/samples/replacing.ts';
import { newMaker } from '../../src/samples/series.ts';

type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [name: string]: Value };
/** A file of a loan, as JSON has it. */
export type Loan = Readonly<Record<string, Value>>;

/** The loans of an export: their products, and the rules that some of them break. */
const plan: readonly (readonly [product: string, fault?: string])[] = [
  ['HOUSING'],
  ['CONSUMER'],
  ['HOUSING'],
  ['BUSINESS'],
  ['HOUSING', 'DEC-001'],
  ['COMMERCIAL_PROPERTY'],
  ['CONSUMER'],
  ['HOUSING'],
  ['BUSINESS'],
  ['CONSUMER'],
  ['HOUSING'],
  ['COMMERCIAL_PROPERTY'],
  ['HOUSING', 'RSK-011'],
  ['BUSINESS'],
  ['CONSUMER'],
  ['HOUSING'],
];

/** The seed of all of them, and the number of the first: none of the other samples is among them. */
const [seed, first] = [2026, 101];

/** The loans that exports are made from, sound ones and others, the same at every time; and what their fields are. */
export function loansToExport(): { readonly loans: readonly Loan[]; readonly type: ContextType } {
  const { program } = loadRulebook('rules');
  invariant(program, 'rules/ loads');
  const type = mainSubject(program.subjects)?.type;
  invariant(type, 'rules/ has a subject');
  const engine = engineOf(program, runGenerated);
  const drawing = newDrawing(seed);
  const loans = plan.map(([product, fault], index) => {
    const ground = groundOf(engine, product);
    const patterns = ground?.patterns(fault) ?? [];
    const pattern = patterns[index % patterns.length];
    const [text] =
      (ground && pattern && newMaker(pattern, ground)(seed, first + index, drawing)) ?? [];
    invariant(text !== undefined, `a sample of ${product} ${fault ?? ''}`);
    return JSON.parse(text) as Loan;
  });
  return { loans, type };
}

/** What a loan says at a path, `parties[1].name`, as it is written; nothing where it is silent. */
export function saidAt(loan: Loan, path: string): string | undefined {
  const value = valueAt(loan, path);
  return value === undefined || value === null || typeof value === 'object'
    ? undefined
    : String(value);
}

/** The elements of a list of a loan. */
export function listAt(loan: Loan, path: string): readonly Loan[] {
  return (valueAt(loan, path) ?? []) as unknown as readonly Loan[];
}

function valueAt(loan: Loan, path: string): Value | undefined {
  let value: Value | undefined = loan;
  for (const [, name = '', place] of path.matchAll(/([^.[\]]+)(?:\[(\d+)\])?/gu)) {
    value = (value as Loan | undefined)?.[name];
    if (place !== undefined) value = (value as readonly Value[] | undefined)?.[Number(place) - 1];
  }
  return value;
}

/** The Chinese titles of the words of a field, by word. */
export function titlesAt(type: Type, path: string): ReadonlyMap<string, string> {
  let at: Type = type;
  for (const [name] of path.matchAll(/[^.[\]]+/gu)) {
    if (/^\d+$/u.test(name)) continue;
    if (at.kind === 'list') at = at.of;
    const field = at.kind === 'context' ? at.fields.get(name) : undefined;
    invariant(field, `${path} is a field`);
    at = field.type;
  }
  if (at.kind === 'list') at = at.of;
  const words = at.kind === 'text' ? [...(at.words ?? [])] : [];
  return new Map(words.map(([word, { zh = word }]) => [word, zh]));
}
