import type { Facts, Field, Noun, Title, Type } from '../feel/types.ts';
import type { JsonSchema } from './schema.ts';

/** What marks for sentences say, and those of them that are not understood. */
export interface WordsRead<T> {
  readonly words: T;
  /** `x-noun: 5`, or a mark that stands where it says nothing: `x-counter` */
  readonly wrong: readonly string[];
}

/** What people call one such record, and the measure word that it is counted with. */
export function nounOf(schema: JsonSchema): WordsRead<{ readonly noun?: Noun }> {
  const { texts, wrong } = textsOf(schema, ['x-noun', 'x-counter']);
  const [title, counter] = [texts.get('x-noun'), texts.get('x-counter')];
  if (title) return { words: { noun: { title, ...(counter && { counter }) } }, wrong };
  return { words: {}, wrong: counter ? [...wrong, 'x-counter'] : wrong };
}

/** How a field says of what kind its record is, `{}事件`: of codes, whose titles stand for `{}`. */
export function kindOf(schema: JsonSchema, type: Type): WordsRead<Pick<Field, 'kind'>> {
  const { texts, wrong } = textsOf(schema, ['x-kind']);
  const kind = texts.get('x-kind');
  if (!kind) return { words: {}, wrong };
  if (!Object.values(kind).every((text) => text.includes('{}')))
    return { words: {}, wrong: [`x-kind: ${JSON.stringify(kind)}`] };
  return holds(type, hasCodes) ? { words: { kind }, wrong } : { words: {}, wrong: ['x-kind'] };
}

/** What a sentence says of a truth that is yes, and of one that is no: one of them alone says nothing. */
export function factsOf(schema: JsonSchema, type: Type): WordsRead<{ readonly facts?: Facts }> {
  const { texts, wrong } = textsOf(schema, ['x-yes', 'x-no']);
  const [yes, no] = [texts.get('x-yes'), texts.get('x-no')];
  if (yes && no && holds(type, ({ kind }) => kind === 'boolean'))
    return { words: { facts: { yes, no } }, wrong };
  return { words: {}, wrong: [...wrong, ...texts.keys()] };
}

function textsOf(schema: JsonSchema, marks: readonly (keyof JsonSchema)[]) {
  const texts = new Map<string, Title>();
  const wrong: string[] = [];
  for (const mark of marks) {
    const said: unknown = schema[mark];
    if (said === undefined) continue;
    if (isTitle(said)) texts.set(mark, said);
    else wrong.push(`${mark}: ${JSON.stringify(said)}`);
  }
  return { texts, wrong };
}

function isTitle(said: unknown): said is Title {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return false;
  const texts: unknown[] = Object.values(said);
  return texts.length > 0 && texts.every((text) => typeof text === 'string' && text.trim() !== '');
}

function hasCodes(type: Type): boolean {
  return type.kind === 'text' && type.words !== undefined;
}

/** Whether it is of the kind, or may be; that nothing is known of it has been told. */
function holds(type: Type, isOfKind: (type: Type) => boolean): boolean {
  if (type.kind === 'union') return type.of.some((one) => holds(one, isOfKind));
  return type.kind === 'any' || isOfKind(type);
}
