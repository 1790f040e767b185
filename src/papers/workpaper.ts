import type { BlockContent } from 'mdast';

import { heading, list, paragraph, quote, table } from '../document/nodes.ts';
import { maskText } from '../feel/sentence/mask-text.ts';
import { cellFromJson } from '../report/cell.ts';
import type { CheckReport, DossierJson, OutcomeJson, SeenJson } from '../report/json-format.ts';
import { schemeLines } from '../report/scheme-line.ts';
import { staffLine, waiverLines } from '../report/staff-line.ts';
import { type Finding, findingsIn } from '../report/findings.ts';
import { problemSentences, ruleName, sentences } from './lines.ts';
import { documentOf, oneLine, type Paper, particulars, signatures } from './paper.ts';
import { requirementOf } from './requirement.ts';
import type { ReviewGiven } from './reviews.ts';
import type { Setting } from './setting.ts';
import { amountSaid, dayText, numberOf } from './units.ts';

/**
 * Work papers (检查底稿), one for each dossier: what was judged, by what, and what came of every rule, so that the
 * decision can be made again from it.
 *
 * @param report - with all outcomes, and why rules do not apply
 */
export function workpapers({ dossiers }: CheckReport, setting: Setting): readonly Paper[] {
  return dossiers.map((dossier) => workpaper(dossier, setting));
}

function workpaper(dossier: DossierJson, setting: Setting): Paper {
  return {
    name: `${setting.words.workpaper.name}-${dossier.id ?? dossier.file}${dossier.record && dossier.id === null ? `-${dossier.record.number}` : ''}`,
    document: () =>
      documentOf(setting.words.workpaper.title, 'sheet', workpaperOf(dossier, setting), setting),
  };
}

type Section = readonly [title: string, blocks: readonly BlockContent[]];

function workpaperOf(dossier: DossierJson, setting: Setting): readonly BlockContent[] {
  const { words, inspectors, reviewers } = setting;
  const { workpaper } = words;
  const findings = findingsIn(dossier);
  const sections: readonly Section[] = [
    [workpaper.conclusion, conclusion(dossier, setting)],
    [workpaper.problems, problems(dossier, setting)],
    [workpaper.findings, findings.flatMap((one, index) => findingBlocks(one, index, setting))],
    [workpaper.waived, waived(dossier, setting)],
    [workpaper.answered, answered(dossier, setting)],
    [workpaper.passed, passed(dossier, setting)],
    [workpaper.notApplicable, notApplicable(dossier, setting)],
    [workpaper.waiting, waiting(dossier.waiting, setting)],
    [workpaper.wanting, wanting(dossier, setting)],
    [workpaper.notDue, waiting(rulesOf(dossier, 'not-due'), setting)],
  ];
  const signed = workpaper.signed(inspectors, reviewers);
  const all: readonly Section[] = [
    ...sections.filter(([, blocks]) => blocks.length > 0),
    [workpaper.signatures, [signatures(signed, setting), paragraph(workpaper.lookUp)]],
  ];
  return [
    particulars(particularsOf(dossier, setting), setting),
    ...all.flatMap(([title, blocks], index) => [
      heading(2, words.section(index + 1, title)),
      ...blocks,
    ]),
  ];
}

function particularsOf(
  dossier: DossierJson,
  setting: Setting,
): readonly (readonly [string, string])[] {
  const { words, head, text, book, about, aboutTitle } = setting;
  const { rows } = words.workpaper;
  const { rulebook, scheme } = head;
  const { terms } = book;
  const amount = dossier.about?.amount;
  const people = (names: string) => (names === '' ? words.leftOpen : names);
  const ofFile = (['number', 'branch', 'product', 'customer', 'officer', 'day'] as const).flatMap(
    (key) => {
      const [title, value] = [aboutTitle(key), about(dossier, key)];
      return title === undefined || value === '' ? [] : [[title, value] as const];
    },
  );
  const place = dossier.record
    ? `${dossier.file}:${dossier.record.line} (#${dossier.record.number})`
    : dossier.file;
  return [
    [rows.dossier, dossier.id ?? numberOf(dossier, setting)],
    ...ofFile,
    ...(amount === undefined
      ? []
      : [[aboutTitle('amount') ?? words.column.amount, amountSaid(amount, setting)] as const]),
    [rows.file, place],
    [rows.digest, dossier.digest ?? words.none],
    [
      rows.rulebook,
      `${text(rulebook.title) || rulebook.id} ${rulebook.version} · ${rulebook.digest}`,
    ],
    [rows.engine, `shouze ${head.engine}`],
    [
      rows.scheme,
      scheme
        ? [...schemeLines(head, terms, setting.language), scheme.digest].join(terms.semicolon)
        : words.workpaper.noScheme,
    ],
    [rows.days, head.asOf ?? words.workpaper.ownDays],
    [rows.day, setting.day === undefined ? words.leftOpen : dayText(setting.day, setting)],
    [words.inspectors, people(setting.inspectors)],
    [words.reviewers, people(setting.reviewers)],
    ...setting.reviews
      .filter(({ rule }) => rule === '')
      .map((one) => [words.workpaper.review, reviewSaid(one, setting)] as const),
    ...(head.staff === undefined ? [] : [[rows.staff, staffLine(head.staff, terms)] as const]),
    ...waiverLines(head, terms).map((line) => [terms.label.waivers, line] as const),
    [
      rows.record,
      setting.record
        ? terms.record.kept(setting.record.run, setting.record.head)
        : words.workpaper.noRecord,
    ],
  ];
}

