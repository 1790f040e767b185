import { inLanguage, type Language, sayIn } from '../base/language.ts';
import { oneLine } from '../base/shown.ts';
import type { BandFigures, Monitoring, PeriodFigures } from '../models/monitor.ts';
import { total } from '../models/stability.ts';
import type { Program } from '../program/ast.ts';
import { type Rational, toNumber } from '../values/rational.ts';
import { modelWords } from '../words/models.ts';
import { csv } from './csv.ts';
import type { ModelBandsJson, ModelMonitoringJson, ModelPeriodJson } from './figures-json.ts';
import type { Paint } from './paint.ts';
import { padded, widthOf } from './width.ts';

/** Digits of figures that are shown; the data has them whole. */
const places = 4;

/** How a model does, as a person reads it. */
export function prettyMonitoring(found: Monitoring, language: Language, paint: Paint): string {
  const words = sayIn(modelWords, language);
  const { model, setting, edition, baseline } = found;
  const open = '…';
  const head = [
    paint.bold(words.title(inLanguage(model.entry.data.title, language), edition?.from ?? '—')),
    words.period(setting.from ?? open, setting.until ?? found.until ?? open),
    hasBaseline(found)
      ? words.against(
          setting.baselineFrom ?? open,
          setting.baselineUntil ?? open,
          baseline.files,
          baseline.unscored,
        )
      : paint.yellow(words.noBaseline),
    ...(edition ? [] : [paint.yellow(found.until === undefined ? words.noFiles : words.noEdition)]),
    ...(model.entry.data.outcome
      ? [paint.dim(inLanguage(model.entry.data.outcome.title, language))]
      : []),
  ];
  const blocks = [found.total, ...found.periods].map(block);
  const foot = paint.dim(words.others(found.others, found.unclear.length, found.outside));
  return `${[head.map(oneLine).join('\n'), ...blocks, foot].join('\n\n')}\n`;

  function block(figures: PeriodFigures): string {
    const own = [
      { title: words.byGrade, bands: figures.grades, label: gradeLabel },
      ...figures.characteristics.map((one) => ({
        title: inLanguage(one.characteristic.title, language),
        bands: one,
        label: (index: number) => `${index + 1}`,
      })),
    ];
    const wide = Math.max(...own.map(({ title }) => widthOf(title)));
    return [
      `${paint.bold(figures.key ?? words.whole)}  ${words.files(figures.files, figures.unscored.length)}`,
      ...(hasBaseline(found)
        ? [
            `  ${words.stability}`,
            ...own.map(
              ({ title, bands, label }) => `    ${padded(title, wide)}  ${psiSaid(bands, label)}`,
            ),
          ]
        : []),
      ...outcomeLines(figures),
      ...decisionLines(figures),
    ]
      .map(oneLine)
      .join('\n');
  }

  function gradeLabel(index: number): string {
    const grade = edition?.grades[index];
    return grade ? inLanguage(grade.title, language) : String(index + 1);
  }

  function psiSaid(bands: BandFigures, label: (index: number) => string): string {
    const counts = paint.dim(`${bands.baseline.join('/')} → ${bands.actual.join('/')}`);
    const { stability } = bands;
    if (!stability) return counts;
    if (stability.psi !== undefined) return `${stability.psi.toFixed(places)}  ${counts}`;
    const why =
      stability.why === 'few'
        ? words.fewFiles(model.entry.data.minimum?.files ?? 1)
        : words.emptyBand(label(stability.band ?? 0));
    return `${paint.yellow(why)}  ${counts}`;
  }

  function outcomeLines({ outcome }: PeriodFigures): readonly string[] {
    if (!outcome) return [];
    const { good, bad, young, unknown, none, figures, range, unscored } = outcome;
    const { minimum } = model.entry.data;
    return [
      `  ${words.discrimination}  ${words.outcome(good, bad, young, unknown, none)}`,
      figures
        ? `    ${words.auc(shown(figures.auc), ...(figures.interval.map((end) => end.toFixed(places)) as [string, string]), shown(figures.ks))}`
        : `    ${paint.yellow(words.fewOutcomes(minimum?.good ?? 1, minimum?.bad ?? 1))}`,
      ...(range && unscored > 0
        ? [`    ${paint.yellow(words.aucRange(unscored, shown(range[0]), shown(range[1])))}`]
        : []),
    ];
  }

  function decisionLines({ decisions }: PeriodFigures): readonly string[] {
    if (!decisions) return [];
    const { against, decided, unknown, unreasoned, unclearReason, rate, range } = decisions;
    return [
      `  ${words.overrides}  ${words.decisions(against, decided, unknown)}`,
      ...(rate && range
        ? [
            `    ${words.rate(shown(rate), shown(range[0]), shown(range[1]))}  ${words.unreasoned(unreasoned, unclearReason)}`,
          ]
        : []),
    ];
  }
}

