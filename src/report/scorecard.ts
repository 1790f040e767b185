import { oneLine } from '../base/shown.ts';
import { inLanguage, textsIn } from '../base/language.ts';
import { formatNumber, mask, plainValue } from '../feel/sentence/format.ts';
import type { Language } from '../base/language.ts';
import { type Standing, standings } from '../ledger/standing.ts';
import type { CardGroup, Figure, Scorecard } from '../scorecard/card.ts';
import type { Program } from '../program/ast.ts';
import type { Rational } from '../values/rational.ts';
import { csv } from './csv.ts';
import type { ScorecardReport } from './json-format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import type { Paint } from './paint.ts';
import { personalOf } from '../feel/sentence/sentence.ts';
import { scorecardWordsOf } from '../words/own.ts';
import { padded, widthOf } from './width.ts';

/** What a scorecard is shown with. */
export interface CardOptions {
  readonly language: Language;
  readonly unmasked: boolean;
}

/** Places that a figure lacks, at most; the other formats say how many files. */
const mostMissing = 3;

/** A scorecard as a person reads it. */
export function prettyScorecard(
  card: Scorecard,
  program: Program,
  options: CardOptions,
  paint: Paint,
): string {
  const { language } = options;
  const words = scorecardWordsOf(program.rulebook.manifest.data, language);
  const lexicon = lexiconOf(language, program.setting);
  const titles = program.measures.map(({ entry }) => inLanguage(entry.data.title, language));
  const width = Math.max(0, ...titles.map(widthOf));
  const period =
    card.from === undefined && card.until === undefined
      ? []
      : [paint.dim(words.period(card.from, card.until))];
  const blocks = card.groups.map((group) =>
    [
      paint.bold(oneLine(keyShown(group, card, program, options))),
      ...group.figures.flatMap(figureLines),
      `  ${paint.dim(words.total(plainValue(group.points), group.open))}`,
    ].join('\n'),
  );
  const notes = [
    ...(card.undated.length > 0
      ? [words.undated(card.undated.map(oneLine).join(lexicon.comma))]
      : []),
    ...(card.outside > 0 ? [words.outside(card.outside)] : []),
    ...(card.unread > 0 ? [words.unread(card.unread)] : []),
    ...(isOfDoubts(card) ? [words.noLedger] : []),
  ];
  const body = blocks.length > 0 ? blocks : [words.none];
  const head = [paint.bold(words.title(words.by[card.by])), ...period].join('  ');
  return `${[head, ...body, ...notes.map((note) => paint.yellow(note))].join('\n\n')}\n`;

  function figureLines(figure: Figure): readonly string[] {
    const { measure, value, range, isMet, points, known, unknown, pending } = figure;
    const { data } = measure.entry;
    const shown = (amount: Rational) => formatNumber(amount, data.unit, lexicon);
    const untold = measure.target ? paint.yellow('?') : paint.dim('·');
    const mark = isMet === undefined ? untold : isMet ? paint.green('✓') : paint.red('✗');
    const parts = [
      value ? shown(value) : words.noValue,
      ...(measure.target ? [words.target(data.direction, shown(measure.target))] : []),
      ...(range && unknown > 0 ? [words.range(shown(range[0]), shown(range[1]))] : []),
      words.files(known, unknown),
      ...(measure.target && (data.reward ?? data.deduction)
        ? [points ? words.points(plainValue(points)) : words.openPoints]
        : []),
      ...(figure.withheld ? [words.withheld(plainValue(figure.withheld))] : []),
      ...(figure.standings ? [standingsSaid(figure.standings, words)] : []),
      ...(pending > 0 ? [words.pending(pending)] : []),
    ];
    const lacking = figure.missing.slice(0, mostMissing).map(({ id, missing }) => {
      // what is missing may be no field: the result of a rule that has none for these values
      const places = [...new Set(missing.map(({ pointer }) => pathLike(pointer)))].filter(Boolean);
      const fields = places.slice(0, mostMissing).join(lexicon.comma);
      return `      ${paint.dim(oneLine(fields === '' ? id : `${id} ${words.lacking(fields)}`))}`;
    });
    const title = padded(inLanguage(data.title, language), width);
    return [`  ${mark} ${title}  ${parts.join(' · ')}`, ...lacking];
  }
}

function standingsSaid(
  counts: ReadonlyMap<Standing, number>,
  words: ReturnType<typeof scorecardWordsOf>,
): string {
  const [confirmed, doubt, disputed, mistaken, unlisted] = standings.map(
    (one) => counts.get(one) ?? 0,
  );
  return words.standings(confirmed ?? 0, doubt ?? 0, disputed ?? 0, mistaken ?? 0, unlisted ?? 0);
}

