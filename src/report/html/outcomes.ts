import { sayIn } from '../../base/language.ts';
import { dossierName } from '../../check/checked.ts';
import { beginning } from '../../program/ast.ts';
import { glanceWords } from '../../words/glance.ts';
import { cellFromJson } from '../cell.ts';
import type { DossierJson, OutcomeJson, PlaceJson, SeenJson } from '../json-format.ts';
import type { Legends } from './legend.ts';
import type { OutcomeData, PlaceData, SeenData, StepData } from './page-data.ts';
import type { Page } from './setting.ts';
import type { SharedTable } from './shared.ts';
import { ruleOf } from '../weight.ts';

/** What outcomes are told with. */
export interface Telling extends SharedTable, Pick<Legends, 'rule' | 'clause'> {
  readonly page: Page;
}

/** The file that outcomes are of. */
export type Owner = Pick<DossierJson, 'id' | 'file' | 'record'>;

/** Outcomes in their order, those of one gate as one. */
export function outcomesData(
  outcomes: readonly OutcomeJson[],
  owner: Owner,
  telling: Telling,
): readonly OutcomeData[] {
  const groups = Map.groupBy(outcomes, gateKey);
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (!first) return [];
    return [
      first.gate
        ? gateData(first.gate, [first, ...rest], owner, telling)
        : outcomeData(first, owner, telling),
    ];
  });
}

function ownBadges(outcome: OutcomeJson, page: Page): Pick<OutcomeData, 'own'> {
  const { kind } = outcome;
  const rule = kind && ruleOf(outcome, page.head);
  return rule ? { own: { kind, badges: page.badgesOf(rule) } } : {};
}

function gateKey({ gate, status, finding }: OutcomeJson): string {
  return gate ? [status, gate.step, ...gate.rules].join(' ') : `= ${finding}`;
}

function outcomeData(outcome: OutcomeJson, owner: Owner, telling: Telling): OutcomeData {
  const { share, rule, clause, page } = telling;
  const { text } = page;
  const { status, seen = [], waiver, by, group } = outcome;
  const isKnown = new Set(seen.map(({ path, line }) => `${line} ${path}`));
  const { suppressed } = sayIn(glanceWords, page.language);
  const { colon } = page.book.terms;
  const own = text(outcome.message);
  const message = outcome.suppressed ? `${suppressed}${colon}${own}` : own;
  const inapplicable = text(outcome.inapplicable);
  const remedy = outcome.remedy === undefined ? '' : page.remedyText(outcome.remedy);
  const title = text(outcome.title);
  const origin = text(outcome.origin);
  // what was seen is not told twice
  const related = outcome.related.filter(({ path, line }) => !isKnown.has(`${line} ${path}`));
  return {
    ...identity(outcome, owner),
    rule: rule(outcome.rule),
    ...(outcome.element !== null && { element: outcome.element }),
    status,
    ...ownBadges(outcome, page),
    ...(outcome.manual && { manual: true }),
    ...(title !== '' && { title: share(title) }),
    // a fail says its own values; that data are missing is said alike of many files
    message: status === 'cannot-tell' ? share(message) : message,
    ...some({
      because: outcome.because.map(({ expression, value, rounded, text: says }) => ({
        expression: share(expression),
        value,
        ...(rounded && { rounded }),
        text: text(says),
      })),
      missing: outcome.missing,
      related: related.map((place) => placeData(place, owner, page)),
      seen: seen.map((one) => seenData(one, owner, telling)),
      toPass: [
        ...outcome.toPass.map((bound) => text(bound.text)),
        ...(outcome.shortfall ? [text(outcome.shortfall)] : []),
      ],
    }),
    ...(inapplicable !== '' && { inapplicable }),
    ...(outcome.basis.length > 0 && {
      basis: share(outcome.basis.map((one) => clause(one.clause))),
    }),
    ...(isDated(outcome.edition) && { edition: outcome.edition }),
    ...(outcome.asOf !== null && { asOf: outcome.asOf }),
    at: placeData(outcome.at, owner, page),
    ...(outcome.moreRelated !== undefined && { moreRelated: outcome.moreRelated }),
    ...(remedy !== '' && { remedy: share(remedy) }),
    ...(origin !== '' && { origin: share(origin) }),
    ...(group && { group: text(group.text) }),
    ...(waiver && { waiver: text(waiver.text) }),
    ...(by && { by: text(by.text) }),
  };
}

/** One gate, and the steps that went ahead in spite of it. */
function gateData(
  { rules }: NonNullable<OutcomeJson['gate']>,
  [first, ...rest]: readonly [OutcomeJson, ...OutcomeJson[]],
  owner: Owner,
  { share, rule, clause, page }: Telling,
): OutcomeData {
  const { words, book } = page;
  const all = [first, ...rest];
  const named = rules.join(book.terms.comma);
  const clauses = all.flatMap(({ basis }) => basis.map((one) => clause(one.clause)));
  const title = first.status === 'fail' ? words.gateFailed(named) : words.gateUndecided(named);
  return {
    ...identity(first, owner),
    rule: rule(first.rule),
    status: first.status,
    title: share(title),
    message: share(words.wentAhead(all.length)),
    ...(clauses.length > 0 && { basis: share([...new Set(clauses)]) }),
    at: placeData(first.at, owner, page),
    gate: share([...rules]),
    steps: all.map((outcome): StepData => ({
      ...identity(outcome, owner),
      rule: rule(outcome.rule),
      ...(isDated(outcome.edition) && { edition: outcome.edition }),
      at: placeData(outcome.at, owner, page),
    })),
  };
}

/** What it goes by, unless that is what it would go by anyhow. */
function identity(
  { finding, rule, element }: OutcomeJson,
  owner: Owner,
): Pick<OutcomeData, 'finding'> {
  const plain = [dossierName(owner), rule, ...(element === null ? [] : [element])].join('/');
  return finding === plain ? {} : { finding };
}

function placeData(
  { file, path, line, column, cell, row, field }: PlaceJson,
  owner: Owner,
  { book, text }: Page,
): PlaceData {
  const title = field && text(field.title);
  return {
    ...(file !== undefined && file !== owner.file && { file }),
    path,
    line,
    column,
    ...(cell && { row: book.terms.intake.cell(cellFromJson(cell)) }),
    ...(row !== undefined && { row: book.terms.register.rowPlace(row, title) }),
  };
}

function seenData(
  { file, path, title, value, line, column, cell }: SeenJson,
  owner: Owner,
  { share, page }: Telling,
): SeenData {
  const place = cell ? ` · ${page.book.terms.intake.cell(cellFromJson(cell))}` : '';
  const plain = [share(page.text(title) + place), page.text(value), path, line, column] as const;
  return file === undefined || file === owner.file ? plain : [...plain, file];
}

/** An edition from a day on; a rule without editions has none. */
function isDated(edition: string | null): edition is string {
  return edition !== null && edition !== beginning;
}

/** Only what is not empty. */
function some<T extends Readonly<Record<string, readonly unknown[]>>>(lists: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(lists).filter(([, list]) => list.length > 0),
  ) as Partial<T>;
}
