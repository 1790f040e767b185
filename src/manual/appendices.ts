import type { Memory } from '../base/memory.ts';
import {
  bandTables,
  inForce,
  type Definition,
  type Parameter,
  type Program,
  type Table,
  titleOfName,
} from '../program/ast.ts';
import { pathFrom, type Rulebook } from '../rulebook/ast.ts';
import type { clausesCited, Other } from '../program/cited.ts';
import { penaltiesIn } from '../rulebook/penalties.ts';
import type {
  Citation,
  DefinitionEntry,
  DocumentEntry,
  IncompatiblePair,
  Named,
  ParameterEntry,
  PostEntry,
  Resting,
  SourceEntry,
  StagePage,
  TablePage,
  TermEntry,
} from './model.ts';
import { spanOf, valuesOf } from './reads.ts';
import { parameterOf } from '../program/step-limits.ts';
import { writtenOf } from '../program/written.ts';
import { noteOf, type Speaker } from './speaker.ts';
import { tablePage } from './table-page.ts';
import { takesOf } from './takes.ts';

export interface AppendixSetting {
  readonly program: Program;
  readonly speaker: Speaker;
  readonly cite: (refs: readonly string[]) => readonly Citation[];
  /** Rules that read a definition, parameter, table or code set, themselves or through another. */
  readonly usedBy: (name: string) => readonly string[];
  /** Of entries that were made before; those of the same files, with the same rules to read them, are the same. */
  readonly memory: Memory;
}

export function tableEntries(setting: AppendixSetting): readonly TablePage[] {
  const bands = bandTables(setting.program);
  return referencesOf<Table>('table', setting)
    .filter(({ name }) => !bands.has(name))
    .map((table) => remembered(table, setting, () => tablePage(table, setting)));
}

export function definitionEntries(setting: AppendixSetting): readonly DefinitionEntry[] {
  const { program, speaker, cite, usedBy } = setting;
  const files = program.rulebook.definitions?.data.definitions ?? [];
  return referencesOf<Definition>('definition', setting).map((definition) => {
    const { name, title, takes, editions } = definition;
    return remembered(definition, setting, () => ({
      id: name,
      title: speaker.words(title) || name,
      takes: takesOf(takes, speaker),
      note: speaker.words(files.find(({ definition }) => definition === name)?.note),
      editions: editions
        .map((edition) => ({
          ...spanOf(edition),
          formula: speaker.plainlyMeans(edition.is.core),
          written: writtenOf(edition.is),
          basis: cite(edition.basis),
        }))
        .toReversed(),
      usedBy: usedBy(name),
    }));
  });
}

function remembered<T>(
  reference: Table | Definition,
  { speaker, usedBy, memory }: AppendixSetting,
  make: () => T,
): T {
  const { language, asOf } = speaker;
  const readers = usedBy(reference.name).join(' ');
  return memory.of('entry of a reference', [reference, language, asOf, readers], make);
}

export function parameterEntries(setting: AppendixSetting): readonly ParameterEntry[] {
  const { program, speaker, cite, usedBy } = setting;
  return referencesOf<Parameter>('parameter', setting).map((parameter) => {
    const { name, title } = parameter;
    const file = program.rulebook.parameters.find(({ data }) => data.parameter === name)?.data;
    return {
      id: name,
      title: speaker.words(title) || name,
      note: speaker.words(file?.note),
      stricter: file?.stricter,
      editions: valuesOf(parameter, speaker).map((edition, index) => ({
        ...edition,
        basis: cite(edition.basis),
        note: noteOf(file?.editions[index], speaker),
      })),
      usedBy: usedBy(name),
      limits: program.steps
        .filter(({ editions }) =>
          editions.some(({ within }) => within && parameterOf(within.limit, program) === parameter),
        )
        .map(({ id, step }) => ({ id, title: speaker.words(step.entry.data.title) })),
    };
  });
}

export function postEntries(rulebook: Rulebook, { words }: Speaker): readonly PostEntry[] {
  return (rulebook.posts?.data.posts ?? []).map(({ post, title, duties, authority }) => ({
    id: post,
    title: words(title),
    duties: words(duties),
    authority: words(authority),
  }));
}

