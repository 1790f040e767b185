import type { Variables } from '../feel/bindings.ts';
import type { Core } from '../feel/core.ts';
import {
  all,
  among,
  call,
  compare,
  elementType,
  every,
  field,
  governingDay,
  no,
  not,
  parameter,
  theFile,
  those,
  variable,
  yes,
} from '../feel/make.ts';
import { parsePath } from '../dossier/path.ts';
import { number } from '../feel/types.ts';
import type { AboutPlace, RuleFile } from '../rulebook/files.ts';
import type { Each, ProgramStep, Subject, WaiverTerms } from './ast.ts';

/**
 * What makes a waiver (例外审批) of a file cover a fail of a rule: approved on or before the act, by someone holding the
 * post that the rule asks for, who neither acted in its step nor in the file in a post that goes with no such approval,
 * for an interval that holds the governing day; and never a regulation or a red line. A waiver for one element names its key; elements without a key cannot be waived.
 *
 * @param step - the rule's, absent where it is not one of the process
 * @param excluded - by post, those that nobody may hold beside it
 * @returns undefined where files of the subject have no waivers
 */
export function waiverTerms(
  data: RuleFile,
  { type: root, file }: Subject,
  step: ProgramStep | undefined,
  element: Each | undefined,
  excluded: ReadonlyMap<string, readonly string[]>,
  variables: Variables,
): WaiverTerms | undefined {
  const names = file.waivers;
  if (!names) return undefined;
  const list = field(theFile, root, names.list);
  const waiver = variables.element(elementType(list));
  const of = (name: string) => field(variable(waiver), waiver.type, name);
  const dayOf = (name: string) => {
    const at = of(name);
    return at.type.kind === 'date-time' ? call('date', at) : at;
  };
  const { waiver: allowed } = data;
  const officer = officerOf(file.about?.officer?.[0]);
  return {
    list,
    waiver,
    concerns: all(among(of(names.rule), [data.rule], variables), ofElement()),
    terms: [
      { unless: 'regulation', holds: data.kind === 'regulation' ? no : yes },
      { unless: 'red-line', holds: data.risk?.redLine === true ? no : yes },
      { unless: 'not-waivable', holds: allowed ? yes : no },
      { unless: 'approved-late', holds: compare('<=', dayOf(names.approvedOn), governingDay) },
      {
        unless: 'out-of-period',
        holds: all(
          compare('<=', dayOf(names.from), governingDay),
          compare('<=', governingDay, dayOf(names.until)),
        ),
      },
      { unless: 'by-the-actor', holds: notByActor(of(names.approvedBy)) },
      { unless: 'by-an-incompatible', holds: notByIncompatible(of(names.approvedBy)) },
      {
        unless: 'by-the-officer',
        holds: officer ? not(compare('=', officer, of(names.approvedBy))) : yes,
      },
      {
        unless: 'no-reason',
        holds: names.reason === undefined ? yes : not(among(of(names.reason), [''], variables)),
      },
      { unless: 'too-long', holds: notTooLong() },
      {
        unless: 'wrong-post',
        holds: allowed ? among(of(names.post), [allowed.post], variables) : yes,
      },
    ],
  };

  /** The field of who handles the file, where it is not in a list. */
  function officerOf(place: AboutPlace | undefined): Core | undefined {
    const steps = typeof place === 'string' ? parsePath(place) : undefined;
    return steps?.reduce<Core | undefined>(
      (inner, step) =>
        inner && 'name' in step
          ? field(inner, inner === theFile ? root : inner.type, step.name)
          : undefined,
      theFile,
    );
  }

  /** The longest that a waiver may run is what it was on its first day. */
  function notTooLong(): Core {
    const { longest } = names ?? {};
    if (longest === undefined || names === undefined) return yes;
    const [from, until] = [dayOf(names.from), dayOf(names.until)];
    const most = parameter(longest, number('days'), from);
    return compare('<=', call('days between', from, until), most);
  }

  function ofElement(): Core {
    if (!element) return yes;
    if (element.key === undefined || names?.element === undefined) return no;
    const key = field(variable(element.variable), element.variable.type, element.key);
    return compare('=', of(names.element), key);
  }

  function notByActor(approver: Core): Core {
    const types = step?.editions.flatMap((edition) => edition.events) ?? [];
    return actedNot(approver, file.events?.type, types);
  }

  /** Who proposed it in a post that may not decide beside (不相容岗位) approves no exception of it. */
  function notByIncompatible(approver: Core): Core {
    const posts = excluded.get(allowed?.post ?? '') ?? [];
    return actedNot(approver, file.events?.post, posts);
  }

  /** Nobody of this id acted in an event that has one of some words in a field. */
  function actedNot(approver: Core, name: string | undefined, words: readonly string[]): Core {
    const { events } = file;
    if (!events || name === undefined || words.length === 0) return yes;
    const acts = field(theFile, root, events.list);
    const [own, act] = [variables.element(elementType(acts)), variables.element(elementType(acts))];
    const inStep = among(field(variable(own), own.type, name), words, variables);
    const actor = field(variable(act), act.type, events.actor);
    return every(those(acts, own, inStep), act, not(compare('=', actor, approver)));
  }
}
