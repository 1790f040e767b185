import { parsePath } from '../dossier/path.ts';
import type { ContextType, Field, Type } from '../feel/types.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import type { SubjectFile, Words } from '../rulebook/files.ts';

/**
 * The type of a subject, with the types of event, the posts and the documents that the rulebook itself names:
 * a rulebook that puts in a step of its own cannot change the schema of the one it extends.
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
  const list = events && type.fields.get(events.list)?.type;
  const record = list?.kind === 'list' ? list.of : undefined;
  const field =
    events && record?.kind === 'context' ? record.fields.get(events.type)?.type : undefined;
  return new Set(field?.kind === 'text' ? field.words?.keys() : []);
}

function widened(
  type: ContextType,
  path: string,
  name: string,
  words: readonly (readonly [string, Words])[],
): ContextType {
  const [step, ...rest] = parsePath(path) ?? [];
  const list = step && 'name' in step && rest.length === 0 ? type.fields.get(step.name) : undefined;
  if (!list || list.type.kind !== 'list' || list.type.of.kind !== 'context') return type;
  const { of } = list.type;
  const field = of.fields.get(name);
  if (!field || field.type.kind !== 'text' || !field.type.words) return type;
  const known = field.type.words;
  const fresh = words.filter(([word]) => !known.has(word));
  if (fresh.length === 0) return type;
  const wide: Type = { ...field.type, words: new Map([...known, ...fresh]) };
  const elements = withField(of, name, { ...field, type: wide });
  return withField(type, list.name, { ...list, type: { ...list.type, of: elements } });
}

function withField(type: ContextType, name: string, field: Field): ContextType {
  return { ...type, fields: new Map(type.fields).set(name, field) };
}
