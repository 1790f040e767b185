import type { People } from '../check/people.ts';
import { dayOf } from '../evaluate/day.ts';
import { forget, momentOf, newSession, type Session } from '../evaluate/session.ts';
import { valueOf } from '../evaluate/value.ts';
import type { Appraisal, Expression, Program } from '../program/ast.ts';
import { countedIn } from '../scorecard/counted.ts';
import { keysFrom, valueIn } from '../scorecard/keys.ts';
import type { Judged, MeasuredFile } from '../scorecard/file-value.ts';
import { parseDate } from '../values/temporal-text.ts';
import type { Uncounted } from './sheet.ts';

/** A file as one person handled it. */
export interface Handled extends MeasuredFile {
  readonly officer: string;
  readonly unit: string | undefined;
  /** Why it counts for no measure of this person. */
  readonly why: Uncounted | undefined;
  /** Posts that the register has for the day. */
  readonly posts: readonly string[];
}

/** Who handled which files in the posts of an appraisal, and whether they held a post of it on the day. */
export function handledFiles(
  program: Program,
  appraisal: Appraisal,
  judged: readonly Judged[],
  people: People,
): { readonly handled: readonly Handled[]; readonly untold: readonly string[] } {
  const handled: Handled[] = [];
  const untold: string[] = [];
  for (const file of judged) {
    if (file.subject !== appraisal.subject) continue;
    const session = newSession(program, file.dossier, file.subject);
    const officers = textsOf(appraisal.officer, session);
    if (officers.includes(undefined)) untold.push(file.id);
    const found = dayOf(valueOf(appraisal.day, momentOf(session, undefined)), program.setting.zone);
    const day = typeof found === 'string' ? found : undefined;
    const [unit] = textsOf(appraisal.measures[0]?.measure.by.branch, session);
    const counted = countedIn(file.judgement);
    forget(session);
    for (const officer of officers)
      if (officer !== undefined)
        handled.push({
          id: file.id,
          session,
          counted,
          standing: file.standing,
          day,
          officer,
          unit,
          ...postOn(officer, day, file),
        });
  }
  return { handled, untold };

  function postOn(
    officer: string,
    day: string | undefined,
    { dossier, subject }: Judged,
  ): Pick<Handled, 'why' | 'posts'> {
    const on = day === undefined ? undefined : parseDate(day);
    if (!on) return { why: 'undated', posts: [] };
    if (people.stranger(dossier, subject.file) !== undefined)
      return { why: 'other-register', posts: [] };
    const held = people.posts(officer, on);
    if (typeof held === 'string')
      return { why: held === 'no-post' ? 'post-not-held' : held, posts: [] };
    const schemes = program.appraisals.filter(
      (one) => one.subject === subject && held.some((post) => one.posts.has(post)),
    );
    if (!schemes.includes(appraisal)) return { why: 'post-not-held', posts: held };
    return { why: schemes.length > 1 ? 'two-schemes' : undefined, posts: held };
  }
}

function textsOf(
  expression: Expression | undefined,
  session: Session,
): readonly (string | undefined)[] {
  return expression ? keysFrom(valueIn(expression, session, undefined)) : [];
}
