import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type {
  ArticleChange,
  ArticleTold,
  ClauseDrift,
  SourceDrift,
  SourcesReport,
  TextFound,
  WordRun,
} from '../drift/format.ts';
import { isDrift } from '../drift/report.ts';
import { lexiconIn } from '../feel/sentence/lexicon.ts';
import { driftWords, type DriftWords } from '../words/drift.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { restingSaid } from '../words/resting.ts';
import { markdownTable } from './markdown-table.ts';
import type { Paint } from './paint.ts';

/** As a person reads it on a terminal: source by source, what there is to look at, or every clause. */
export function driftPretty(
  report: SourcesReport,
  {
    language,
    paint,
    all,
  }: { readonly language: Language; readonly paint: Paint; readonly all: boolean },
): string {
  const words = sayIn(driftWords, language);
  const { colon, semicolon } = sayIn(wordbooks, language).terms;
  const { comma } = lexiconIn(language);
  const runs = (said: readonly WordRun[]) =>
    shortened(said)
      .map(({ is, text }) =>
        is === 'same'
          ? text
          : is === 'gone'
            ? paint.red(`[-${text}-]`)
            : paint.green(`{+${text}+}`),
      )
      .join('');
  const blocks = report.sources.map((source) => {
    const shown = source.clauses.filter((one) => all || isTold(one));
    return [
      `${paint.bold(source.source)}  ${paint.dim(fileSaid(source, report.files, words))}`,
      ...shown.flatMap(clauseLines),
      ...(source.uncovered.length > 0
        ? [`  ${words.uncovered(ranges(source.uncovered, comma))}`]
        : []),
      ...(source.changes.length > 0
        ? [`  ${words.since}${colon.trimEnd()}`, ...source.changes.flatMap(changeLines)]
        : []),
      '',
    ].join('\n');
  });
  const unmatched = report.files.filter(({ source }) => source === null);
  return [
    ...blocks,
    ...(unmatched.length > 0
      ? [
          [
            words.unmatched,
            ...unmatched.map((one) => `  ${one.file}${colon}${whySaid(one, words, comma)}`),
            '',
          ].join('\n'),
        ]
      : []),
    ...(report.without.length > 0 ? [`${words.without(report.without)}\n`] : []),
    words.totals(report.totals),
    ...(report.sources.some(needsDoing) ? [words.todo] : []),
    '',
  ].join('\n');

  function clauseLines(one: ClauseDrift): readonly string[] {
    const standing = standingSaid(one, words);
    const colour = isDrift(one)
      ? paint.red
      : one.standing === 'unplaced'
        ? paint.yellow
        : paint.dim;
    const facts = [
      ...(one.missing.length > 0 ? [words.missing(one.missing)] : []),
      ...(one.status === 'pending' ? [words.pending] : []),
      ...(isDrift(one) ? restsOn(one, words, language) : []),
    ];
    const id = one.clause.slice(one.clause.indexOf('#'));
    const title = inLanguage(one.title, language);
    return [
      `  ${id} ${title}${colon}${colour(standing)}${facts.map((fact) => `${semicolon}${fact}`).join('')}`,
      ...(one.words.length > 0 ? [`      ${runs(one.words)}`] : []),
    ];
  }

  function changeLines(change: ArticleChange): readonly string[] {
    const opening = openingOf(change);
    const told = opening === '' ? '' : ` ${opening}`;
    const rests = [...change.clauses, ...change.rules];
    return [
      `    ${paint.yellow(words.changes[change.is])} ${placeSaid(change, words)}${told}${rests.length > 0 ? `${semicolon}${words.rests(rests)}` : ''}`,
      ...(change.words.length > 0 ? [`      ${runs(change.words)}`] : []),
    ];
  }
}

