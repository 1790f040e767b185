import { type Diagnostic, hasErrors } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import type { PathProblems } from '../base/path-problems.ts';
import type { Source } from '../base/source.ts';
import type { TableProblems } from '../base/table-problems.ts';
import type { Table } from '../base/table.ts';
import type { Capture } from '../check/engine.ts';
import { boundTables } from '../intake/bound.ts';
import { mappingFrom } from '../intake/mapping.ts';
import type { IntakeProblems } from '../intake/problems.ts';
import { intakeOf } from '../intake/rows.ts';
import type { Program } from '../program/ast.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import type { IntakeJson } from '../report/json-format.ts';
import { newIntakeCounting } from '../report/opens.ts';
import type { Result } from '../report/result.ts';
import type { Incoming } from '../report/run.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import type { YamlProblems } from '../yaml/problems.ts';

type Found = IntakeProblems & RulebookProblems & YamlProblems & TableProblems & PathProblems;

/** Tables that become files by a mapping. */
export interface Mapped {
  readonly capture: Capture;
  /** The files, some at a time, as rows are read. */
  readonly incoming: (signal?: AbortSignal) => AsyncGenerator<readonly Incoming[]>;
  /** Takes in what came of a file. */
  readonly add: (result: Result) => void;
  /** What came of the tables, once all were judged. */
  readonly json: () => IntakeJson;
  /** Whether anything of them was not read, once all were. */
  readonly isWrong: () => boolean;
}

/** Files by a mapping, or why there are none. */
export interface MappedRead {
  readonly mapped: Mapped | undefined;
  /** Of the mapping, and of what it names and the tables have not; of the tables themselves where they are of no use. */
  readonly problems: readonly Diagnostic<Found>[];
}

/** A mapping as it was given. */
export interface MappingGiven {
  /** With its digest. */
  readonly source: Source & { readonly digest: string };
  readonly languages: readonly Language[];
  /** `sha256:…` of a text in UTF-8. */
  readonly digestOf: (text: string) => string;
}

/** Files that are judged together, at most. */
const batch = 16;

/** Makes files of tables as `shouze check --mapping` does. */
export async function mappedTables(
  program: Program,
  { source, languages, digestOf }: MappingGiven,
  tables: readonly Table[],
): Promise<MappedRead> {
  const { value: mapping, diagnostics } = mappingFrom(source, program);
  if (!mapping) return { mapped: undefined, problems: diagnostics };
  const { bound, problems } = await boundTables(mapping, tables);
  const all = [...diagnostics, ...problems];
  if (hasErrors(all)) {
    const faults = tables.flatMap((table) => table.problems);
    return { mapped: undefined, problems: [...all, ...faults] };
  }
  const intake = intakeOf(mapping, bound);
  const counting = newIntakeCounting(languages);
  const found = () => [...bound.flatMap(({ table }) => table.problems), ...intake.problems];
  const mapped: Mapped = {
    capture: { subject: mapping.subject.name, complete: mapping.complete },
    incoming,
    add: counting.add,
    json: () => ({
      mapping: { file: source.name, digest: source.digest },
      ...counting.counted(),
      ...incompleteIn(intake.reconciled()),
      tables: intake.reconciled(),
      diagnostics: found().map((problem) => diagnosticJson(problem, languages)),
    }),
    isWrong: () => hasErrors(found()),
  };
  return { mapped, problems: all };

  /** The lists whose rows were read, and of which nobody said that they are all there. */
  function incompleteIn(tables: IntakeJson['tables']): Pick<IntakeJson, 'incomplete'> {
    const known = new Set(mapping?.complete);
    const lists = bound.flatMap(({ mapped: { list } }, index) => {
      const table = tables[index];
      const field = list?.join('.') ?? '';
      return table && list && table.read > 0 && !known.has(field)
        ? [{ field, table: table.table, read: table.read, ...counting.opened(field) }]
        : [];
    });
    const incomplete = lists.filter(({ rules }) => rules > 0);
    return incomplete.length > 0
      ? { incomplete: incomplete.toSorted((a, b) => b.rules - a.rules) }
      : {};
  }

  async function* incoming(signal?: AbortSignal): AsyncGenerator<readonly Incoming[]> {
    for await (const texts of intake.texts()) {
      for (let from = 0; from < texts.length; from += batch) {
        if (signal?.aborted) return;
        yield texts.slice(from, from + batch).map(({ source: made, record }) => ({
          source: { ...made, digest: digestOf(made.text) },
          record,
        }));
      }
    }
  }
}
