import type { Status } from '../../evaluate/outcome.ts';
import type {
  CountsJson,
  DiagnosticJson,
  DossierJson,
  OutcomeJson,
  TogetherJson,
  WaitingJson,
  WantingJson,
} from './format-2.ts';
import { outcomesData, type Telling } from './outcomes.ts';
import type { Detail, OutcomeData, ProblemData, Row, WantingData } from './page-data.ts';

/** A file in the table of files, and what it shows when it is opened. */
export interface Told {
  readonly row: Row;
  readonly detail: Detail;
}

export function dossierTold(record: DossierJson, telling: Telling): Told {
  const { share, page } = telling;
  const { scope, waiting, diagnostics, digest, verdict } = record;
  const { terms } = page.book;
  const outcomes = outcomesData(record.outcomes, record, telling);
  const wanting = record.wanting.map((one) => wantingData(one, telling));
  return {
    row: {
      ...place(record, telling),
      ...(verdict && { verdict }),
      ...rulesOf(record.outcomes, outcomes, telling),
      ...(waiting.length > 0 && { waiting: waiting.length }),
      ...(diagnostics.length > 0 && { problems: diagnostics.length }),
    },
    detail: {
      ...(digest !== null && { digest }),
      ...(record.record && { line: record.record.line }),
      ...(record.part === 'data' && scope && { dataOnly: share(terms.dataOnly(scope.manual)) }),
      ...sums(record, telling),
      ...(diagnostics.length > 0 && {
        problems: diagnostics.map((one) => problemData(one, telling)),
      }),
      ...(outcomes.length > 0 && { outcomes }),
      ...(wanting.length > 0 && { wanting }),
      ...(waiting.length > 0 && { waiting: share(waiting.map((one) => waits(one, telling))) }),
    },
  };
}

/** What a file got by rules that judge files together, once all were there. */
export function togetherTold(record: TogetherJson, telling: Telling): Told {
  const outcomes = outcomesData(record.outcomes, record, telling);
  const wanting = record.wanting.map((one) => wantingData(one, telling));
  return {
    row: {
      ...place(record, telling),
      verdict: record.verdict,
      ...rulesOf(record.outcomes, outcomes, telling),
    },
    detail: {
      ...sums(record, telling),
      ...(outcomes.length > 0 && { outcomes }),
      ...(wanting.length > 0 && { wanting }),
    },
  };
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

function sums(
  { scope, counts }: Pick<Judged, 'scope' | 'counts'>,
  { share, page }: Telling,
): Pick<Detail, 'scope' | 'tally'> {
  return {
    ...(scope && { scope: share(page.book.terms.scope(scope)) }),
    ...(counts && { tally: share(tally(counts, page)) }),
  };
}

const order: readonly (keyof CountsJson)[] = [
  'fail',
  'cannot-tell',
  'waiting',
  'waived',
  'pass',
  'not-applicable',
  'not-due',
];

function tally(counts: CountsJson, { words, book }: Telling['page']): string {
  const { status, waiting } = book.terms;
  const told = order.filter((name) => counts[name] > 0);
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

function waits({ rule, element }: WaitingJson, telling: Telling): readonly [number, string?] {
  const number = telling.rule(rule);
  return element === null ? [number] : [number, element];
}

function problemData(
  { severity, code, message, fix, file, line, column, related }: DiagnosticJson,
  { share, page }: Telling,
): ProblemData {
  const { terms } = page.book;
  return {
    severity: share(terms.severity[severity]),
    code,
    message: page.text(message),
    ...(fix !== undefined && { fix: terms.fix(fix) }),
    at: [{ file, line, column }, ...related].map((one) => `${one.file}:${one.line}:${one.column}`),
  };
}
