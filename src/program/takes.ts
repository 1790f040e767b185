import { spokenTo } from '../base/language.ts';
import type { Noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { parsePath } from '../dossier/path.ts';
import type { Argument, Names, Variables } from '../feel/bindings.ts';
import {
  any,
  bareNumber,
  boolean,
  type ContextType,
  date,
  type Field,
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
  return found.map(({ name, takes: written, taken }): Argument => {
    const { title, type, isElement, personal } = taken;
    const isShared = found.some(
      (other) => other.name !== name && JSON.stringify(other.taken.title) === JSON.stringify(title),
    );
    const variable = variables.named(name, type);
    return {
      takes: written,
      isElement,
      variable: {
        ...variable,
        title: title && !isShared ? title : withName(title ?? { en: '' }, name),
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
  for (const step of parsePath(path) ?? []) {
    const record: Type = type.kind === 'list' ? type.of : type;
    last = 'name' in step && record.kind === 'context' ? record.fields.get(step.name) : undefined;
    if (!last) return undefined;
    ({ type } = last);
  }
  if (!last) return undefined;
  const { title, personal } = last;
  const isElement = type.kind === 'list';
  return {
    type: asTaken(type.kind === 'list' ? type.of : type),
    title: Object.keys(title).length > 0 ? title : undefined,
    isElement,
    ...(personal && { personal }),
  };
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
