import type { Core } from '../feel/core.ts';
import type { ContextType, Field, Type } from '../feel/types.ts';
import { parsePath } from '../dossier/path.ts';
import type { Program, ProgramRule, Subject } from '../program/ast.ts';
import { codesIn } from '../program/code-sheet.ts';
import { coresOf, partsOf } from '../program/walk.ts';

/** What a rule reads of a file, through definitions and tables too, with what the engine needs for it. */
export interface FieldsRead {
  readonly fields: ReadonlySet<Field>;
  /** Texts that the rulebook itself compares with or lists in code sets: codes of cities and the like. */
  readonly codes: ReadonlySet<string>;
}

export function readingOf(rule: ProgramRule, program: Program): FieldsRead {
  const read = new Set<Field>();
  const codes = new Set<string>();
  const followed = new Set<string>();
  const { each, editions, subject } = rule;
  if (each) follow(each.list.core);
  for (const { asOf, when, require, finding } of editions) {
    for (const expression of [asOf, when, require, ...Object.values(finding).flat()])
      if (expression !== undefined && typeof expression !== 'string') follow(expression.core);
  }
  if (rule.rule.entry.data.products) along(subject.file.product);
  if (rule.rule.entry.data.waiver) whole(subject, subject.file.waivers?.list);
  return { fields: read, codes };

  function follow(core: Core): void {
    if (core.kind === 'field') read.add(core.field);
    if (core.kind === 'constant' && typeof core.value === 'string') codes.add(core.value);
    if (core.kind === 'reference' && !followed.has(core.name)) {
      followed.add(core.name);
      const reference = program.references.get(core.name);
      for (const edition of reference?.editions ?? [])
        if (reference) coresOf(reference, edition).forEach(follow);
    }
    if (core.kind === 'codes' && !followed.has(core.name)) {
      followed.add(core.name);
      for (const { sheet } of program.codeSets.get(core.name)?.editions ?? [])
        for (const code of codesIn(sheet)) codes.add(code);
    }
    partsOf(core).forEach(follow);
  }

  function along(path: string | undefined): void {
    let type: Type | undefined = subject.type;
    for (const step of (path === undefined ? undefined : parsePath(path)) ?? []) {
      const field: Field | undefined =
        'name' in step && type?.kind === 'context' ? type.fields.get(step.name) : undefined;
      if (field) read.add(field);
      type = field?.type;
    }
  }

  function whole({ type }: Subject, name: string | undefined): void {
    const field = name === undefined ? undefined : type.fields.get(name);
    if (!field) return;
    read.add(field);
    for (const inner of recordOf(field.type)?.fields.values() ?? []) read.add(inner);
  }
}

/** Whether a field, or any part of it, is among those read. */
export function isRead(field: Field, reading: FieldsRead): boolean {
  if (reading.fields.has(field)) return true;
  const record = recordOf(field.type);
  return (
    record !== undefined && [...record.fields.values()].some((inner) => isRead(inner, reading))
  );
}

export function recordOf(type: Type): ContextType | undefined {
  if (type.kind === 'list') return recordOf(type.of);
  return type.kind === 'context' ? type : undefined;
}
