import { pointerTo } from '../base/pointer.ts';
import { isContext } from '../dossier/path.ts';
import { isList } from '../feel/operations/list.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { isKind, type Context, type Missing, type Value } from '../feel/value.ts';
import { toWhole } from '../values/rational.ts';
import { beginning, type ProcessEdition, type ProcessRule } from '../program/ast.ts';
import type { EventsFile } from '../rulebook/files.ts';
import { cannotTell } from './cannot-tell.ts';
import { pickEdition } from './edition.ts';
import { withinWork } from './limit.ts';
import type { Finding, Inapplicable, JudgeOptions, Outcome, ProcessParams } from './outcome.ts';
import { isLaterStep, untold } from './judge-rule.ts';
import { placesRead } from './pointers.ts';
import { type Moment, momentOf, onDay, type Session } from './session.ts';
import type { ToldRule } from './told.ts';
import type { Trace } from './trace.ts';
import { traceOf, valueOf } from './value.ts';

/** What a fail of the process is told with: where to look, and the facts of the sentence. */
interface Broken {
  readonly at: string;
  readonly related: readonly string[];
  readonly params: Partial<ProcessParams>;
}

/**
 * What a step asks of a file, as what any rule says of it.
 *
 * @param told - what is known of it already
 */
export function judgeProcessRule(
  rule: ProcessRule,
  session: Session,
  options: JudgeOptions,
  told?: ToldRule,
): Outcome {
  const { program, subject } = session;
  const { facet, step } = rule;
  const blank = blankOutcome(rule);
  if (isLaterStep(step.id, options, program)) return { ...blank, status: 'not-due' };
  const { events } = subject.file;
  const undated = momentOf(session, options.asOf);
  return withinWork(
    undated,
    () => (events ? judged(events) : blank),
    ({ missing }) => cannotTell(blank, missing),
  );

  function judged(events: EventsFile): Outcome {
    const known = told && rule.editions[told.edition];
    if (told && known) return settled(known, told);
    const picked = pickEdition(rule, undated, options.asOf);
    if (picked.kind === 'none') return { ...blank, inapplicable: picked.why };
    if (picked.kind === 'open') return neverFor() ?? cannotTell(blank, picked.missing);
    const { edition, day } = picked;
    const moment = onDay(undated, day);
    const own = ownActs(edition, moment);
    const base = begunBy(edition, day ?? null, own);
    const when = traceOf(edition.when, moment).value;
    if (when === false) return { ...base, inapplicable: notAsked(edition, moment) };
    if (isUnknown(when)) return cannotTell(base, when.missing);
    const asks = edition.asks.map(({ about, holds }) => ({
      about,
      trace: traceOf(holds, moment),
    }));
    const broken = asks.filter(({ trace }) => trace.value === false);
    const open = asks.filter(({ trace }) => isUnknown(trace.value));
    if (broken.length === 0 && open.length === 0) {
      const pass = { ...base, status: 'pass', inapplicable: undefined } as const;
      if (options.explain === undefined || facet !== 'time') return pass;
      return { ...pass, finding: findingOf(toldOf(asks, edition, own, events).params) };
    }
    if (broken.length === 0) {
      const missing = open.flatMap(({ trace }) => missingIn(trace.value));
      return { ...cannotTell(base, missing), finding: findingOf(openParams(open)) };
    }
    const { at, related, params } = toldOf(broken, edition, own, events);
    const finding = findingOf(params);
    return { ...base, status: 'fail', inapplicable: undefined, at, related, finding };
  }

  function settled(edition: ProcessEdition, { status, day }: ToldRule): Outcome {
    const own = ownActs(edition, onDay(undated, day ?? undefined));
    const base = begunBy(edition, day ?? '', own);
    return status === 'pass' ? { ...base, status } : { ...base, inapplicable: { kind: 'process' } };
  }

  function begunBy(
    edition: ProcessEdition,
    day: string | null,
    [begun]: readonly Context[],
  ): Outcome {
    const place = begun?.pointer ?? '';
    return { ...ofEdition(blank, edition), day: begun ? day : null, at: place };
  }

  /** Not applicable where no edition's `when` holds whatever the day. */
  function neverFor(): Outcome | undefined {
    const moment = onDay(undated, undefined);
    const never = rule.editions.every(({ when }) => traceOf(when, moment).value === false);
    const last = rule.editions.at(-1);
    return never && last ? { ...blank, inapplicable: notAsked(last, moment) } : undefined;
  }

  function notAsked({ of }: ProcessEdition, moment: Moment): Inapplicable {
    if (options.explain === undefined) return { kind: 'process' };
    const isOutside = of.when !== undefined && valueOf(of.when, moment) === false;
    return { kind: 'process', is: isOutside ? 'outside' : 'ahead' };
  }

  function findingOf(params: Partial<ProcessParams>): Finding {
    return { kind: 'process', facet, params: { step: step.id, ...params } };
  }

  /** What is not told, by name, where its name tells more than its fields. */
  function openParams(open: readonly Asked[]): Partial<ProcessParams> {
    const names = open.map(({ about }) => about);
    if (facet === 'gate') return { rules: names };
    return facet === 'documents' ? { documents: names } : {};
  }

  function toldOf(
    broken: readonly Asked[],
    edition: ProcessEdition,
    own: readonly Context[],
    events: EventsFile,
  ): Broken {
    const [first] = broken;
    const begun = own[0]?.pointer ?? '';
    const { about = '', trace } = first ?? {};
    const read = trace ? placesRead([trace]) : [];
    switch (facet) {
      case 'order': {
        const late = trace && find(trace, ({ core }) => core.kind === 'comparison');
        const places = late?.value === false ? placesRead([late]) : [];
        const at = places.length > 0 ? pointerTo(begun, events.at) : begun;
        const related = places.filter((place) => place !== at);
        return { at, related, params: { other: about } };
      }
      case 'time': {
        const called =
          trace &&
          find(
            trace,
            ({ core }) => core.kind === 'call' && core.builtin === 'working days between',
          );
        const done = edition.of.events.every((type) =>
          own.some(({ entries }) => entries.get(events.type) === type),
        );
        const at = done ? (read.at(-1) ?? '') : (read[0] ?? '');
        const taken = wholeOf(called?.value);
        const compared = trace && find(trace, ({ core }) => core.kind === 'comparison');
        const limit = wholeOf(compared?.parts.at(-1)?.value);
        const params = { other: about, workingDays: { limit, taken } };
        return { at, related: read.filter((place) => place !== at), params };
      }
      case 'post': {
        const act = elementOf(trace) ?? own[0];
        const actor = textIn(act, events.actor);
        const at = pointerTo(act?.pointer ?? '', events.post);
        const held = session.dossier.held?.get(at);
        const post = held?.said ?? textIn(act, events.post);
        return {
          at,
          related: [],
          params: {
            posts: [post ?? ''],
            ...(held && { held: held.posts }),
            ...(actor !== undefined && { actor }),
          },
        };
      }
      case 'separation': {
        const act = elementOf(trace);
        const inner = trace?.rounds?.find(({ value }) => value === false);
        const other = elementOf(inner);
        const [post, held] = [act, other].map((one) => textIn(one, events.post) ?? '');
        const actor = textIn(act, events.actor) ?? '';
        return {
          at: pointerTo(act?.pointer ?? '', events.actor),
          related: [pointerTo(other?.pointer ?? '', events.actor)],
          params: { posts: [post ?? '', held ?? ''], actor },
        };
      }
      case 'documents': {
        const last = own.at(-1)?.pointer;
        return {
          at: read[0] ?? '',
          related: last === undefined ? [] : [last],
          params: { documents: broken.map((one) => one.about) },
        };
      }
      case 'gate': {
        const gate = program.steps.find(({ editions }) =>
          editions.some((one) => one.gate.includes(about)),
        );
        const rules = [...new Set(broken.map((one) => one.about))];
        return { at: begun, related: [], params: { other: gate?.id ?? '', rules } };
      }
    }
  }

  /** The acts of the step, the earliest first. */
  function ownActs(edition: ProcessEdition, moment: Moment): readonly Context[] {
    const value = traceOf(edition.acts, moment).value;
    return isList(value) ? value.items.filter(isContext) : [];
  }
}

