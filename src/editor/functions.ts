import { type Language, sayIn, spokenTo } from '../base/language.ts';
import { type Builtin, builtinNames, signatureOf } from '../feel/builtins.ts';
import type { Program } from '../program/ast.ts';
import { editorWords } from '../words/editor.ts';
import { type Editing, inOwn } from './editing.ts';

/** What a call takes, while it is written. */
export interface CallHelp {
  readonly label: string;
  readonly says: string;
  /** Where each parameter stands in the label, and what it is. */
  readonly parameters: readonly { readonly label: string; readonly says: string }[];
  /** The one that is being written. */
  readonly active: number;
}

/** `months between(from, to)` */
export function signatureLine(builtin: Builtin, language: Language): string {
  return `${builtin}(${parametersOf(builtin, language).join(', ')})`;
}

export function meaningOfFunction(builtin: Builtin, language: Language): string {
  return signatureOf(builtin).meaning[spokenTo(language)];
}

/** The call that the end of an expression is in. */
export function callHelp(
  prefix: string,
  { program, language }: Pick<Editing, 'program' | 'language'>,
): CallHelp | undefined {
  const open = openCall(prefix);
  if (!open) return undefined;
  const before = prefix.slice(0, open.at);
  const builtin = builtinNames
    .filter(
      (name) => before.endsWith(name) && !/[\p{L}\p{N}_]/u.test(before.at(-name.length - 1) ?? ' '),
    )
    .toSorted((a, b) => b.length - a.length)[0];
  if (builtin) {
    const own = parametersOf(builtin, language);
    return {
      label: signatureLine(builtin, language),
      says: meaningOfFunction(builtin, language),
      parameters: own.map((label) => ({ label, says: '' })),
      active: Math.min(open.commas, Math.max(0, own.length - 1)),
    };
  }
  const name = /[\p{L}_][\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? '';
  return callOfReference(name, open.commas, program, language);
}

function callOfReference(
  name: string,
  active: number,
  program: Program,
  language: Language,
): CallHelp | undefined {
  const reference = program.references.get(name);
  if (!reference) return undefined;
  const takes = reference.kind === 'parameter' ? [] : reference.takes;
  const parameters = [
    ...takes.map(({ variable }) => ({
      label: variable.name,
      says: inOwn(variable.title, { language }),
    })),
    { label: 'date', says: sayIn(editorWords, language).asDay },
  ];
  return {
    label: `${name}(${parameters.map(({ label }) => label).join(', ')})`,
    says: inOwn(reference.title, { language }),
    parameters,
    active: Math.min(active, parameters.length - 1),
  };
}

function parametersOf(builtin: Builtin, language: Language): readonly string[] {
  const { optional } = sayIn(editorWords, language);
  return signatureOf(builtin).parameters.map(({ name, optional: isOptional }) =>
    isOptional ? `${name} (${optional})` : name,
  );
}

/** The innermost bracket that is open at the end, and the commas behind it. */
function openCall(prefix: string): { readonly at: number; readonly commas: number } | undefined {
  const open: { at: number; commas: number; isCall: boolean }[] = [];
  for (const { 0: char, index } of prefix.matchAll(/"(?:[^"\\]|\\.)*"?|[()[\]{},]/gu)) {
    if (char === '(' || char === '[' || char === '{')
      open.push({ at: index, commas: 0, isCall: char === '(' });
    else if (char === ')' || char === ']' || char === '}') open.pop();
    else if (char === ',') {
      const last = open.at(-1);
      if (last) last.commas += 1;
    }
  }
  return open.findLast(({ isCall }) => isCall);
}
