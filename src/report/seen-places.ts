import { sayIn, inLanguage } from '../base/language.ts';
import { keysOf } from '../base/pointer.ts';
import { type Cell, cellAt, type Position, positionOf } from '../base/source.ts';
import { type Dossier, locate } from '../dossier/dossier.ts';
import { isContext, pathOf } from '../dossier/path.ts';
import { formatValue, mask } from '../feel/sentence/format.ts';
import type { Language } from '../base/language.ts';
import type { Personal, Title, Type } from '../feel/types.ts';
import { isKind, type Context, type Value } from '../feel/value.ts';
import type { Subject } from '../program/ast.ts';
import { hiderOf } from './hide.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import type { Setting } from '../values/setting.ts';
import { pageWords } from '../words/page.ts';

/** A field of a dossier, what it holds, and where that is written. */
export interface SeenPlace extends Position {
  readonly file: string;
  readonly path: string;
  readonly cell: Cell | undefined;
  readonly title: string;
  readonly value: string;
  /** Whether it is a record, of which the value shows the first few fields. */
  readonly isRecord: boolean;
}

/** Looks up places by JSON pointer; undefined for what is not a place of the dossier. */
export type Lookup = (pointer: string) => SeenPlace | undefined;

export function lookupIn(...of: Parameters<typeof readerOf>): Lookup {
  return readerOf(...of).place;
}

/** The first few plain fields of a record by its JSON pointer, each with its title: by them people know which it is. */
export function fieldsIn(...of: Parameters<typeof readerOf>) {
  return readerOf(...of).fields;
}

function readerOf(
  dossier: Dossier,
  subject: Subject,
  language: Language,
  unmasked: boolean,
  setting: Setting,
) {
  const hide = unmasked ? undefined : hiderOf(dossier, subject);
  const lexicon = lexiconOf(language, setting, hide);
  const { terms } = sayIn(wordbooks, language);
  const words = sayIn(pageWords, language);
  return { place, fields };

  function place(pointer: string): SeenPlace | undefined {
    if (!pointer.startsWith('/')) return undefined;
    const { title, type, personal, value } = walk(pointer);
    const span = locate(dossier, pointer);
    return {
      file: span.source.name,
      ...positionOf(span),
      path: pathOf(pointer, dossier.root, subject.type),
      cell: cellAt(span.source, pointer),
      title: inLanguage(title, language),
      value: shown(value, type, personal),
      isRecord: isContext(value),
    };
  }

  /** @param isTold - what is told of it already */
  function fields(pointer: string, isTold: (shown: string) => boolean): readonly string[] {
    const { value, type } = walk(pointer);
    if (!isContext(value) || type.kind !== 'context') return [];
    return plainFields(value, type)
      .filter((field) => typeof field.value !== 'boolean')
      .map((field) => ({ field, text: shown(field.value, field.type, field.personal) }))
      .filter(({ text }) => !isTold(text))
      .slice(0, mostValues)
      .map(({ field, text }) => `${inLanguage(field.title, language)} ${text}`.trim());
  }

  function walk(pointer: string): Found {
    let found: Found = { title: {}, type: subject.type, personal: undefined, value: dossier.root };
    for (const key of keysOf(pointer)) found = stepInto(found, key);
    return found;
  }

  function shown(value: Value | undefined, type: Type, personal: Personal | undefined): string {
    if (value === undefined) return terms.missing.absent;
    if (isContext(value)) return recordText(value, type);
    if (isKind(value, 'unknown')) return terms.missing[value.missing[0]?.why ?? 'absent'];
    if (isKind(value, 'list')) {
      if (value.items.some(isContext) || value.items.length === 0)
        return words.items(value.items.length);
      const of: Type = type.kind === 'list' ? type.of : { kind: 'any' };
      return value.items.map((item) => shown(item, of, personal)).join(lexicon.comma);
    }
    if (personal && !unmasked) return typeof value === 'string' ? mask(value, personal) : '***';
    return formatValue(value, type, lexicon);
  }

  /** The first few plain values of a record. */
  function recordText(record: Context, type: Type): string {
    if (type.kind !== 'context') return words.record;
    return plainFields(record, type)
      .slice(0, mostValues)
      .map((field) => shown(field.value, field.type, field.personal))
      .join(' · ');
  }
}

/** The fields of a record that hold one value each, in the order of its schema. */
function plainFields({ entries }: Context, { fields }: Extract<Type, { kind: 'context' }>) {
  return [...fields.values()].flatMap((field) => {
    const value = entries.get(field.name);
    const nested =
      typeof value === 'object' && (value?.kind === 'context' || value?.kind === 'list');
    return value === undefined || value === null || nested ? [] : [{ ...field, value }];
  });
}

/** Values of a record that say the most about it. */
const mostValues = 3;

interface Found {
  readonly title: Title;
  readonly type: Type;
  readonly personal: Personal | undefined;
  readonly value: Value | undefined;
}

function stepInto({ title, type, personal, value }: Found, key: string): Found {
  if (type.kind === 'list') {
    const items = isKind(value, 'list') ? value.items : [];
    return { title, type: type.of, personal, value: items[Number(key)] };
  }
  const field = type.kind === 'context' ? type.fields.get(key) : undefined;
  return {
    title: field?.title ?? {},
    type: field?.type ?? { kind: 'any' },
    personal: field?.personal,
    value: isContext(value) ? value.entries.get(key) : undefined,
  };
}