function conclusion(
  { verdict, scope, part, waiting: left, heldBack = [] }: DossierJson,
  setting: Setting,
): readonly BlockContent[] {
  const { words, book, text, head } = setting;
  const { workpaper } = words;
  const said = `${workpaper.verdict[verdict ?? 'none']}${part === 'data' ? book.terms.dataOnly(left.length) : ''}`;
  return [
    paragraph(
      [workpaper.concluded(said), ...(verdict === null ? [] : [workpaper.means[verdict]])].join(
        words.sentence,
      ),
    ),
    ...(scope ? [paragraph(`${book.terms.scope(scope)}${words.stop}`)] : []),
    ...heldBack.map(({ stage, by, rules }) =>
      paragraph(
        words.heldBack(text(head.stages[stage]) || stage, text(head.stages[by]) || by, rules),
      ),
    ),
  ];
}

function problems({ diagnostics }: DossierJson, { text, book }: Setting): readonly BlockContent[] {
  if (diagnostics.length === 0) return [];
  return [
    list(
      diagnostics.map(
        ({ code, message, ...at }) => `${oneLine(text(message))} [${code}] ${placeSaid(at, book)}`,
      ),
    ),
  ];
}

function findingBlocks(finding: Finding, index: number, setting: Setting): readonly BlockContent[] {
  const { words, head, text, book } = setting;
  const { facts, since } = words.workpaper;
  const { outcome } = finding;
  const rule = head.rules[outcome.rule];
  const cure = setting.remedy(outcome);
  const clauses = setting.clauses(outcome);
  const asks = requirementOf(outcome, setting);
  const edition = outcome.edition;
  const rows: readonly (readonly [string, string])[] = [
    [facts.finding, outcome.finding],
    [facts.gravity, setting.gravity(rule)],
    [facts.posts, setting.postTitles(rule?.posts ?? [])],
    [facts.edition, edition === null ? '' : since(edition, outcome.asOf)],
    [facts.requirement, sentences(asks, setting)],
    [facts.found, problemSentences(finding, setting)],
    [facts.why, outcome.because.map((one) => text(one.text)).join(book.terms.semicolon)],
    [
      facts.remedy,
      cure
        ? `${cure.when}${book.terms.colon}${cure.text}${cure.due === undefined ? '' : book.terms.brackets(`${words.column.due} ${cure.due}`)}`
        : '',
    ],
  ];
  return [
    heading(3, words.item(index + 1, ruleName(outcome, setting))),
    particulars(
      rows.filter(([, value]) => value !== ''),
      setting,
    ),
    ...seenTable(outcome, finding.dossier, setting),
    ...clauses.flatMap(({ title, text: says, verified }) => [
      paragraph(
        `${facts.basis}${book.terms.colon}${title}${verified ? '' : book.terms.brackets(words.register.unverified(''))}`,
      ),
      ...(says === '' ? [] : [quote([paragraph(oneLine(says))], 'note')]),
    ]),
  ];
}

/** Sheet, row, column and heading of what comes of a table; else file, line and column. */
function placeSaid(
  {
    file,
    line,
    column,
    cell,
  }: Pick<SeenJson, 'line' | 'column' | 'cell'> & { readonly file: string },
  { terms }: Setting['book'],
): string {
  return cell ? terms.intake.cell(cellFromJson(cell)) : `${file}:${line}:${column}`;
}

/** The values that an outcome was seen by, and where they stand. */
function seenTable(
  { seen = [] }: OutcomeJson,
  dossier: DossierJson,
  { words, text, book }: Setting,
): readonly BlockContent[] {
  if (seen.length === 0) return [];
  return [
    table(
      [words.seen, words.value, words.place],
      seen.map(({ title, value, path, file = dossier.file, ...at }) => [
        text(title),
        oneLine(text(value)),
        at.cell ? placeSaid({ ...at, file }, book) : `${placeSaid({ ...at, file }, book)} ${path}`,
      ]),
      'seen',
    ),
  ];
}