/** How a model does, as data: counts, exact fractions, and doubles where a figure is no fraction. */
export function jsonMonitoring(
  found: Monitoring,
  program: Program,
  digest: string,
): ModelMonitoringJson {
  const { id, version } = program.rulebook.manifest.data;
  const { setting, edition } = found;
  return {
    format: 1,
    rulebook: { id, version, digest },
    model: found.model.name,
    edition: edition?.from ?? null,
    from: setting.from ?? null,
    until: found.until ?? null,
    baseline: hasBaseline(found)
      ? {
          from: setting.baselineFrom ?? null,
          until: setting.baselineUntil ?? null,
          ...found.baseline,
        }
      : null,
    others: found.others,
    unclear: found.unclear.map((one) => one.id),
    outside: found.outside,
    total: periodJson(found.total),
    periods: found.periods.map(periodJson),
  };
}

function periodJson({
  key,
  files,
  unscored,
  grades,
  characteristics,
  outcome,
  decisions,
}: PeriodFigures): ModelPeriodJson {
  return {
    period: key ?? null,
    files,
    unscored: unscored.map((one) => one.id),
    grades: bandsJson(grades),
    characteristics: characteristics.map((one) => ({
      characteristic: one.characteristic.name,
      ...bandsJson(one),
    })),
    outcome: outcome
      ? {
          good: outcome.good,
          bad: outcome.bad,
          young: outcome.young,
          unknown: outcome.unknown,
          none: outcome.none,
          unscored: outcome.unscored,
          auc: fraction(outcome.figures?.auc),
          aucInterval: outcome.figures?.interval ?? null,
          aucRange: outcome.range ? ends(outcome.range) : null,
          ks: fraction(outcome.figures?.ks),
        }
      : null,
    decisions: decisions
      ? {
          decided: decisions.decided,
          against: decisions.against,
          unknown: decisions.unknown,
          unreasoned: decisions.unreasoned,
          unclearReason: decisions.unclearReason,
          rate: fraction(decisions.rate),
          range: decisions.range ? ends(decisions.range) : null,
        }
      : null,
  };
}

function bandsJson({ actual, baseline, stability }: BandFigures): ModelBandsJson {
  return {
    actual,
    baseline,
    psi: stability?.psi ?? null,
    why: stability && stability.psi === undefined ? stability.why : null,
  };
}

/** A figure a row. */
export function csvMonitoring(found: Monitoring, language: Language): string {
  const words = sayIn(modelWords, language);
  const rows = [found.total, ...found.periods].flatMap((figures) => {
    const row = (
      figure: string,
      of: string,
      value: string,
      low = '',
      high = '',
      note = '',
    ): readonly string[] => [
      found.model.name,
      figures.key ?? words.whole,
      figure,
      of,
      value,
      low,
      high,
      note,
    ];
    const psi = (of: string, bands: BandFigures) =>
      row(
        'psi',
        of,
        bands.stability?.psi?.toFixed(places) ?? '',
        '',
        '',
        `${total(bands.baseline)} / ${total(bands.actual)}`,
      );
    const { outcome, decisions } = figures;
    return [
      row('files', '', String(figures.files)),
      row('unscored', '', String(figures.unscored.length)),
      ...(hasBaseline(found)
        ? [
            psi('grades', figures.grades),
            ...figures.characteristics.map((one) => psi(one.characteristic.name, one)),
          ]
        : []),
      ...(outcome
        ? [
            ...(['good', 'bad', 'young', 'unknown', 'none'] as const).map((key) =>
              row(key, '', String(outcome[key])),
            ),
            row(
              'auc',
              '',
              shownOr(outcome.figures?.auc),
              ...((outcome.figures?.interval.map((end) => end.toFixed(places)) ?? ['', '']) as [
                string,
                string,
              ]),
            ),
            row('ks', '', shownOr(outcome.figures?.ks)),
          ]
        : []),
      ...(decisions
        ? [
            row('decided', '', String(decisions.decided)),
            row('against', '', String(decisions.against)),
            row('unreasoned', '', String(decisions.unreasoned)),
            row(
              'overrideRate',
              '',
              shownOr(decisions.rate),
              shownOr(decisions.range?.[0]),
              shownOr(decisions.range?.[1]),
            ),
          ]
        : []),
    ];
  });
  return csv([words.monitorColumns(), ...rows]);
}

function hasBaseline({ setting }: Monitoring): boolean {
  return setting.baselineFrom !== undefined || setting.baselineUntil !== undefined;
}

function shown(value: Rational): string {
  return toNumber(value).toFixed(places);
}

function shownOr(value: Rational | undefined): string {
  return value ? shown(value) : '';
}

function ends([low, high]: readonly [Rational, Rational]): readonly [string, string] {
  return [exact(low), exact(high)];
}

function fraction(value: Rational | undefined): string | null {
  return value ? exact(value) : null;
}

function exact({ n, d }: Rational): string {
  return `${n}/${d}`;
}
