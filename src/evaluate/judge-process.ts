import { pointerTo } from '../base/pointer.ts';
import { isContext } from '../dossier/path.ts';
import { callBuiltin } from '../feel/operations/builtins.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import type { Missing } from '../feel/value.ts';
import { beginning, type StepEditionProgram } from '../program/ast.ts';
import { parseDate } from '../values/temporal-text.ts';
import { toWhole } from '../values/rational.ts';
import { cannotTell } from './cannot-tell.ts';
import { absent, type Act, actsOf, byTime } from './events.ts';
import type { Facet, JudgeOptions, Outcome, ProcessParams } from './outcome.ts';
import { withinWork } from './limit.ts';
import { newWork, type Session } from './session.ts';
import { type Walked, walk } from './walk.ts';

type Judged =
  | { readonly status: 'pass' }
  | { readonly status: 'not-applicable' }
  | {
      readonly status: 'cannot-tell';
      readonly missing: readonly Missing[];
      readonly params?: Partial<ProcessParams>;
    }
  | {
      readonly status: 'fail';
      readonly at: string;
      readonly related?: readonly string[];
      readonly params: Partial<ProcessParams>;
    };

/**
 * What the process itself asks of a file: each step in order, in time, by the right post, by a person who held no
 * excluded post, with its documents, and with the gates before it passed.
 *
 * @param rules - the outcomes of the rules, which gates look at
 */