interface Asked {
  readonly about: string;
  readonly trace: Trace;
}

/** What is said of a check of the process before anything is judged. */
export function blankOutcome({ id, facet, step, editions }: ProcessRule): Outcome {
  const last = editions.at(-1)?.of;
  return {
    ...untold,
    rule: id,
    title: step.step.entry.data.title,
    kind: facet === 'time' ? 'service' : (last?.kind ?? 'bank'),
    level: last?.level ?? 'mandatory',
    stage: step.step.stage,
    step: step.id,
    posts: last?.posts ?? [],
    finding: { kind: 'process', facet, params: { step: step.id } },
    basis: last?.basis ?? [],
  };
}

function ofEdition(outcome: Outcome, { from, of }: ProcessEdition): Outcome {
  const { level, posts, basis } = of;
  const kind = outcome.kind === 'service' ? outcome.kind : of.kind;
  return { ...outcome, edition: from === beginning ? null : from, kind, level, posts, basis };
}

/** The first part for which something holds, the innermost last. */
function find(trace: Trace, holds: (part: Trace) => boolean): Trace | undefined {
  if (holds(trace)) return trace;
  for (const part of trace.parts) {
    const found = find(part, holds);
    if (found) return found;
  }
  return undefined;
}

/** The element for which an `every` is false. */
function elementOf(trace: Trace | undefined): Context | undefined {
  if (trace?.core.kind !== 'quantifier') return undefined;
  const { id } = trace.core.variable;
  const element = trace.rounds?.find(({ value }) => value === false)?.moment.bindings.get(id);
  return isContext(element) ? element : undefined;
}

function textIn(act: Context | undefined, name: string): string | undefined {
  const value = act?.entries.get(name);
  return typeof value === 'string' ? value : undefined;
}

function missingIn(value: Value): readonly Missing[] {
  return isUnknown(value) ? value.missing : [];
}

function wholeOf(value: Value | undefined): number {
  const isNumber = isKind(value, 'number');
  return (isNumber ? toWhole(value) : undefined) ?? 0;
}
