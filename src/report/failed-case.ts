import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { CaseResult } from '../cases/run.ts';
import type { Words } from '../rulebook/files.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import { placeOf } from './diagnostics.ts';
import type { Paint } from './paint.ts';
import { placed, type Told } from './told.ts';
import { toldWords } from '../words/told.ts';

/** A case that did not come to what it says, as plain data. */
export interface FailedCase extends Pick<CaseResult, 'missing' | 'day'> {
  readonly rule: string;
  readonly title: Words;
  /** File, line and column of its title. */
  readonly place: string;
  /** The same for tools, and where it ends. */
  readonly at: Pick<Told, 'file' | 'start' | 'end'>;
  readonly expect: CaseResult['case']['expect'];
  /** Undefined where it could not be judged. */
  readonly status: NonNullable<CaseResult['outcome']>['status'] | undefined;
  /** Nothing is wrong with its file, so that what was found can be told. */
  readonly isSound: boolean;
}

export function failedCase({
  rule,
  case: { title, expect },
  day,
  span,
  outcome,
  missing,
  problems,
}: CaseResult): FailedCase {
  return {
    rule: rule.id,
    title,
    day,
    place: placeOf(span),
    at: placed(span),
    expect,
    status: outcome?.status,
    missing,
    isSound: problems.length === 0,
  };
}

/** Which case it is and where, what it says, and what was found. */
export function failedCaseText(
  { rule, title, day, place, expect, status, missing, isSound }: FailedCase,
  book: Wordbook,
  language: Language,
  paint: Paint,
): string {
  return [
    `${paint.red('✗')} ${rule} ${titleOn(inLanguage(title, language), day, language)}`,
    `    ${place}`,
    ...(isSound ? [`    ${expectedAndFound({ expect, status, missing }, book)}`] : []),
    '',
  ].join('\n');
}

/** A case that does not come to what it says, for tools. */
export function toldOfCase(
  { rule, title, day, at, expect, status, missing }: FailedCase,
  book: Wordbook,
  language: Language,
): Told {
  const named = titleOn(inLanguage(title, language), day, language);
  const says = sayIn(toldWords, language).failedCase(rule, named);
  return {
    level: 'error',
    code: 'test/failed-case',
    ...at,
    says: `${says}${expectedAndFound({ expect, status, missing }, book)}`,
  };
}

/** The title of a case that is asked on another day than its own. */
export function titleOn(title: string, day: string | undefined, language: Language): string {
  return day === undefined ? title : sayIn(toldWords, language).caseOn(title, day);
}

function expectedAndFound(
  { expect, status, missing }: Pick<FailedCase, 'expect' | 'status' | 'missing'>,
  { terms }: Wordbook,
): string {
  const unknown = (paths: readonly string[]) =>
    `${terms.status['cannot-tell']} [${paths.join(', ')}]`;
  const wanted = typeof expect === 'string' ? terms.status[expect] : unknown(expect['cannot-tell']);
  const found =
    status === undefined ? '—' : status === 'cannot-tell' ? unknown(missing) : terms.status[status];
  return terms.expected(wanted, found);
}