export function incompatiblePairs(
  { incompatible }: Program,
  cite: AppendixSetting['cite'],
  title: (post: string) => string,
  { words }: Speaker,
): readonly IncompatiblePair[] {
  return incompatible.map(({ posts, why, basis }) => ({
    posts: posts.map(title),
    why: words(why),
    basis: cite(basis),
  }));
}

export function documentEntries(
  rulebook: Rulebook,
  stages: readonly StagePage[],
  { words }: Speaker,
): readonly DocumentEntry[] {
  const steps = stages.flatMap((stage) => stage.steps);
  return (rulebook.documents?.data.documents ?? []).map(({ document, title, note }) => ({
    id: document,
    title: words(title),
    note: words(note),
    steps: steps.filter(({ documents }) => documents.some(({ id }) => id === document)),
    rules: steps.flatMap(({ rules }) =>
      rules
        .filter(({ evidence }) => evidence.some(({ id }) => id === document))
        .map(({ id }) => id),
    ),
  }));
}

export function termEntries(
  { glossary }: Rulebook,
  { words, language }: Speaker,
): readonly TermEntry[] {
  return (glossary?.data.terms ?? []).map(({ term, title, means, note, not }) => ({
    id: term,
    title: words(title),
    abroad: Object.entries(title).flatMap(([other, word]) => (other === language ? [] : word)),
    means: words(means),
    note: words(note),
    not: not?.[language] ?? [],
  }));
}

/** Every source, every clause, and what rests on it; nothing for a clause that no rule was made of yet. */
export function sourceEntries(
  program: Program,
  cited: ReturnType<typeof clausesCited>,
  { words }: Speaker,
  cite: AppendixSetting['cite'],
  step: (id: string) => Named,
): readonly SourceEntry[] {
  const punished = rulesPunished(program);
  const named = restingNamed(program, { words }, step);
  return program.rulebook.sources.map((source) => ({
    id: source.id,
    path: pathFrom(program.rulebook, source.path, source.span),
    title: words(source.title),
    kind: source.kind,
    number: words(source.number),
    issuer: words(source.issuer),
    issued: source.issued ?? '',
    period: source.from === undefined ? undefined : { from: source.from, until: source.until },
    reviewedOn: source.reviewedOn ?? '',
    read: source.read,
    clauses: [...source.clauses.values()].flatMap(({ ref }) =>
      cite([ref]).map((citation) => {
        const by = cited.get(ref);
        return {
          ...citation,
          rules: by?.rules ?? [],
          others: (by?.others ?? []).map(named),
          punished: punished.get(ref) ?? [],
        };
      }),
    ),
  }));
}

/** Finds what rests on a clause by its title. */
export function restingNamed(
  program: Program,
  { words }: Pick<Speaker, 'words'>,
  step: (id: string) => Named,
): (other: Other) => Resting {
  return ({ kind, id }) =>
    kind === 'step' || kind === 'pair'
      ? { kind, ...step(id) }
      : { kind, id, title: words(titleOfName(id, program)) || id };
}

/** By clause: the rules whose breach it punishes, whenever they rest on what it names. */
function rulesPunished({ rulebook, rules }: Program): ReadonlyMap<string, readonly string[]> {
  const penalties = penaltiesIn(rulebook);
  const punished = new Map<string, string[]>();
  for (const { id, rule, editions } of rules) {
    const { kind } = rule.entry.data;
    for (const ref of new Set(editions.flatMap(({ basis }) => penalties({ basis, kind }, null))))
      punished.set(ref, [...(punished.get(ref) ?? []), id]);
  }
  return punished;
}

function referencesOf<T extends Table | Definition | Parameter>(
  kind: T['kind'],
  { program, speaker }: AppendixSetting,
): readonly T[] {
  const all = [...program.references.values()].filter((one): one is T => one.kind === kind);
  const rank = new Map(
    all.map((one) => [one, inForce<T['editions'][number]>(one.editions, speaker.asOf) ? 0 : 1]),
  );
  return all.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
}