export function judgeProcess(
  session: Session,
  options: JudgeOptions,
  rules: readonly Outcome[],
): readonly Outcome[] {
  const { program, subject } = session;
  const { events } = subject.file;
  const acts = actsOf(session);
  if (!events || !acts) return [];
  const walked = program.steps.map((step, index) =>
    walk(step, index, events, acts, session, options),
  );
  const reached =
    options.step === undefined
      ? walked.length
      : program.steps.findIndex(({ id }) => id === options.step);

  return walked.flatMap((here) => {
    if (here.edition.events.length === 0) return [];
    return facetsOf(here.edition).map((facet): Outcome => {
      const base = blank(here, facet);
      if (here.index > reached) return { ...base, status: 'not-due' };
      if (acts.kind === 'unknown') return cannotTell(base, acts.missing);
      if (here.applies === false) return base;
      if (here.applies !== true) return cannotTell(base, here.applies);
      if (here.doubt.length > 0 && (facet === 'time' || here.progress.kind !== 'none'))
        return cannotTell(base, here.doubt);
      const judged = judge(facet, here, acts.acts);
      if (judged.status === 'pass' || judged.status === 'not-applicable')
        return { ...base, status: judged.status };
      const params = { step: here.step.id, ...judged.params };
      const finding = { kind: 'process', facet, params } as const;
      if (judged.status === 'cannot-tell') return { ...cannotTell(base, judged.missing), finding };
      return { ...base, status: 'fail', at: judged.at, related: judged.related ?? [], finding };
    });
  });

  function judge(facet: Facet, here: Walked, all: readonly Act[]): Judged {
    const { progress } = here;
    if (progress.kind === 'unknown') return { status: 'cannot-tell', missing: progress.missing };
    if (facet === 'time') return inTime(here);
    if (progress.kind === 'none') return { status: 'not-applicable' };
    switch (facet) {
      case 'order':
        return inOrder(here, progress.acts);
      case 'post':
        return byPost(here, progress.acts);
      case 'separation':
        return apart(progress.acts, all);
      case 'documents':
        return progress.kind === 'complete'
          ? withDocuments(here, progress.last)
          : { status: 'not-applicable' };
      case 'gate':
        return throughGates(here, progress.acts);
    }
  }

  function inOrder({ step, edition }: Walked, own: readonly Act[]): Judged {
    const [begun] = own;
    const before = edition.after.flatMap((id) => stepsThatCount(id, new Set([step.id])));
    const missing: Missing[] = [];
    for (const other of before) {
      const { progress, applies } = other;
      const params = { other: other.step.id };
      if (applies !== true && applies !== false) missing.push(...applies);
      else if (progress.kind === 'unknown') missing.push(...progress.missing);
      else if (begun && progress.kind !== 'complete')
        return { status: 'fail', at: begun.pointer, params };
      else if (begun && progress.kind === 'complete' && byTime(begun, progress.last) < 0) {
        const { at } = events ?? { at: '' };
        return {
          status: 'fail',
          at: pointerTo(begun.pointer, at),
          related: [pointerTo(progress.last.pointer, at)],
          params,
        };
      }
    }
    return missing.length > 0 ? { status: 'cannot-tell', missing } : { status: 'pass' };
  }

  /** A step that must come before; where the file does not go through it, those before that. */
  function stepsThatCount(id: string, seen: Set<string>): readonly Walked[] {
    const found = walked.find(({ step }) => step.id === id);
    if (!found || seen.has(id)) return [];
    seen.add(id);
    return found.applies === false
      ? found.edition.after.flatMap((other) => stepsThatCount(other, seen))
      : [found];
  }

  function inTime({ edition, progress }: Walked): Judged {
    const { within } = edition;
    const start = within && walked.find(({ step }) => step.id === within.from);
    if (!within || !start) return { status: 'not-applicable' };
    if (start.progress.kind === 'unknown')
      return { status: 'cannot-tell', missing: start.progress.missing };
    const from = start.progress.kind === 'complete' ? start.progress.last : undefined;
    const done = progress.kind === 'complete' ? progress.last : undefined;
    const to = done?.day ?? options.today;
    if (!from?.day || to === undefined || (done && byTime(done, from) < 0))
      return { status: 'not-applicable' };
    const taken = workingDays(from.day, to);
    if (typeof taken !== 'number') return { status: 'cannot-tell', missing: taken };
    if (taken <= within.workingDays) return { status: done ? 'pass' : 'not-applicable' };
    const at = done ? pointerTo(done.pointer, events?.at ?? '') : from.pointer;
    const params = { other: within.from, workingDays: { limit: within.workingDays, taken } };
    return { status: 'fail', at, related: [pointerTo(from.pointer, events?.at ?? '')], params };
  }

  function workingDays(from: string, to: string): number | readonly Missing[] {
    const [a, b] = [parseDate(from), parseDate(to)];
    const work = newWork(program);
    const value = withinWork(
      { work },
      () => callBuiltin('working days between', [a ?? null, b ?? null], work),
      (limit) => limit,
    );
    if (isUnknown(value)) return value.missing;
    const days = typeof value === 'object' && value?.kind === 'number' ? toWhole(value) : undefined;
    return days ?? [absent('calendar')];
  }

  function byPost({ edition }: Walked, own: readonly Act[]): Judged {
    const nobody = own.filter(({ post, actor }) => post === undefined || actor === undefined);
    const wrong = own.find(({ post }) => post !== undefined && !edition.posts.includes(post));
    if (wrong) {
      const { pointer, actor, post } = wrong;
      const params = { posts: [post ?? ''], ...(actor !== undefined && { actor }) };
      return { status: 'fail', at: pointerTo(pointer, events?.post ?? ''), params };
    }
    const missing = nobody.flatMap(({ pointer, post, actor }) => [
      ...(post === undefined ? [absent(pointerTo(pointer, events?.post ?? ''))] : []),
      ...(actor === undefined ? [absent(pointerTo(pointer, events?.actor ?? ''))] : []),
    ]);
    return missing.length > 0 ? { status: 'cannot-tell', missing } : { status: 'pass' };
  }

  /** No one who acted in this step held, earlier on this file, a post that excludes the one they hold here. */
  function apart(own: readonly Act[], all: readonly Act[]): Judged {
    const missing: Missing[] = [];
    for (const act of own) {
      for (const other of all) {
        if (other.pointer === act.pointer || byTime(other, act) > 0) continue;
        const person =
          act.actor === undefined || other.actor === undefined || act.actor === other.actor;
        const posts = excluded(act.post, other.post);
        if (!person || posts === false) continue;
        if (posts === true && act.actor !== undefined && other.actor !== undefined) {
          const field = events?.actor ?? '';
          const params = { posts: [act.post ?? '', other.post ?? ''], actor: act.actor };
          return {
            status: 'fail',
            at: pointerTo(act.pointer, field),
            related: [pointerTo(other.pointer, field)],
            params,
          };
        }
        for (const one of [act, other]) {
          if (one.actor === undefined)
            missing.push(absent(pointerTo(one.pointer, events?.actor ?? '')));
          if (one.post === undefined)
            missing.push(absent(pointerTo(one.pointer, events?.post ?? '')));
        }
      }
    }
    return missing.length > 0 ? { status: 'cannot-tell', missing } : { status: 'pass' };
  }

  /** undefined when one of the posts is not on file. */
  function excluded(a: string | undefined, b: string | undefined): boolean | undefined {
    const pairs = program.incompatible.map(({ posts }) => posts);
    if (a !== undefined && b !== undefined)
      return pairs.some((pair) => a !== b && pair.includes(a) && pair.includes(b));
    const known = a ?? b;
    return known === undefined || pairs.some((pair) => pair.includes(known)) ? undefined : false;
  }

  function withDocuments({ edition }: Walked, { pointer }: Act): Judged {
    const { documents } = subject.file;
    if (!documents) return { status: 'not-applicable' };
    const list = session.dossier.root.entries.get(documents.list);
    if (list === undefined || list === null || isUnknown(list) || !isList(list)) {
      return {
        status: 'cannot-tell',
        missing: isUnknown(list) ? list.missing : [absent(`/${documents.list}`)],
      };
    }
    const types = list.items.map((item) =>
      isContext(item) ? item.entries.get(documents.type) : undefined,
    );
    const lacking = edition.documents.filter((document) => !types.includes(document));
    if (lacking.length === 0) return { status: 'pass' };
    const params = { documents: lacking };
    const untold = types.flatMap((type, index) =>
      typeof type === 'string'
        ? []
        : [pointerTo(pointerTo(list.pointer ?? '', index), documents.type)],
    );
    if (untold.length > 0) return { status: 'cannot-tell', missing: untold.map(absent), params };
    return { status: 'fail', at: list.pointer ?? '', related: [pointer], params };
  }

  function throughGates(here: Walked, [begun]: readonly Act[]): Judged {
    const gates = walked
      .filter(({ index }) => index < here.index)
      .flatMap(({ step, edition }) => edition.gate.map((rule) => ({ step: step.id, rule })));
    if (gates.length === 0) return { status: 'not-applicable' };
    const at = begun?.pointer ?? '';
    const of = (status: Outcome['status']) =>
      gates.filter(({ rule }) =>
        rules.some((outcome) => outcome.rule === rule && outcome.status === status),
      );
    const failed = of('fail');
    const [gate] = failed;
    if (gate)
      return {
        status: 'fail',
        at,
        params: { other: gate.step, rules: failed.map(({ rule }) => rule) },
      };
    const undecided = of('cannot-tell');
    if (undecided.length === 0) return { status: 'pass' };
    const names = new Set(undecided.map(({ rule }) => rule));
    const missing = rules
      .filter(({ rule }) => names.has(rule))
      .flatMap((outcome) => outcome.missing);
    return { status: 'cannot-tell', missing, params: { rules: [...names] } };
  }
}

