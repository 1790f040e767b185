import { inLanguage, type Language } from '../base/language.ts';
import type { CaseResult } from '../cases/run.ts';
import type { Words } from '../rulebook/files.ts';
import type { Wordbook } from '../words/messages/messages.ts';
import { placeOf } from './diagnostics.ts';
import type { Paint } from './paint.ts';

/** A case that did not come to what it says, as plain data. */
export interface FailedCase extends Pick<CaseResult, 'missing'> {
  readonly rule: string;
  readonly title: Words;
  /** File, line and column of its title. */
  readonly place: string;
  readonly expect: CaseResult['case']['expect'];
  /** Undefined where it could not be judged. */
  readonly status: NonNullable<CaseResult['outcome']>['status'] | undefined;
  /** Nothing is wrong with its file, so that what was found can be told. */
  readonly isSound: boolean;
}

export function failedCase({
  rule,
  case: { title, expect },
  span,
  outcome,
  missing,
  problems,
}: CaseResult): FailedCase {
  return {
    rule: rule.id,
    title,
    place: placeOf(span),
    expect,
    status: outcome?.status,
    missing,
    isSound: problems.length === 0,
  };
}

/** Which case it is and where, what it says, and what was found. */
export function failedCaseText(
  { rule, title, place, expect, status, missing, isSound }: FailedCase,
  { terms }: Wordbook,
  language: Language,
  paint: Paint,
): string {
  const unknown = (paths: readonly string[]) =>
    `${terms.status['cannot-tell']} [${paths.join(', ')}]`;
  const wanted = typeof expect === 'string' ? terms.status[expect] : unknown(expect['cannot-tell']);
  const found =
    status === undefined ? '—' : status === 'cannot-tell' ? unknown(missing) : terms.status[status];
  return [
    `${paint.red('✗')} ${rule} ${inLanguage(title, language)}`,
    `    ${place}`,
    ...(isSound ? [`    ${terms.expected(wanted, found)}`] : []),
    '',
  ].join('\n');
}
