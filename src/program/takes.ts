import { inLanguage, spokenTo } from '../base/language.ts';
import type { Noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { parsePath } from '../dossier/path.ts';
import type { SpokenAs } from '../feel/core.ts';
import type { Argument, Names, Variables } from '../feel/bindings.ts';
import {
  any,
  bareNumber,
  boolean,
  type ContextType,
  date,
  type Field,
  type Noun,
  text,
  type Title,
  type Type,
} from '../feel/types.ts';
import { numberIn, type Units } from '../dossier/schema-units.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { field, type Yaml, type YamlText } from '../yaml/tree.ts';
import type { ProgramProblems } from './problems.ts';

/** Where the arguments of a definition or table are read. */
export interface TakesSetting {
  /** The fields that paths lead along. */
  readonly subject: ContextType | undefined;
  /** Names that an argument may not hide. */
  readonly names: Names;
  readonly variables: Variables;
  /** What numbers may count. */
  readonly units: Units;
  readonly to: Noted<ProgramProblems & RulebookProblems>;
}

/** What a definition or table takes: `takes: { visit: visits, by: days }`. */
export function argumentsOf(
  file: Yaml,
  { subject, names, variables, units, to }: TakesSetting,
): readonly Argument[] {
  const takes = file.kind === 'map' ? field(file, 'takes') : undefined;
  if (takes?.kind !== 'map') return [];
  const found = takes.entries.map(({ key, value }) => {
    if (names.resolve(key.text)) to.error('rulebook/name-taken', key.span, { name: key.text });
    return {
      name: key.text,
      takes: value.kind === 'text' ? value.text : '',
      taken: takenBy(value),
    };
  });
  const isOnlyDay = found.filter(({ taken }) => isMoment(taken.type)).length === 1;
  return found.map(({ name, takes: written, taken }): Argument => {
    const { type, isElement, personal } = taken;
    const alike = found.filter((other) => sameTitle(other.taken.title, taken.title));
    const isPlaced = taken.title !== undefined && alike.length === 2;
    const isFirst = alike[0]?.name === name;
    const title = isPlaced ? placed(taken, isFirst) : taken.title;
    const shown =
      title && (isPlaced || alike.length === 1) ? title : withName(title ?? { en: '' }, name);
    return {
      takes: written,
      isElement,
      variable: {
        ...variables.named(name, type),
        title: shown,
        ...spokenAs(taken, isPlaced, isOnlyDay, found.length === 1),
        ...(personal && { personal }),
      },
    };
  });

  function takenBy(value: Yaml): Taken {
    if (value.kind !== 'text') return nothing;
    const kind = kindNamed(value.text, units);
    if (kind) return { ...nothing, type: kind };
    const along = subject && fieldNamed(value.text, subject);
    if (along) return along;
    unknownPath(value);
    return nothing;
  }

  function unknownPath({ text: path, span }: YamlText): void {
    const near = nearest(path, [
      ...(subject?.fields.keys() ?? []),
      ...Object.keys(kinds),
      ...units.keys(),
    ]);
    to.error('program/takes', span, { takes: path, near });
  }
}

interface Taken {
  readonly type: Type;
  readonly title: Title | undefined;
  readonly isElement: boolean;
  /** Whose field it is, and whether it tells such records apart. */
  readonly noun?: Noun | undefined;
  readonly isKey?: boolean;
  readonly personal?: Field['personal'];
}

const nothing: Taken = { type: any, title: undefined, isElement: false };

const kinds: Readonly<Record<string, Type>> = {
  number: bareNumber,
  text,
  boolean,
  date,
  'date-time': { kind: 'date-time' },
  time: { kind: 'time' },
};

/** A number in a unit, or a value of a kind, whatever field has it. */
function kindNamed(name: string, units: Units): Type | undefined {
  if (units.has(name)) return numberIn(units.get(name));
  return Object.hasOwn(kinds, name) ? kinds[name] : undefined;
}

/** A value as the field at a path has it; of a list, one of its elements. Paths lead through lists by their names alone. */
function fieldNamed(path: string, root: ContextType): Taken | undefined {
  let type: Type = root;
  let last: Field | undefined;
  let owner: ContextType | undefined;
  for (const step of parsePath(path) ?? []) {
    const record: Type = type.kind === 'list' ? type.of : type;
    last = 'name' in step && record.kind === 'context' ? record.fields.get(step.name) : undefined;
    if (!last || record.kind !== 'context') return undefined;
    owner = record;
    ({ type } = last);
  }
  if (!last) return undefined;
  const { title, personal } = last;
  const isElement = type.kind === 'list';
  return {
    type: asTaken(type.kind === 'list' ? type.of : type),
    title: Object.keys(title).length > 0 ? title : undefined,
    isElement,
    noun: owner?.noun,
    isKey: owner?.key === last.name,
    ...(personal && { personal }),
  };
}

/** How a sentence speaks of an argument; a record alone of its kind goes by its noun. */
function spokenAs(
  { type, title, noun, isKey, isElement }: Taken,
  isPlaced: boolean,
  isOnlyDay: boolean,
  isAlone: boolean,
): { readonly spokenAs?: SpokenAs } {
  if (isPlaced) return { spokenAs: { by: 'title' } };
  if (type.kind === 'context') return {};
  if (isMoment(type) && isOnlyDay) return { spokenAs: { by: 'day' } };
  if (isAlone && type.kind === 'text' && !title) return { spokenAs: { by: 'text' } };
  if (isKey === true && noun) return { spokenAs: { by: 'record', noun } };
  return { spokenAs: { by: 'field', noun: isElement ? undefined : noun } };
}

function isMoment({ kind }: Type): boolean {
  return kind === 'date' || kind === 'date-time' || kind === 'time';
}

function sameTitle(one: Title | undefined, other: Title | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** One of two of a kind: 一方当事人 and 另一方当事人, the first contract change and the second. */
function placed({ type, title = {} }: Taken, isFirst: boolean): Title {
  const noun = type.kind === 'context' ? type.noun : undefined;
  const entries = Object.entries({ ...title, ...noun?.title }).map(([language, text]) => {
    if (spokenTo(language) === 'en')
      return [language, `the ${isFirst ? 'first' : 'second'} ${text.toLowerCase()}`] as const;
    const isPerson = inLanguage(noun?.counter, language) === '名';
    const place = isPerson ? (isFirst ? '一方' : '另一方') : isFirst ? '前一' : '后一';
    return [language, place + text] as const;
  });
  return Object.fromEntries(entries);
}

/** Numbers of other fields may be given too: of the field it keeps the unit alone. */
function asTaken(type: Type): Type {
  if (type.kind === 'union') return { ...type, of: type.of.map(asTaken) };
  if (type.kind !== 'number') return type;
  return numberIn(type.unit);
}

/** A title and a name behind it, in each language of the title. */
function withName(title: Title, name: string): Title {
  const entries = Object.entries(title).map(([language, text]) => {
    const space = spokenTo(language) === 'zh' ? '' : ' ';
    return [language, `${text}${space}${name}`.trim()] as const;
  });
  return Object.fromEntries(entries);
}