function facetsOf({ after, within, posts, documents }: StepEditionProgram): readonly Facet[] {
  return [
    ...(after.length > 0 ? ['order' as const] : []),
    ...(within ? ['time' as const] : []),
    ...(posts.length > 0 ? ['post' as const, 'separation' as const] : []),
    ...(documents.length > 0 ? ['documents' as const] : []),
    'gate' as const,
  ];
}

function blank({ step, edition, progress }: Walked, facet: Facet): Outcome {
  const done =
    progress.kind === 'complete' || progress.kind === 'begun' ? progress.acts[0] : undefined;
  return {
    rule: `process/${step.id}/${facet}`,
    element: null,
    edition: edition.from === beginning ? null : edition.from,
    day: done?.day ?? null,
    title: step.step.entry.data.title,
    kind: facet === 'time' ? 'service' : edition.kind,
    level: edition.level,
    stage: step.step.stage,
    step: step.id,
    posts: edition.posts,
    status: 'not-applicable',
    inapplicable: undefined,
    finding: { kind: 'process', facet, params: { step: step.id } },
    because: [],
    missing: [],
    basis: edition.basis,
    at: done?.pointer ?? '',
    related: [],
    remedy: undefined,
    toPass: [],
    waiver: undefined,
    manual: false,
    by: undefined,
  };
}
