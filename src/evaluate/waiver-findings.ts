import { nearest } from '../base/suggest.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import type { Context } from '../feel/value.ts';
import type { Subject, WaiverProblem } from '../program/ast.ts';
import type { JudgeOptions, Outcome } from './outcome.ts';
import { untold } from './judge-rule.ts';
import { bound, momentOf, onDay, type Session } from './session.ts';
import { isOfRegister, problemsOf } from './waiver.ts';

/** What can be wrong with a waiver whatever the act that it is for: the rest is told where a fail rests on it. */
const always: ReadonlySet<WaiverProblem> = new Set([
  'regulation',
  'red-line',
  'not-waivable',
  'no-reason',
  'too-long',
  'by-the-actor',
  'by-the-officer',
  'wrong-post',
]);

/** The id that a fail goes by which says what is wrong with a waiver. */
export function waiverRule(problem: WaiverProblem): string {
  return `waiver/${problem}`;
}

/** What is wrong with a waiver, of the id of such a fail; undefined of any other rule. */
export function waiverProblemOf(rule: string): WaiverProblem | undefined {
  return rule.startsWith('waiver/') ? (rule.slice('waiver/'.length) as WaiverProblem) : undefined;
}

/** Whether a file lists any waiver, told without reading its values where that can be. */
export function hasWaivers(dossier: Dossier, { file }: Subject): boolean {
  const list = file.waivers?.list;
  if (list === undefined) return false;
  if (dossier.json) {
    const listed: unknown = Reflect.get(dossier.json.value, list);
    return Array.isArray(listed) && listed.length > 0;
  }
  const listed = dossier.root.entries.get(list);
  return isList(listed) && listed.items.length > 0;
}

/**
 * What is wrong with the waivers (例外审批) of a file, each thing a fail of its own: an exception that nobody may give,
 * or not like this, is a breach whether or not anything rests on it.
 *
 * @param findings - what the rules say of the file
 */
export function waiverFindings(
  session: Session,
  options: JudgeOptions,
  findings: readonly Outcome[],
): readonly Outcome[] {
  const { dossier, subject } = session;
  const names = subject.file.waivers;
  const list = names && dossier.root.entries.get(names.list);
  if (!names || !isList(list)) return [];
  const field = subject.type.fields.get(names.list);
  return list.items.flatMap((item, index) => {
    if (!isContext(item)) return [];
    const rule = item.entries.get(names.rule);
    const id = typeof rule === 'string' ? rule : undefined;
    return problemsWith(item, id).map((problem): Outcome => {
      const key = field?.key === undefined ? undefined : item.entries.get(field.key);
      const pointer = item.pointer ?? '';
      const known = session.program.rules.find((one) => one.id === id);
      return {
        ...untold,
        rule: waiverRule(problem),
        element: typeof key === 'string' ? key : String(index + 1),
        ...(typeof key !== 'string' && { elementAt: pointer }),
        title: {},
        kind: 'bank',
        level: 'mandatory',
        stage: known?.rule.stage ?? '',
        step: known?.rule.step ?? '',
        posts: [],
        status: 'fail',
        inapplicable: undefined,
        finding: {
          kind: 'waiver',
          problem,
          rule: id,
          near: problem === 'unknown-rule' ? nearest(id ?? '', ids()) : undefined,
        },
        basis: names.basis ?? [],
        at: pointer,
      };
    });
  });

  function problemsWith(item: Context, id: string | undefined): readonly WaiverProblem[] {
    if (id !== undefined && ids().includes(id) && options.covers?.has(id) === false) return [];
    const rule = session.program.rules.find((one) => one.id === id && one.subject === subject);
    if (id === undefined) return ['incomplete'];
    if (!rule) return [ids().includes(id) ? 'not-waivable' : 'unknown-rule'];
    const { waivers } = rule;
    if (!waivers) return ['not-waivable'];
    const moment = bound(onDay(momentOf(session, options.asOf), undefined), waivers.waiver, item);
    const { problems } = problemsOf(
      waivers.terms.filter(({ unless }) => always.has(unless)),
      moment,
    );
    const ofFails = findings.flatMap(({ status, waiver, rule: of }) =>
      waiver && status === 'fail' && of === id && waiver.pointer === item.pointer
        ? waiver.problems
        : [],
    );
    const all = new Set([...problems, ...ofFails].filter((one) => !isOfRegister(one)));
    // that it is a regulation or a red line says why the rule allows none
    if (all.has('regulation') || all.has('red-line')) all.delete('not-waivable');
    // of who approves what is their own, one finding is enough
    if (all.has('by-the-actor') || all.has('by-the-officer')) all.delete('by-an-incompatible');
    return [...all];
  }

  function ids(): readonly string[] {
    const { rules, process } = session.program;
    return [...rules, ...process].map(({ id }) => id);
  }
}
