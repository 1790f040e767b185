import type { ContextType, Field, Title, Type } from '../feel/types.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import type { SubjectFile, Words } from '../rulebook/files.ts';

/**
 * The type of a subject, with the types of event, the posts and the documents that the rulebook itself names:
 * a rulebook that puts in a step of its own cannot change the schema of the one it extends.
 *
 * Wherever else a file has one of these words, such as the documents of an archive, it may have those as well.
 */
export function withRulebooksWords(
  type: ContextType,
  { events, documents }: SubjectFile,
  rulebook: Rulebook,
): ContextType {
  const posts = (rulebook.posts?.data.posts ?? []).map(({ post, title }) => [post, title] as const);
  const papers = (rulebook.documents?.data.documents ?? []).map(
    ({ document, title }) => [document, title] as const,
  );
  const wider: readonly (readonly [string, string, readonly (readonly [string, Words])[]])[] = [
    ...(events
      ? [
          [events.list, events.type, Object.entries(events.types ?? {})] as const,
          [events.list, events.post, posts] as const,
        ]
      : []),
    ...(documents ? [[documents.list, documents.type, papers] as const] : []),
  ];
  return wider.reduce((found, [list, field, words]) => widened(found, list, field, words), type);
}

/** The words that a schema knows for the types of event, whatever a rulebook adds. */
export function eventWordsOf(type: ContextType, { events }: SubjectFile): ReadonlySet<string> {
  return new Set(events && wordsAt(type, events.list, events.type)?.keys());
}

type KnownWords = ReadonlyMap<string, Title>;

function widened(
  type: ContextType,
  list: string,
  field: string,
  words: readonly (readonly [string, Words])[],
): ContextType {
  const known = wordsAt(type, list, field);
  const fresh = known ? words.filter(([word]) => !known.has(word)) : [];
  if (!known || fresh.length === 0) return type;
  const all: KnownWords = new Map([...known, ...fresh]);
  const made = new Map<Type, Type>();
  return { ...type, fields: fieldsOf(type) };

  function of(one: Type): Type {
    const before = made.get(one);
    if (before) return before;
    // a type may be inside itself
    made.set(one, one);
    const wide = wideOf(one);
    made.set(one, wide);
    return wide;
  }

  function wideOf(one: Type): Type {
    switch (one.kind) {
      case 'text':
        return one.words && isSame(one.words) ? { ...one, words: all } : one;
      case 'list': {
        const item = of(one.of);
        return item === one.of ? one : { ...one, of: item };
      }
      case 'context': {
        const fields = fieldsOf(one);
        return [...fields].every(([name, { type: own }]) => own === one.fields.get(name)?.type)
          ? one
          : { ...one, fields };
      }
      default:
        return one;
    }
  }

  function fieldsOf(record: ContextType): ReadonlyMap<string, Field> {
    return new Map(
      [...record.fields].map(([name, one]) => {
        const own = of(one.type);
        return [name, own === one.type ? one : { ...one, type: own }];
      }),
    );
  }

  function isSame(words: KnownWords): boolean {
    return words.size === known?.size && [...words.keys()].every((word) => known.has(word));
  }
}

/** The words that a field of the records of a list may be. */
function wordsAt(type: ContextType, list: string, field: string): KnownWords | undefined {
  const records = type.fields.get(list)?.type;
  const record = records?.kind === 'list' ? records.of : undefined;
  const found = record?.kind === 'context' ? record.fields.get(field)?.type : undefined;
  return found?.kind === 'text' ? found.words : undefined;
}