/** Every clause, every change and every file, as tables in Markdown. */
export function driftMarkdown(report: SourcesReport, language: Language): string {
  const words = sayIn(driftWords, language);
  const { comma } = lexiconIn(language);
  const { clauseStatus } = sayIn(wordbooks, language).terms;
  const runs = (said: readonly WordRun[]) =>
    shortened(said)
      .map(({ is, text }) => (is === 'same' ? text : is === 'gone' ? `[-${text}-]` : `{+${text}+}`))
      .join('');
  const sources = report.sources.map((source) => {
    const rows = source.clauses.map((one) => [
      one.clause,
      inLanguage(one.title, language),
      standingSaid(one, words),
      one.article ? headingSaid(one.article, words) : '',
      [runs(one.words), ...(one.missing.length > 0 ? [words.missing(one.missing)] : [])]
        .filter((part) => part !== '')
        .join(' '),
      clauseStatus[one.status],
      [...one.rules, ...one.others.map((other) => restingSaid(other, language))].join(comma),
    ]);
    const changes = source.changes.map((change) => [
      words.changes[change.is],
      placeSaid(change, words),
      change.words.length > 0 ? runs(change.words) : openingOf(change),
      change.clauses.join(comma),
      change.rules.join(comma),
    ]);
    return [
      `## ${source.source}\n\n${fileSaid(source, report.files, words)}\n\n`,
      markdownTable(words.head, rows),
      ...(source.uncovered.length > 0
        ? [`\n${words.uncovered(ranges(source.uncovered, comma))}\n`]
        : []),
      ...(changes.length > 0 ? [`\n${markdownTable(words.changesHead, changes)}`] : []),
      '\n',
    ].join('');
  });
  const { colon } = sayIn(wordbooks, language).terms;
  const unmatched = report.files.filter(({ source }) => source === null);
  return [
    `# ${words.title(report.rulebook.id, report.rulebook.version)}\n\n${words.totals(report.totals).replaceAll('\n', '\n\n')}\n\n`,
    ...sources,
    ...(unmatched.length > 0
      ? [
          `## ${words.unmatched}\n\n${unmatched.map((one) => `- ${one.file}${colon}${whySaid(one, words, comma)}\n`).join('')}\n`,
        ]
      : []),
    ...(report.without.length > 0 ? [`${words.without(report.without)}\n`] : []),
  ].join('');
}

/** What is told without being asked for: what drifted, what is nowhere, what nobody turned into rules. */
function isTold(one: ClauseDrift): boolean {
  return isDrift(one) || one.standing === 'unplaced' || one.status === 'pending';
}

function needsDoing({ clauses, uncovered, changes }: SourceDrift): boolean {
  return clauses.some(isTold) || uncovered.length > 0 || changes.length > 0;
}

function fileSaid(
  { file, articles }: SourceDrift,
  files: readonly TextFound[],
  words: DriftWords,
): string {
  const by = files.find((one) => one.file === file)?.by ?? 'id';
  return words.file(file, words.by[by], articles);
}

function standingSaid({ standing, article }: ClauseDrift, words: DriftWords): string {
  const said = words.standings[standing];
  return standing === 'moved' && article ? `${said} ${headingSaid(article, words)}` : said;
}

function placeSaid({ before, now }: ArticleChange, words: DriftWords): string {
  const [was, is] = [before, now].map((one) => (one ? headingSaid(one, words) : undefined));
  return was !== undefined && is !== undefined && was !== is
    ? words.from(was, is)
    : (is ?? was ?? '');
}

/** Of an article that there was or is alone, how it begins. */
function openingOf({ is, now, before }: ArticleChange): string {
  return is === 'new' || is === 'gone' ? ((now ?? before)?.opening ?? '') : '';
}

function headingSaid({ heading }: ArticleTold, words: DriftWords): string {
  return heading === '' ? words.whole : heading;
}

function restsOn(
  { rules, others }: ClauseDrift,
  words: DriftWords,
  language: Language,
): readonly string[] {
  const names = [...rules, ...others.map((other) => restingSaid(other, language))];
  return names.length > 0 ? [words.rests(names)] : [];
}

function whySaid({ why, among }: TextFound, words: DriftWords, comma: string): string {
  const said = words.why[why ?? 'unknown'];
  return among.length > 0 ? `${said} (${among.join(comma)})` : said;
}

/** `4–7`, `9`: articles that follow each other as one. */
function ranges(articles: readonly ArticleTold[], comma: string): string {
  const runs: { readonly first: string; readonly last: string }[] = [];
  for (const { number } of articles) {
    const run = runs.at(-1);
    if (run && Number(run.last) + 1 === Number(number))
      runs[runs.length - 1] = { ...run, last: number };
    else runs.push({ first: number, last: number });
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join(comma);
}

/** Characters of a run that stayed, at either end of what differs. */
const context = 24;

function shortened(runs: readonly WordRun[]): readonly WordRun[] {
  return runs.map((run, index) => {
    const characters = [...run.text];
    const [head, tail] = [index > 0, index < runs.length - 1];
    if (run.is !== 'same' || characters.length <= context * 2) return run;
    const text = [
      ...(head ? characters.slice(0, context) : []),
      '…',
      ...(tail ? characters.slice(-context) : []),
    ].join('');
    return { ...run, text };
  });
}
