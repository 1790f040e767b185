import { type Band, isExact } from '../appraisal/band.ts';
import type { Appraised, FileLine, MeasureLine, Sheet, ViolationLine } from '../appraisal/sheet.ts';
import { inLanguage, type Language, sayIn } from '../base/language.ts';
import { formatNumber } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import type { Program } from '../program/ast.ts';
import { multiply, printRational, type Rational, round, whole } from '../values/rational.ts';
import { appraisalWords, type AppraisalWords } from '../words/appraisal.ts';
import { wordbookOf } from '../words/own.ts';
import { clauseTitle } from './clause-title.ts';
import { maskedBy } from './personal.ts';

/** What an appraisal is written with. */
export interface AppraisalOptions {
  readonly language: Language;
  readonly unmasked: boolean;
}

/** The lines of appraisals in words: every format says the same of them. */
export interface AppraisalLines {
  readonly words: AppraisalWords;
  readonly title: string;
  readonly posts: string;
  readonly basis: readonly string[];
  readonly period: string;
  /** What holds for all of them, such as that no ledger was given. */
  readonly notes: readonly string[];
  readonly officer: (sheet: Sheet) => string;
  readonly measure: (line: MeasureLine) => MeasureSaid;
  readonly file: (line: FileLine, of: MeasureLine | undefined) => FileSaid;
  readonly violation: (line: ViolationLine) => ViolationSaid;
  readonly totals: (sheet: Sheet) => readonly TotalSaid[];
  /** In place of violations: that there are none, or that nobody can tell. */
  readonly noViolations: string;
  /** What of its points a measure or a finding gives, to two digits; or between which it lies. */
  readonly band: (band: Band) => string;
  /** The table of points, row by row, with its points. */
  readonly table: readonly (readonly [string, string])[];
}

export interface MeasureSaid {
  readonly measure: string;
  readonly category: string;
  readonly value: string;
  readonly target: string;
  readonly floor: string;
  readonly weight: string;
  readonly points: string;
  readonly files: string;
  readonly note: string;
}

export interface FileSaid {
  readonly measure: string;
  readonly dossier: string;
  readonly day: string;
  readonly value: string;
  readonly counted: string;
}

export interface ViolationSaid {
  readonly finding: string;
  readonly rule: string;
  readonly clause: string;
  readonly day: string;
  readonly row: string;
  readonly points: string;
  readonly counted: string;
}

export interface TotalSaid {
  readonly what: string;
  readonly computed: string;
  readonly cap: string;
  readonly counted: string;
}

/** Places that a file lacks, named at most. */
const mostNamed = 3;