function waived(dossier: DossierJson, setting: Setting): readonly BlockContent[] {
  const rows = dossier.outcomes.filter(({ status }) => status === 'waived');
  if (rows.length === 0) return [];
  const { words, text } = setting;
  return [
    table(
      [words.column.rule, words.workpaper.facts.found, setting.book.terms.label.waiver],
      rows.map((one) => [
        ruleName(one, setting),
        oneLine(text(one.message)),
        one.waiver ? oneLine(text(one.waiver.text)) : '',
      ]),
    ),
  ];
}

/** What people answered, whatever it was: who, when and with which remark. */
function answered(dossier: DossierJson, setting: Setting): readonly BlockContent[] {
  const { words, book, text } = setting;
  const rows = dossier.outcomes.flatMap((one) =>
    one.by ? [{ ...one, by: one.by, part: one.element === null ? '' : text(one.at.title) }] : [],
  );
  if (rows.length === 0) return [];
  const { answer, by, review } = words.workpaper;
  const own = setting.reviews.filter((one) => one.dossier === (dossier.id ?? dossier.file));
  const reviewOf = ({ rule, element }: OutcomeJson) =>
    own.find((one) => one.rule === rule && one.element === (element ?? ''));
  return [
    table(
      [words.column.rule, answer, by, ...(own.length > 0 ? [review] : [])],
      rows.map((one) => [
        `${ruleName(one, setting)}${one.part === '' ? '' : book.terms.brackets(one.part)}`,
        book.terms.status[one.by.answer],
        oneLine(text(one.by.text)),
        ...(own.length > 0 ? [reviewSaid(reviewOf(one), setting)] : []),
      ]),
    ),
  ];
}

function reviewSaid(given: ReviewGiven | undefined, { words, book }: Setting): string {
  if (!given) return words.workpaper.unreviewed;
  const { says, reviewer, date, remark } = given;
  const { reviewed, reviewedBy } = words.workpaper;
  const who = reviewedBy(reviewed[says], reviewer, date);
  return oneLine(remark === '' ? who : `${who}${book.terms.colon}${maskText(remark)}`);
}

/** Rules by what came of them: those of which every outcome says the same. */
function rulesOf({ outcomes }: DossierJson, status: OutcomeJson['status']): readonly string[] {
  const others = new Set<string>();
  const own = new Set<string>();
  for (const { rule, status: says } of outcomes) {
    if (says === status) own.add(rule);
    else if (!(status === 'pass' && says === 'not-applicable')) others.add(rule);
  }
  return [...own].filter((rule) => !others.has(rule));
}

function passed(dossier: DossierJson, setting: Setting): readonly BlockContent[] {
  const { words, head, text } = setting;
  const rules = rulesOf(dossier, 'pass');
  if (rules.length === 0) return [];
  const byStep = Map.groupBy(rules, (rule) => head.rules[rule]?.step ?? '');
  const steps = Object.keys(head.steps).filter((step) => byStep.has(step));
  return [
    paragraph(words.workpaper.passedSay(rules.length)),
    table(
      [words.workpaper.step, words.column.rule],
      [...steps, ...(byStep.has('') ? [''] : [])].map((step) => {
        const title = text(head.steps[step]) || step;
        const ofStep = `${title}${setting.book.terms.colon}`;
        const names = (byStep.get(step) ?? []).map((rule) =>
          rule.includes('/') ? ruleName({ rule }, setting).replace(ofStep, '') : rule,
        );
        return [title, names.join(setting.book.terms.comma)];
      }),
    ),
  ];
}

function notApplicable(dossier: DossierJson, setting: Setting): readonly BlockContent[] {
  const { words, text } = setting;
  const rules = new Set(rulesOf(dossier, 'not-applicable'));
  const reasons = new Map<string, OutcomeJson>();
  for (const one of dossier.outcomes)
    if (rules.has(one.rule) && !reasons.has(one.rule)) reasons.set(one.rule, one);
  if (reasons.size === 0) return [];
  return [
    table(
      [words.column.rule, words.workpaper.reason],
      [...reasons.values()].map((one) => [
        ruleName(one, setting),
        oneLine(text(one.by?.text ?? one.inapplicable ?? one.message)),
      ]),
    ),
  ];
}

function waiting(rules: readonly string[], setting: Setting): readonly BlockContent[] {
  return rules.length === 0 ? [] : [list(rules.map((rule) => ruleName({ rule }, setting)))];
}

function wanting(dossier: DossierJson, setting: Setting): readonly BlockContent[] {
  if (dossier.wanting.length === 0) return [];
  const { words, text } = setting;
  const { register } = words;
  return [
    table(
      [register.field, register.why, register.rules],
      dossier.wanting.map(({ title, field, says, rules }) => [
        `${text(title)}${setting.book.terms.brackets(field)}`,
        text(says),
        register.waitingRules(rules.slice(0, 12), rules.length),
      ]),
    ),
  ];
}
