import type { Source } from '../base/source.ts';
import { inLanguage, type Language } from '../base/language.ts';
import type { Program } from '../program/ast.ts';
import type { SchemaOf } from './shapes.ts';
import type { Words } from '../rulebook/files.ts';

/** A file of a rulebook while somebody writes it. */
export interface Editing {
  /** As it was when its manifest could be read last. */
  readonly program: Program;
  /** From the folder of the rulebook. */
  readonly path: string;
  /** As it stands in the editor, sound or not. */
  readonly text: string;
  /** The last text of which expressions could be read. */
  readonly sound: Source | undefined;
  readonly language: Language;
  /** What says what keys are. */
  readonly schemaOf: SchemaOf;
  /** ISO, on the rulebook's clock. */
  readonly today: string;
}

/** A text in the language of whoever writes. */
export function inOwn(words: Words | undefined, { language }: Pick<Editing, 'language'>): string {
  return inLanguage(words, language).trim();
}