export function appraisalLines(
  appraised: Appraised,
  program: Program,
  { language, unmasked }: AppraisalOptions,
): AppraisalLines {
  const { appraisal, from, until, workingDays, untold, unread, isByLedger } = appraised;
  const { data } = appraisal.entry;
  const words = sayIn(appraisalWords, language);
  const lexicon = lexiconOf(language, program.setting);
  const { rulebook } = program;
  const book = wordbookOf(rulebook.manifest.data, language);
  const postTitle = (id: string) => {
    const post = rulebook.posts?.data.posts.find((one) => one.post === id);
    return post ? inLanguage(post.title, language) : id;
  };
  const band = ({ low, high }: Band) =>
    isExact({ low, high }) ? digits(low) : words.range(digits(low), digits(high));
  return {
    words,
    title: words.title(inLanguage(data.title, language)),
    posts: data.posts.map(postTitle).join(words.list),
    basis: data.basis.map((clause) =>
      clauseTitle(clause, rulebook, book, (texts) => inLanguage(texts, language), language),
    ),
    period: `${words.period(from, until)}${words.marks}${words.workingDays(workingDays)}`,
    notes: [
      ...(workingDays === 0 ? [words.noWorkingDay] : []),
      ...(isByLedger ? [] : [words.noLedger]),
      ...(untold.length > 0 ? [words.untold(untold.join(words.list))] : []),
      ...(unread > 0 ? [words.unread(unread)] : []),
    ],
    officer: ({ officer }) => maskedBy(officer, appraisal.officer.core, unmasked),
    measure,
    file,
    violation,
    totals,
    noViolations: isByLedger ? words.none : words.withoutLedger,
    band,
    table: data.violations.points.map(({ title }, index) => [
      inLanguage(title, language),
      digits(appraisal.violations.points[index] ?? appraisal.violations.most),
    ]),
  };

  function measure({ of, figure, ungraded, points, reward, files }: MeasureLine): MeasureSaid {
    const { title, unit, direction, gather } = of.measure.entry.data;
    const shown = (value: Rational) => formatNumber(value, unit, lexicon);
    const sign = direction === 'higher' ? '≥' : '≤';
    const { value, known = 0, unknown = 0 } = figure ?? {};
    const ranged = unknown > 0 ? figure?.range : undefined;
    const objected = files.filter(({ isObjected }) => isObjected).length;
    const isRewarded = !isExact(reward) || reward.low.n !== 0n;
    const counts = [known, unknown, files.length - known - unknown];
    return {
      measure: inLanguage(title, language),
      category: words.categories[of.category],
      value: ranged
        ? words.range(shown(ranged[0]), shown(ranged[1]))
        : value
          ? shown(value) + counting(value, known, gather)
          : words.noValue,
      target: `${sign}${shown(of.target)}`,
      floor: shown(of.floor),
      weight: digits(of.weight),
      points: points ? band(points) : '—',
      files: counts.join('／'),
      note: [
        ...(ungraded ? [words.ungraded[ungraded]] : []),
        ...(isRewarded ? [`${words.total.rewards} ${band(reward)}`] : []),
        ...(objected > 0 ? [words.objections(objected)] : []),
      ].join(words.semicolon),
    };
  }

  /** What a share or a mean was divided from, for who does it by hand. */
  function counting(value: Rational, count: number, gather: 'share' | 'mean' | 'sum'): string {
    if (gather === 'sum') return '';
    return words.ofFiles(printRational(multiply(value, whole(count))), count);
  }

  function file(line: FileLine, of: MeasureLine | undefined): FileSaid {
    const { dossier, day = '', value, why, isObjected } = line;
    const data = of?.of.measure.entry.data;
    return {
      measure: data ? inLanguage(data.title, language) : words.parts.all,
      dossier,
      day,
      value: value && data ? valueSaid(value, data.unit, data.gather) : '',
      counted: [
        why ? words.uncounted[why] + details(line) : words.countedFile,
        ...(isObjected ? [words.objected] : []),
      ].join(words.semicolon),
    };
  }

  /** Of a share, whether it holds of the file. */
  function valueSaid(
    value: Rational,
    unit: MeasureLine['of']['measure']['entry']['data']['unit'],
    gather: 'share' | 'mean' | 'sum',
  ): string {
    return gather === 'share' ? printRational(value) : formatNumber(value, unit, lexicon);
  }

  function details({ why, posts, missing, standings }: FileLine): string {
    const fields = [...new Set(missing.map(({ pointer }) => pathLike(pointer)))].filter(Boolean);
    const counts = ['doubt', 'disputed', 'unlisted'] as const;
    const [doubt = 0, disputed = 0, unlisted = 0] = counts.map((one) => standings.get(one) ?? 0);
    const said = [
      ...(why === 'post-not-held' || why === 'two-schemes'
        ? posts.length > 0
          ? [words.held(posts.map(postTitle).join(words.list))]
          : []
        : []),
      ...(why === 'unknown' && fields.length > 0
        ? [words.lacks(fields.slice(0, mostNamed).join(words.list))]
        : []),
      ...(why === 'unknown' || why === 'in-doubt'
        ? [words.doubts(doubt, disputed, unlisted)].filter(Boolean)
        : []),
    ];
    return said.length > 0 ? `${words.colon}${said.join(words.semicolon)}` : '';
  }

  function violation({
    finding,
    facts,
    day,
    row,
    points,
    isRepeat,
    isRedLine,
    why,
    isObjected,
  }: ViolationLine): ViolationSaid {
    const title = inLanguage(facts.title, language);
    const of = row === undefined ? undefined : data.violations.points[row];
    return {
      finding,
      rule: title === '' ? facts.rule : `${facts.rule} ${title}`,
      clause: facts.clauses.map((one) => inLanguage(one.title, language)).join(words.semicolon),
      day,
      row: [
        ...(of ? [inLanguage(of.title, language)] : []),
        ...(isRepeat ? [words.repeat] : []),
        ...(isRedLine ? [words.redLine] : []),
      ].join(words.semicolon),
      points: row === undefined ? '0' : digits(points),
      counted: [
        why ? words.unpunished[why] : words.countedFile,
        ...(isObjected ? [words.objected] : []),
      ].join(words.semicolon),
    };
  }

  function totals(sheet: Sheet): readonly TotalSaid[] {
    const { total } = words;
    const { scored, graded, base, rewards, points, deductions, result, grade, redLine } = sheet;
    const { thresholds = [], redLine: blocking, countedMonths } = data.violations;
    const blocks = redLine !== false && blocking ? inLanguage(blocking.says, language) : '';
    const reached = typeof sheet.threshold === 'number' ? thresholds[sheet.threshold] : undefined;
    const best = grade === undefined ? undefined : data.grades[grade];
    const plain = (what: string, counted: string): TotalSaid => ({
      what,
      computed: '',
      cap: '',
      counted,
    });
    const under = (what: string, of: Sheet['rewards']): TotalSaid => ({
      what,
      computed: band(of.sum),
      cap: digits(of.most),
      counted: band(of.counted),
    });
    return [
      plain(total.scored, `${band(scored)} / ${digits(graded)}`),
      plain(total.base, base ? band(base) : words.noResult),
      under(total.rewards, rewards),
      under(total.violations, points),
      under(total.deductions, deductions),
      plain(total.result, result ? band(result) : words.noResult),
      plain(
        total.grade,
        best
          ? inLanguage(best.title, language)
          : blocks !== ''
            ? blocks
            : result
              ? words.open
              : words.noGrade,
      ),
      plain(
        total.accumulated(countedMonths),
        isByLedger ? band(sheet.accumulated) : words.withoutLedger,
      ),
      plain(
        total.consequence,
        !isByLedger
          ? words.withoutLedger
          : sheet.threshold === 'open'
            ? words.open
            : reached
              ? inLanguage(reached.says, language)
              : words.none,
      ),
    ];
  }
}

/** To two digits behind the point, halves away from zero. */
function digits(value: Rational): string {
  return printRational(round(value, 2, 'half up'));
}

/** `/contract/amount` as people write it. */
function pathLike(pointer: string): string {
  return pointer.startsWith('/') ? pointer.slice(1).replaceAll('/', '.') : pointer;
}
