import type { Band } from '../appraisal/band.ts';
import type { Appraised, Capped, FileLine, Sheet } from '../appraisal/sheet.ts';
import { inLanguage, textsIn } from '../base/language.ts';
import { plainValue } from '../feel/sentence/format.ts';
import type { Program } from '../program/ast.ts';
import type { Words } from '../rulebook/files.ts';
import type { AppraisalReport, AppraisedFileJson, BandJson, CappedJson } from './json-format.ts';
import { maskedBy } from './personal.ts';

/** Appraisals as data, exact; the same files give the same bytes. */
export function jsonAppraisal(
  appraised: Appraised,
  program: Program,
  digest: string,
  { unmasked }: { readonly unmasked: boolean },
): AppraisalReport {
  const { appraisal, from, until, workingDays, sheets, untold, unread, isByLedger } = appraised;
  const { id, version, languages } = program.rulebook.manifest.data;
  const { data } = appraisal.entry;
  const texts = (words: Words) => textsIn(languages, (language) => inLanguage(words, language));
  return {
    format: 1,
    rulebook: { id, version, digest },
    scheme: appraisal.name,
    title: texts(data.title),
    from,
    until,
    workingDays: workingDays ?? null,
    byLedger: isByLedger,
    untold,
    unread,
    sheets: sheets.map((sheet) => ({
      officer: maskedBy(sheet.officer, appraisal.officer.core, unmasked),
      units: sheet.units,
      outside: sheet.outside,
      measures: sheet.measures.map(({ of, figure, ungraded, points, reward, files }) => ({
        measure: of.measure.name,
        title: texts(of.measure.entry.data.title),
        category: of.category,
        unit: of.measure.entry.data.unit,
        weight: plainValue(of.weight),
        target: plainValue(of.target),
        floor: plainValue(of.floor),
        value: figure?.value ? plainValue(figure.value) : null,
        range: figure?.ends ? bandOf({ low: figure.ends[0], high: figure.ends[1] }) : null,
        known: figure?.known ?? 0,
        unknown: figure?.unknown ?? 0,
        ungraded: ungraded ?? null,
        points: points ? bandOf(points) : null,
        reward: bandOf(reward),
        files: files.map(fileOf),
      })),
      uncounted: sheet.uncounted.map(fileOf),
      violations: sheet.violations.map((line) => ({
        line: line.id,
        finding: line.finding,
        rule: line.facts.rule,
        day: line.day,
        row: line.row ?? null,
        points: plainValue(line.points),
        repeat: line.isRepeat,
        redLine: line.isRedLine,
        why: line.why ?? null,
        objected: line.isObjected,
      })),
      totals: totalsOf(sheet),
      objections: Object.fromEntries(sheet.objections),
    })),
  };

  function totalsOf(sheet: Sheet): AppraisalReport['sheets'][number]['totals'] {
    const { thresholds = [] } = data.violations;
    const grade = sheet.grade === undefined ? undefined : data.grades[sheet.grade];
    const reached = typeof sheet.threshold === 'number' ? thresholds[sheet.threshold] : undefined;
    return {
      graded: plainValue(sheet.graded),
      scored: bandOf(sheet.scored),
      base: sheet.base ? bandOf(sheet.base) : null,
      rewards: cappedOf(sheet.rewards),
      violationPoints: cappedOf(sheet.points),
      accumulated: bandOf(sheet.accumulated),
      consequence: reached ? texts(reached.says) : null,
      redLine: sheet.redLine,
      deductions: cappedOf(sheet.deductions),
      result: sheet.result ? bandOf(sheet.result) : null,
      grade: grade ? texts(grade.title) : null,
    };
  }
}

function fileOf({
  id,
  dossier,
  day,
  value,
  why,
  posts,
  missing,
  standings,
  isObjected,
}: FileLine): AppraisedFileJson {
  return {
    line: id,
    dossier,
    day: day ?? null,
    value: value ? plainValue(value) : null,
    why: why ?? null,
    ...(posts.length > 0 && { posts }),
    ...(missing.length > 0 && { missing: missing.map(({ pointer }) => pointer) }),
    ...(standings.size > 0 && { standings: Object.fromEntries(standings) }),
    objected: isObjected,
  };
}

function bandOf({ low, high }: Band): BandJson {
  return { low: plainValue(low), high: plainValue(high) };
}

function cappedOf({ sum, counted, most }: Capped): CappedJson {
  return { sum: bandOf(sum), counted: bandOf(counted), most: plainValue(most) };
}