/** Whether a measure counts what fails and nobody told what of it is confirmed. */
function isOfDoubts({ groups, isByLedger }: Scorecard): boolean {
  return (
    !isByLedger &&
    groups.some(({ figures }) =>
      figures.some(({ measure }) => measure.entry.data.outcomes?.status === 'fail'),
    )
  );
}

/** A scorecard as data, exact; the same files give the same bytes. */
export function jsonScorecard(
  card: Scorecard,
  program: Program,
  digest: string,
  { unmasked }: Pick<CardOptions, 'unmasked'>,
): ScorecardReport {
  const { id, version, languages } = program.rulebook.manifest.data;
  return {
    rulebook: { id, version, digest },
    by: card.by,
    from: card.from ?? null,
    until: card.until ?? null,
    undated: card.undated,
    outside: card.outside,
    unread: card.unread,
    byLedger: card.isByLedger,
    groups: card.groups.map((group) => ({
      key: group.key === undefined ? null : masked(group.key, card, program, unmasked),
      points: plainValue(group.points),
      open: group.open,
      figures: group.figures.map((figure) => ({
        measure: figure.measure.name,
        title: textsIn(languages, (language) =>
          inLanguage(figure.measure.entry.data.title, language),
        ),
        unit: figure.measure.entry.data.unit,
        value: exact(figure.value),
        low: exact(figure.range?.[0]),
        high: exact(figure.range?.[1]),
        target: exact(figure.measure.target),
        direction: figure.measure.entry.data.direction,
        met: figure.isMet ?? null,
        points: exact(figure.points),
        known: figure.known,
        unknown: figure.unknown,
        outOfScope: figure.outOfScope,
        pending: figure.pending,
        ...(figure.withheld && { withheld: plainValue(figure.withheld) }),
        ...(figure.standings && { standings: Object.fromEntries(figure.standings) }),
        missing: figure.missing.map(({ id: file, missing }) => ({
          id: file,
          missing: missing.map(({ pointer }) => pointer),
        })),
      })),
    })),
  };
}

/** A scorecard as a table, one figure a row. */
export function csvScorecard(card: Scorecard, program: Program, options: CardOptions): string {
  const { language } = options;
  const words = scorecardWordsOf(program.rulebook.manifest.data, language);
  const rows = card.groups.flatMap((group) =>
    group.figures.map((figure) => {
      const { data } = figure.measure.entry;
      return [
        words.by[card.by],
        keyShown(group, card, program, options),
        figure.measure.name,
        inLanguage(data.title, language),
        data.unit,
        exact(figure.value) ?? '',
        exact(figure.range?.[0]) ?? '',
        exact(figure.range?.[1]) ?? '',
        exact(figure.measure.target) ?? '',
        data.direction,
        figure.isMet === undefined ? '' : String(figure.isMet),
        exact(figure.points) ?? '',
        String(figure.known),
        String(figure.unknown),
        String(figure.outOfScope),
        String(figure.pending),
      ];
    }),
  );
  return csv([words.columns, ...rows]);
}

function keyShown(
  { key }: CardGroup,
  card: Scorecard,
  program: Program,
  { language, unmasked }: CardOptions,
): string {
  const words = scorecardWordsOf(program.rulebook.manifest.data, language);
  if (key === undefined) return words.untold;
  if (card.by === 'pilot') return new Map(Object.entries(words.pilot('', ''))).get(key) ?? key;
  if (card.by === 'post') {
    const post = program.rulebook.posts?.data.posts.find((one) => one.post === key);
    return post ? `${inLanguage(post.title, language)} ${key}` : key;
  }
  if (card.by === 'stage') {
    const stage = program.rulebook.stages.find(({ id }) => id === key);
    return stage ? `${inLanguage(stage.data.title, language)} ${key}` : key;
  }
  return masked(key, card, program, unmasked);
}

/** A key that is personal, such as a name, is masked unless the caller asks otherwise. */
function masked(key: string, { by }: Scorecard, program: Program, unmasked: boolean): string {
  if (unmasked || by === 'pilot' || by === 'post' || by === 'month' || by === 'stage') return key;
  const cores = program.measures.flatMap((measure) => [
    measure.by[by].core,
    ...(by === 'officer' && measure.officer ? [measure.officer.core] : []),
  ]);
  const personal = cores.flatMap((core) => personalOf(core) ?? [])[0];
  return personal ? mask(key, personal) : key;
}

/** `/contract/amount` as people write it; a limit stands for itself. */
function pathLike(pointer: string): string {
  return pointer.startsWith('/') ? pointer.slice(1).replaceAll('/', '.') : pointer;
}

function exact(value: Rational | undefined): string | null {
  return value ? plainValue(value) : null;
}
