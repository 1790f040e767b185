import type { Status } from '../../evaluate/outcome.ts';
import { gravest } from '../../evaluate/tally.ts';
import type {
  CountsJson,
  DiagnosticJson,
  DossierJson,
  OutcomeJson,
  TogetherJson,
  WantingJson,
} from '../json-format.ts';
import { tagsOf } from './glance.ts';
import { cellFromJson } from '../cell.ts';
import { outcomesData, type Telling } from './outcomes.ts';
import type { Detail, OutcomeData, ProblemData, Row, WantingData } from './page-data.ts';

/** A file in the table of files, and what it shows when it is opened. */
export interface Told {
  readonly row: Row;
  readonly detail: Detail;
}

export function dossierTold(record: DossierJson, telling: Telling): Told {
  const { share, page } = telling;
  const { waiting, diagnostics, digest, verdict, heldBack = [] } = record;
  const said = record.outcomes.filter((one) => !isWaiting(one));
  const outcomes = outcomesData(said, record, telling);
  const wanting = record.wanting.map((one) => wantingData(one, telling));
  return {
    row: {
      ...place(record, telling),
      ...tagged(record, telling),
      ...(verdict && { verdict }),
      ...rulesOf(said, outcomes, telling),
      ...(waiting.length > 0 && { waiting: waiting.length }),
      ...(diagnostics.length > 0 && { problems: diagnostics.length }),
    },
    detail: {
      ...(digest !== null && { digest }),
      ...(record.record && { line: record.record.line }),
      ...sums(record, telling),
      ...(heldBack.length > 0 && {
        heldBack: heldBack.map(({ stage, by, rules }) =>
          share(
            page.book.terms.register.heldBack(page.stageTitle(stage), page.stageTitle(by), rules),
          ),
        ),
      }),
      ...(diagnostics.length > 0 && {
        problems: diagnostics.map((one) => problemData(one, telling)),
      }),
      ...(outcomes.length > 0 && { outcomes }),
      ...(wanting.length > 0 && { wanting }),
      ...(waiting.length > 0 && { waiting: share(waiting.map(telling.rule)) }),
    },
  };
}

/** What a file got by rules that judge files together, once all were there. */
export function togetherTold(record: TogetherJson, telling: Telling): Told {
  const said = record.outcomes.filter((one) => !isWaiting(one));
  const outcomes = outcomesData(said, record, telling);
  const wanting = record.wanting.map((one) => wantingData(one, telling));
  return {
    row: {
      ...place(record, telling),
      verdict: record.verdict,
      ...rulesOf(said, outcomes, telling),
    },
    detail: {
      ...sums(record, telling),
      ...(outcomes.length > 0 && { outcomes }),
      ...(wanting.length > 0 && { wanting }),
    },
  };
}

/** Nothing is missing for it: a person has to look. Those are told as waiting, and not one by one. */
function isWaiting({ status, manual, missing }: OutcomeJson): boolean {
  return status === 'cannot-tell' && manual && missing.length === 0;
}

type Judged = DossierJson | TogetherJson;

function place(
  { id, file, record }: Judged,
  { share }: Telling,
): Pick<Row, 'id' | 'file' | 'record'> {
  return {
    ...(id !== null && { id }),
    // a file of many dossiers is named by each
    file: record ? share(file) : file,
    ...(record && { record: record.number }),
  };
}

function tagged({ about }: DossierJson, { share, page }: Telling): Pick<Row, 'tags'> {
  const tags = about ? tagsOf(about, page) : [];
  return tags.length > 0 ? { tags: share(tags) } : {};
}

function rulesOf(
  outcomes: readonly OutcomeJson[],
  told: readonly OutcomeData[],
  { rule }: Telling,
): Pick<Row, 'fail' | 'waived' | 'untold' | 'findings'> {
  const of = (wanted: Status) =>
    outcomes.filter(({ status }) => status === wanted).map((outcome) => rule(outcome.rule));
  const [fail, waived, untold] = [of('fail'), of('waived'), of('cannot-tell')];
  const findings = told.filter(({ status }) => status === 'fail').length;
  return {
    ...(fail.length > 0 && { fail, findings }),
    ...(waived.length > 0 && { waived }),
    ...(untold.length > 0 && { untold }),
  };
}

/** What was judged of it. */
function sums(
  { part, scope, counts }: Judged,
  { share, page }: Telling,
): Pick<Detail, 'dataOnly' | 'scope' | 'tally'> {
  const { terms } = page.book;
  return {
    ...(part === 'data' && scope && { dataOnly: share(terms.dataOnly(scope.manual)) }),
    ...(part === 'captured' &&
      scope && { dataOnly: share(terms.intake.capturedOnly(scope.uncaptured)) }),
    ...(scope && { scope: share(terms.scope(scope)) }),
    ...(counts && { tally: share(tally(counts, page)) }),
  };
}

function tally(counts: CountsJson, { words, book }: Telling['page']): string {
  const { status, waiting } = book.terms;
  const told = gravest.filter((name) => counts[name] > 0);
  const parts = told.map(
    (name) => `${name === 'waiting' ? waiting : status[name]} ${counts[name]}`,
  );
  return words.tally(
    parts,
    told.reduce((sum, name) => sum + counts[name], 0),
  );
}

function wantingData(
  { field, title, says, rules }: WantingJson,
  { share, rule, page }: Telling,
): WantingData {
  return {
    field,
    title: share(page.text(title)),
    says: share(page.text(says)),
    rules: share(rules.map(rule)),
  };
}

function problemData(
  { severity, code, message, fix, file, line, column, cell, related }: DiagnosticJson,
  { share, page }: Telling,
): ProblemData {
  const { terms } = page.book;
  return {
    severity: share(terms.severity[severity]),
    code,
    message: page.text(message),
    ...(fix !== undefined && { fix: terms.fix(fix) }),
    at: [
      cell ? terms.intake.cell(cellFromJson(cell)) : `${file}:${line}:${column}`,
      ...related.map((one) => `${one.file}:${one.line}:${one.column}`),
    ],
  };
}
