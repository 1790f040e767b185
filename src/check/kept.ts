import type { Position, Source } from '../base/source.ts';
import type { Dossier, ParsedJson } from '../dossier/dossier.ts';
import { valuesFromJson } from '../dossier/from-json.ts';
import { isContext } from '../dossier/path.ts';
import type { ToJudge } from '../evaluate/judge.ts';
import type { Judgement } from '../evaluate/outcome.ts';
import type { Tally } from '../evaluate/tally.ts';
import type { Context, Value } from '../feel/value.ts';
import type { Program, Subject } from '../program/ast.ts';
import { namesReadTogether } from '../program/reads.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { Yaml } from '../yaml/tree.ts';
import { actorsOf } from './actors.ts';
import type { CheckedFile } from './checked.ts';
import type { Engine } from './engine.ts';

/**
 * What is kept of a dossier for the rules that judge files together: the fields that they read, and what it was counted
 * as, never the dossier. It is data that may be handed from one thread to another.
 */
export interface Kept extends Pick<CheckedFile, 'file' | 'record' | 'id' | 'digest'> {
  readonly subject: string;
  readonly fields: KeptFields;
  /** Whoever did something on it, by number. */
  readonly actors: readonly string[];
  readonly malformed: boolean;
  /** Whether a check-list was brought for it. */
  readonly answered: boolean;
  readonly tally: Tally;
  readonly begins: Position | undefined;
  /** A dossier whose id was given before does not count among the others. */
  readonly isRepeated?: true;
}

/** Of a JSON text that is as its schema asks the JSON, which takes less to keep and to hand on; else the values. */
export type KeptFields = ParsedJson | { readonly root: Context };

/** Reads a dossier's text once more, to show places in it; undefined where it cannot be, or is another by now. */
export type ReadAgain = (kept: Kept) => Source | undefined;

/** How dossiers of a program are kept. */
export interface Keeping {
  /** How many rules judge files of a kind together. */
  readonly rules: (subject: Subject) => number;
  readonly keep: (
    checked: Pick<CheckedFile, 'file' | 'record' | 'id' | 'digest'>,
    judged: Pick<NonNullable<CheckedFile['judged']>, 'dossier' | 'subject'> & {
      readonly judgement: Pick<Judgement, 'tally'>;
    },
    answered: boolean,
  ) => Kept | undefined;
}

export function keepingOf(program: Program): Keeping {
  const names = new Map<Subject, ReadonlySet<string>>();
  const counts = new Map<Subject, number>();
  for (const { group, subject } of program.rules)
    if (group) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  const rules = (subject: Subject) => counts.get(subject) ?? 0;
  return {
    rules,
    keep: ({ file, record, id, digest }, { dossier, subject, judgement }, answered) => {
      if (rules(subject) === 0) return undefined;
      const own = names.get(subject) ?? namesReadTogether(program, subject);
      names.set(subject, own);
      return {
        file,
        record,
        id,
        digest,
        subject: subject.name,
        fields: fieldsOf(dossier, own),
        actors: actorsOf(dossier, subject),
        malformed: dossier.malformed,
        answered,
        tally: judgement.tally,
        begins: record && { line: record.line, column: 1 },
      };
    },
  };
}

/** A dossier of the fields that were kept; it is read again where somebody asks for a place in it. */
export function dossierOf(
  kept: Kept,
  { program: { subjects }, typeOf }: Pick<Engine, 'program' | 'typeOf'>,
  again?: ReadAgain,
): ToJudge | undefined {
  const subject = subjects.get(kept.subject);
  if (!subject) return undefined;
  const { fields } = kept;
  let root: Context | undefined;
  let yaml: Yaml | undefined;
  const dossier: Dossier = {
    get root() {
      root ??=
        'root' in fields
          ? fields.root
          : valuesFromJson(fields.value, typeOf(subject), fields.written);
      return root;
    },
    malformed: kept.malformed,
    get yaml() {
      yaml ??= treeOf(kept, again);
      return yaml;
    },
  };
  return { subject, dossier };
}

/** Its tree; where the text cannot be had, one in which everything lies where the dossier begins. */
function treeOf(kept: Kept, again: ReadAgain | undefined): Yaml {
  const source = again?.(kept);
  const tree = source && parseYaml(source).value;
  if (tree) return tree;
  const { file: name, begins } = kept;
  const nowhere = { name, text: ' ', ...(begins && { begins }) };
  return { kind: 'map', entries: [], span: { source: nowhere, start: 0, end: 0 } };
}

function fieldsOf(dossier: Dossier, names: ReadonlySet<string>): KeptFields {
  const { json } = dossier;
  if (json) return { ...json, value: prunedJson(json.value, names) };
  return { root: pruned(dossier.root, names) };
}

/** JSON without the fields that have none of some names. */
function prunedJson(record: object, names: ReadonlySet<string>): object {
  const entries = Object.entries(record).filter(([name]) => names.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, prunedItem(value, names)]));
}

function prunedItem(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => prunedItem(item, names));
  return typeof value === 'object' && value !== null ? prunedJson(value, names) : value;
}

/** A record without the fields that have none of some names. */
function pruned(context: Context, names: ReadonlySet<string>): Context {
  const own = [...(context.fields ?? context.entries.keys())].filter((name) => names.has(name));
  const entries = own.flatMap((name): [string, Value][] => {
    const value = context.entries.get(name);
    return value === undefined ? [] : [[name, prunedValue(value, names)]];
  });
  return { ...context, entries: new Map(entries) };
}

function prunedValue(value: Value, names: ReadonlySet<string>): Value {
  if (isContext(value)) return pruned(value, names);
  if (typeof value !== 'object' || value?.kind !== 'list') return value;
  return { ...value, items: value.items.map((item) => prunedValue(item, names)) };
}
