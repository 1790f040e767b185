import { type Diagnostic, noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import type { Names } from '../feel/bindings.ts';
import { type Entry, type Rulebook, spanOf } from '../rulebook/ast.ts';
import type { AppraisalFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import {
  add,
  compare,
  equal,
  parseRational,
  printRational,
  type Rational,
  whole,
  zero,
} from '../values/rational.ts';
import { at } from '../yaml/tree.ts';
import { type Appraisal, type AppraisedMeasure, type Measure, type Subject } from './ast.ts';
import type { ExpressionReader } from './expressions.ts';
import type { ProgramProblems } from './problems.ts';
import { subjectOf } from './subject-of.ts';

type Found = Diagnostic<ProgramProblems & RulebookProblems>;
type Keys = readonly (string | number)[];

const all = whole(100);

/** The appraisals of a rulebook, each typed by the fields of its subject; one that is wrong is left out. */
export function resolveAppraisals(
  rulebook: Rulebook,
  subjects: ReadonlyMap<string, Subject>,
  measures: readonly Measure[],
  reader: ExpressionReader,
  namesFor: (subject: Subject) => Names,
): { readonly all: readonly Appraisal[]; readonly diagnostics: readonly Found[] } {
  const to = noted<ProgramProblems & RulebookProblems>();
  const byName = new Map(measures.map((measure) => [measure.name, measure]));
  const withoutSales = new Set(
    rulebook.posts?.data.posts.flatMap((one) => (one.withoutSales ? [one.post] : [])),
  );
  const taken = new Set<string>();
  const found = rulebook.appraisals.flatMap((entry) => appraisal(entry) ?? []);
  return { all: found, diagnostics: to.diagnostics };

  function appraisal(entry: Entry<AppraisalFile>): Appraisal | undefined {
    const { data, yaml } = entry;
    const before = to.diagnostics.length;
    const number = (...keys: Keys) => numberAt(entry, keys);
    const subject = subjectOf(entry, subjects, to);
    if (!subject) return undefined;
    if (!subject.file.scorecard) complain(entry, 'scorecard', subject.name, ['appraisal']);
    const appraised = data.measures.flatMap((_, index) => measureOf(entry, subject, index) ?? []);
    checkMeasures(entry);
    checkPosts(entry, appraised);
    checkNumbers(entry);
    const names = namesFor(subject);
    const officer = reader.read(at(yaml, ['officer']).yaml, names);
    const gathered = at(rulebook.manifest.yaml, ['subjects', subject.name, 'scorecard', 'day']);
    const day = reader.read(
      (data.day === undefined ? gathered : at(yaml, ['day'])).yaml,
      names,
      'day',
    );
    if (to.diagnostics.length > before || !officer || !day) return undefined;
    const { violations } = data;
    const { thresholds = [] } = violations;
    return {
      name: data.appraisal,
      entry,
      subject,
      posts: new Set(data.posts),
      officer,
      day,
      minimumFiles: data.minimumFiles,
      minimumWeight: number('minimumWeight'),
      measures: appraised,
      rewards: number('rewards', 'most'),
      deductions: {
        perPoint: number('deductions', 'perPoint'),
        most: number('deductions', 'most'),
      },
      violations: {
        points: violations.points.map((_, index) =>
          number('violations', 'points', index, 'points'),
        ),
        adds: violations.repeat ? number('violations', 'repeat', 'adds') : zero,
        most: number('violations', 'most'),
        thresholds: thresholds.map((_, index) => number('violations', 'thresholds', index, 'from')),
      },
      grades: data.grades.map((_, index) => number('grades', index, 'from')),
    };
  }

  function measureOf(
    entry: Entry<AppraisalFile>,
    subject: Subject,
    index: number,
  ): AppraisedMeasure | undefined {
    const keys = ['measures', index] as const;
    const name = entry.data.measures[index]?.measure ?? '';
    const measure = byName.get(name);
    if (measure?.subject !== subject) {
      const params = { what: 'measure' as const, name, near: nearest(name, byName.keys()) };
      to.error('rulebook/unknown-reference', spanOf(entry, ...keys, 'measure'), params);
      return undefined;
    }
    const { category, direction } = measure.entry.data;
    const floor = numberAt(entry, [...keys, 'floor']);
    const { target } = measure;
    if (!category) complain(entry, 'category', name, [...keys, 'measure']);
    if (!target) complain(entry, 'target', name, [...keys, 'measure']);
    if (!target || !category) return undefined;
    const isWorse = compare(floor, target) * (direction === 'higher' ? 1 : -1) < 0;
    if (!isWorse) complain(entry, 'floor', name, [...keys, 'floor']);
    return { measure, category, weight: numberAt(entry, [...keys, 'weight']), floor, target };
  }

  function checkMeasures(entry: Entry<AppraisalFile>): void {
    const seen = new Set<string>();
    let total = zero;
    for (const [index, { measure, weight }] of entry.data.measures.entries()) {
      if (seen.has(measure)) complain(entry, 'twice', measure, ['measures', index, 'measure']);
      seen.add(measure);
      if (weight <= 0) complain(entry, 'negative', 'weight', ['measures', index, 'weight']);
      total = add(total, numberAt(entry, ['measures', index, 'weight']));
    }
    if (!equal(total, all)) complain(entry, 'weights', printRational(total), ['measures']);
  }

  function checkPosts(entry: Entry<AppraisalFile>, appraised: readonly AppraisedMeasure[]): void {
    const sales = appraised.filter(({ category }) => category === 'sales');
    for (const [index, post] of entry.data.posts.entries()) {
      if (taken.has(post)) complain(entry, 'post-twice', post, ['posts', index]);
      taken.add(post);
      if (!withoutSales.has(post)) continue;
      for (const { measure } of sales) {
        const place = entry.data.measures.findIndex((one) => one.measure === measure.name);
        const span = spanOf(entry, 'measures', place, 'measure');
        to.error('program/appraised-by-sales', span, { measure: measure.name, post });
      }
    }
  }

  function checkNumbers(entry: Entry<AppraisalFile>): void {
    const { data } = entry;
    const { violations, rewards, deductions, grades } = data;
    const { repeat, thresholds = [] } = violations;
    const never: readonly (readonly [number | undefined, Keys])[] = [
      [data.minimumWeight, ['minimumWeight']],
      [rewards.most, ['rewards', 'most']],
      [deductions.perPoint, ['deductions', 'perPoint']],
      [deductions.most, ['deductions', 'most']],
      [violations.most, ['violations', 'most']],
      [repeat?.adds, ['violations', 'repeat', 'adds']],
      ...violations.points.map(
        ({ points }, index) => [points, ['violations', 'points', index, 'points']] as const,
      ),
    ];
    for (const [value = 0, keys] of never)
      if (value < 0) complain(entry, 'negative', String(keys.at(-1)), keys);
    const above: readonly (readonly [number, Keys])[] = [
      [data.minimumFiles, ['minimumFiles']],
      [violations.countedMonths, ['violations', 'countedMonths']],
      [repeat?.withinMonths ?? 1, ['violations', 'repeat', 'withinMonths']],
    ];
    for (const [value, keys] of above)
      if (value < 1 || !Number.isInteger(value))
        complain(entry, 'negative', String(keys.at(-1)), keys);
    const falls = (list: readonly { readonly from: number }[]) =>
      list.every(({ from }, index) => index === 0 || from < (list[index - 1]?.from ?? 0));
    if (!falls(thresholds.toReversed()))
      complain(entry, 'order', 'thresholds', ['violations', 'thresholds']);
    if (!falls(grades)) complain(entry, 'order', 'grades', ['grades']);
  }

  function complain(
    entry: Entry<AppraisalFile>,
    reason: ProgramProblems['program/appraisal']['reason'],
    what: string,
    keys: Keys,
  ): void {
    to.error('program/appraisal', spanOf(entry, ...keys), { reason, what });
  }
}

/** A number as it is written, not as the nearest double. */
function numberAt({ yaml }: Entry<AppraisalFile>, keys: Keys): Rational {
  const found = at(yaml, keys.map(String)).yaml;
  return (found.kind === 'text' ? parseRational(found.text) : undefined) ?? zero;
}
