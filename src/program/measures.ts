import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import type { Names } from '../feel/bindings.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { MeasureFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { parseRational, type Rational, zero } from '../values/rational.ts';
import { at } from '../yaml/tree.ts';
import {
  type Expression,
  mainSubject,
  type Measure,
  type PilotTerms,
  type MeasuredBy,
  type Points,
  type Subject,
} from './ast.ts';
import type { ExpressionReader } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';

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
  /** What files of a subject are gathered by; undefined for those that say nothing of it. */
  readonly gathered: ReadonlyMap<string, MeasuredBy | undefined>;
  readonly diagnostics: readonly Found[];
} {
  const to = noted<ProgramProblems & RulebookProblems>();
  const { manifest } = rulebook;
  const gathered = new Map(
    [...subjects].map(([name, subject]) => [name, measuredBy(name, subject)] as const),
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
    const subject = data.subject === undefined ? mainSubject(subjects) : subjects.get(data.subject);
    if (!subject) {
      const name = data.subject ?? '';
      const params = { what: 'subject' as const, name, near: nearest(name, subjects.keys()) };
      to.error('rulebook/unknown-reference', spanOf(entry, 'subject'), params);
      return undefined;
    }
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
    const read = (key: keyof PilotTerms, wanted: 'list' | 'day') =>
      reader.read(at(manifest.yaml, ['subjects', name, 'pilot', key]).yaml, names, wanted);
    const branches = read('branches', 'list');
    const [from, until] = [read('from', 'day'), read('until', 'day')];
    return branches && from && until ? { branches, from, until } : undefined;
  }

  function measuredBy(name: string, subject: Subject): MeasuredBy | undefined {
    if (!subject.file.scorecard) return undefined;
    const names = namesFor(subject);
    const read = (key: keyof MeasuredBy, wanted?: 'day') => {
      const { yaml } = at(manifest.yaml, ['subjects', name, 'scorecard', key]);
      return reader.read(yaml, names, wanted);
    };
    const [day, officer] = [read('day', 'day'), read('officer')];
    const [branch, customer] = [read('branch'), read('customer')];
    return day && officer && branch && customer ? { day, officer, branch, customer } : undefined;
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
