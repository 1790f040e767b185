import { type Diagnostic, noted } from '../base/diagnostic.ts';
import type { Names } from '../feel/bindings.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { MeasureFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { parseRational, type Rational, zero } from '../values/rational.ts';
import { at } from '../yaml/tree.ts';
import {
  type Expression,
  type Measure,
  type MeasuredBy,
  type PilotTerms,
  type Points,
  type Subject,
} from './ast.ts';
import type { ExpressionReader } from './expressions.ts';
import { measuredBy } from './measured-by.ts';
import type { ProgramProblems } from './problems.ts';
import { subjectOf } from './subject-of.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;

/** The measures of a rulebook, each typed by the fields of its subject. */
export function resolveMeasures(
  rulebook: Rulebook,
  subjects: ReadonlyMap<string, Subject>,
  reader: ExpressionReader,
  namesFor: (subject: Subject) => Names,
): {
  readonly all: readonly Measure[];
  readonly pilots: ReadonlyMap<string, PilotTerms>;
  /** What figures of each subject are gathered by; undefined for those that say nothing of it. */
  readonly gathered: ReadonlyMap<string, MeasuredBy | undefined>;
  readonly diagnostics: readonly Found[];
} {
  const to = noted<ProgramProblems & RulebookProblems>();
  const { manifest } = rulebook;
  const gathered = new Map(
    [...subjects].map(
      ([name, subject]) =>
        [name, measuredBy(manifest, subject, namesFor(subject), reader)] as const,
    ),
  );
  const all = rulebook.measures.flatMap((entry) => measure(entry) ?? []);
  const pilots = new Map(
    [...subjects].flatMap(([name, subject]) => {
      const terms = pilotTerms(name, subject);
      return terms ? [[name, terms] as const] : [];
    }),
  );
  return { all, pilots, gathered, diagnostics: to.diagnostics };

  function measure(entry: Entry<MeasureFile>): Measure | undefined {
    const { data } = entry;
    const subject = subjectOf(entry, subjects, to);
    if (!subject) return undefined;
    const by = gathered.get(subject.name);
    complain(entry, by !== undefined);
    const names = namesFor(subject);
    const read = (key: 'when' | 'value' | 'officer', wanted?: 'boolean' | 'number') =>
      data[key] === undefined ? undefined : reader.read(at(entry.yaml, [key]).yaml, names, wanted);
    const value = read('value', data.gather === 'share' ? 'boolean' : 'number');
    const when = read('when', 'boolean');
    const isWhole = (key: 'when' | 'value', found: Expression | undefined) =>
      data[key] === undefined || found !== undefined;
    if (!by || !isWhole('value', value) || !isWhole('when', when)) return undefined;
    return {
      name: data.measure,
      entry,
      subject,
      when,
      value,
      officer: read('officer'),
      by,
      target: data.target === undefined ? undefined : numberAt(entry, 'target'),
      reward: data.reward && pointsAt(entry, 'reward'),
      deduction: data.deduction && pointsAt(entry, 'deduction'),
    };
  }

  function complain(entry: Entry<MeasureFile>, isGathered: boolean): void {
    const { data } = entry;
    const error = (reason: ProgramProblems['program/measure']['reason'], key: string) => {
      to.error('program/measure', spanOf(entry, key), { reason });
    };
    if (!isGathered) error('scorecard', 'measure');
    if (data.value !== undefined && data.outcomes) error('both', 'value');
    if (data.value === undefined && !data.outcomes) error('neither', 'measure');
    if (data.gather === 'share' && data.unit !== 'ratio') error('share', 'unit');
    for (const key of ['reward', 'deduction'] as const) {
      const given = data[key];
      if (given && (given.step <= 0 || given.points < 0 || given.most < 0)) error('step', key);
    }
  }

  function pilotTerms(name: string, subject: Subject): PilotTerms | undefined {
    if (!subject.file.pilot) return undefined;
    const names = namesFor(subject);
    const read = (key: keyof PilotTerms, wanted: 'list' | 'day' | 'number' | 'boolean') =>
      reader.read(at(manifest.yaml, ['subjects', name, 'pilot', key]).yaml, names, wanted);
    const readIf = (key: keyof PilotTerms, wanted: 'list' | 'number' | 'boolean') =>
      subject.file.pilot?.[key] === undefined ? undefined : read(key, wanted);
    const branches = read('branches', 'list');
    const [from, until] = [read('from', 'day'), read('until', 'day')];
    if (!branches || !from || !until) return undefined;
    return {
      branches,
      from,
      until,
      comparedWith: readIf('comparedWith', 'list'),
      baselineMonths: readIf('baselineMonths', 'number'),
      sameMeasures: readIf('sameMeasures', 'boolean'),
      least: readIf('least', 'number'),
    };
  }
}

function pointsAt(entry: Entry<MeasureFile>, key: 'reward' | 'deduction'): Points {
  return {
    step: numberAt(entry, key, 'step'),
    points: numberAt(entry, key, 'points'),
    most: numberAt(entry, key, 'most'),
  };
}

/** A number as it is written, not as the nearest double. */
function numberAt({ yaml }: Entry<MeasureFile>, ...keys: readonly string[]): Rational {
  const found = at(yaml, keys).yaml;
  return (found.kind === 'text' ? parseRational(found.text) : undefined) ?? zero;
}
