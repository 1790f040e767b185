import type { Variables } from '../feel/bindings.ts';
import type { Core, Variable } from '../feel/core.ts';
import {
  all,
  among,
  call,
  choose,
  compare,
  constant,
  each,
  either,
  elementType,
  every,
  field,
  isNone,
  listed,
  no,
  not,
  outcome,
  some,
  theFile,
  those,
  today,
  variable,
  yes,
} from '../feel/make.ts';
import type { IncompatibleFile } from '../rulebook/files.ts';
import { excludedPosts } from './incompatible.ts';
import { parseDate } from '../values/temporal-text.ts';
import type {
  Ask,
  Facet,
  ProcessEdition,
  ProcessRule,
  ProgramStep,
  StepEditionProgram,
  Subject,
} from './ast.ts';

const facets: readonly Facet[] = ['order', 'time', 'post', 'separation', 'documents', 'gate'];

/**
 * What the process itself asks of a file: each step in order, in time, by the right post, by nobody who held an
 * excluded post on the file before, with its documents, and with the gates before it passed.
 *
 * A repeated step counts from its first completion after the latest event that sent the file back to it or before it.
 * Where a file does not go through a step, the steps before that one count in its place.
 */
export function processRules(
  steps: readonly ProgramStep[],
  subject: Subject | undefined,
  incompatible: readonly IncompatibleFile[],
  variables: Variables,
): readonly ProcessRule[] {
  const events = subject?.file.events;
  if (!subject || !events) return [];
  const { type: root, file } = subject;
  const { type: typeField, at: atField, actor: actorField, post: postField, return: back } = events;
  const list = field(theFile, root, events.list);
  const act = elementType(list);
  const exclusions = excludedPosts(incompatible);
  const order = steps.map(({ id }) => id);
  const made = new Map<string, Core>();

  return steps.flatMap((step) => {
    const doing = step.editions.some((edition) => edition.events.length > 0);
    if (!doing) return [];
    return facets.flatMap((facet): ProcessRule[] => {
      const asked = step.editions.some((edition) => isAsked(facet, edition));
      if (!asked) return [];
      const editions = step.editions.map((edition) => editionOf(facet, step, edition));
      const { since, ended } = step.step.entry.data;
      return [{ id: `process/${step.id}/${facet}`, facet, step, editions, since, ended }];
    });
  });

  function editionOf(facet: Facet, step: ProgramStep, edition: StepEditionProgram): ProcessEdition {
    const { from, until } = edition;
    const asks = isAsked(facet, edition) ? asksOf(facet, step, edition) : [];
    const when = asks.length === 0 ? no : all(applies(edition), whenAsked(facet, step, edition));
    return {
      from,
      ...(until !== undefined && { until }),
      of: edition,
      asOf: dayOf(step, edition),
      acts: own(step, edition),
      when,
      asks,
    };
  }

  /** How far the file has to have come before a step can be asked this. */
  function whenAsked(facet: Facet, step: ProgramStep, edition: StepEditionProgram): Core {
    if (facet === 'documents') return complete(step, edition);
    return facet === 'time' ? timed(step, edition) : begun(step, edition);
  }

  function asksOf(facet: Facet, step: ProgramStep, edition: StepEditionProgram): readonly Ask[] {
    switch (facet) {
      case 'order':
        return edition.after.flatMap((id) => stepsBefore(id, step, edition, yes, [step.id]));
      case 'time':
        return inTime(step, edition);
      case 'post':
        return byPost(step, edition);
      case 'separation':
        return apart(step, edition);
      case 'documents':
        return withDocuments(edition);
      case 'gate':
        return throughGates(step);
    }
  }

  /** The step, and where the file does not go through it those before that, was complete when this one began. */
  function stepsBefore(
    id: string,
    step: ProgramStep,
    edition: StepEditionProgram,
    counts: Core,
    seen: readonly string[],
  ): readonly Ask[] {
    const before = stepNamed(id);
    if (!before || seen.includes(id)) return [];
    const goes = byEdition(before, applies);
    const began = call('min', each(own(step, edition), atField, variables));
    const done = byEdition(before, (one) =>
      all(complete(before, one), compare('>=', began, completion(before, one))),
    );
    const skipped = all(counts, not(goes));
    const further =
      skipped === no
        ? []
        : [...new Set(before.editions.flatMap(({ after }) => after))].flatMap((other) =>
            stepsBefore(other, step, edition, skipped, [...seen, id]),
          );
    return [{ about: id, holds: either(not(counts), not(goes), done) }, ...further];
  }

  /** The step it runs from is complete, and this one is, later, or is late already on the day of the check. */
  function timed(step: ProgramStep, edition: StepEditionProgram): Core {
    const start = edition.within && stepNamed(edition.within.from);
    if (!edition.within || !start) return no;
    const { limit } = edition.within;
    const from = byEdition(start, (one) => completion(start, one));
    const late = all(not(isNone(today)), compare('>', daysTaken(from, today), limit));
    return all(
      byEdition(start, (one) => complete(start, one)),
      choose(complete(step, edition), compare('>=', completion(step, edition), from), late),
    );
  }

  function inTime(step: ProgramStep, edition: StepEditionProgram): readonly Ask[] {
    const start = edition.within && stepNamed(edition.within.from);
    if (!edition.within || !start) return [];
    const from = byEdition(start, (one) => completion(start, one));
    const to = choose(complete(step, edition), day(completion(step, edition)), today);
    const holds = compare('<=', daysTaken(from, to), edition.within.limit);
    return [{ about: start.id, holds }];
  }

  function daysTaken(from: Core, to: Core): Core {
    return call('working days between', day(from), to);
  }

  function byPost(step: ProgramStep, edition: StepEditionProgram): readonly Ask[] {
    const rightly = variables.element(act);
    const somebody = variables.element(act);
    const actor = field(variable(somebody), act, actorField);
    return [
      {
        about: step.id,
        holds: every(
          own(step, edition),
          rightly,
          among(field(variable(rightly), act, postField), edition.posts, variables),
        ),
      },
      // unknown where nobody is named, and true of anybody
      { about: step.id, holds: every(own(step, edition), somebody, compare('=', actor, actor)) },
    ];
  }

  /** No one who acted in this step held, earlier on this file, a post that excludes the one they hold here. */
  function apart(step: ProgramStep, edition: StepEditionProgram): readonly Ask[] {
    const here = variables.element(act);
    const before = variables.element(act);
    const other = variables.element(act);
    const of = (one: Variable, name: string) => field(variable(one), act, name);
    const ownBefore = those(
      list,
      before,
      all(
        compare('=', of(here, actorField), of(before, actorField)),
        compare('<=', of(before, atField), of(here, atField)),
      ),
    );
    const excluded = either(
      ...[...exclusions].map(([post, others]) =>
        all(
          among(of(here, postField), [post], variables),
          among(of(other, postField), others, variables),
        ),
      ),
    );
    const holds = every(own(step, edition), here, every(ownBefore, other, not(excluded)));
    return [{ about: step.id, holds }];
  }

  function withDocuments({ documents }: StepEditionProgram): readonly Ask[] {
    const papers = file.documents;
    if (!papers) return [];
    const all = field(theFile, root, papers.list);
    return documents.map((document) => {
      const paper = variables.element(elementType(all));
      const type = field(variable(paper), elementType(all), papers.type);
      return { about: document, holds: some(all, paper, among(type, [document], variables)) };
    });
  }

  function throughGates({ id }: ProgramStep): readonly Ask[] {
    return steps.slice(0, order.indexOf(id)).flatMap((before) =>
      [...new Set(before.editions.flatMap(({ gate }) => gate))].map((rule) => ({
        about: rule,
        holds: byEdition(before, ({ gate }) => (gate.includes(rule) ? outcome(rule) : yes)),
      })),
    );
  }

  /** The acts of a step since the file was last sent back to it. */
  function own(step: ProgramStep, edition: StepEditionProgram): Core {
    return acts(step, edition.events);
  }

  /** The acts of some types after which the file was not sent back to the step or before it. */
  function acts(step: ProgramStep, types: readonly string[]): Core {
    return once('acts', step.id, types, () => {
      const one = variables.element(act);
      const typed = those(list, one, among(field(variable(one), act, typeField), types, variables));
      if (!back) return typed;
      const kept = variables.element(act);
      const sentBack = variables.element(act);
      const later = variables.element(act);
      const to = order.slice(0, order.indexOf(step.id) + 1);
      const returns = those(
        list,
        sentBack,
        all(
          among(field(variable(sentBack), act, typeField), [back.type], variables),
          among(field(variable(sentBack), act, back.to), to, variables),
        ),
      );
      const at = field(variable(kept), act, atField);
      const isAfter = every(returns, later, compare('<', field(variable(later), act, atField), at));
      return those(typed, kept, isAfter);
    });
  }

  function begun(step: ProgramStep, edition: StepEditionProgram): Core {
    return once('begun', step.id, edition.events, () =>
      some(own(step, edition), variables.element(act), yes),
    );
  }

  function complete(step: ProgramStep, edition: StepEditionProgram): Core {
    if (edition.events.length === 0) return no;
    return once('complete', step.id, edition.events, () =>
      all(...edition.events.map((type) => some(acts(step, [type]), variables.element(act), yes))),
    );
  }

  /** When the last of its acts was first done. */
  function completion(step: ProgramStep, edition: StepEditionProgram): Core {
    return once('completion', step.id, edition.events, () => {
      const firsts = edition.events.map((type) =>
        call('min', each(acts(step, [type]), atField, variables)),
      );
      const [first] = firsts;
      return first && firsts.length === 1 ? first : call('max', listed(firsts));
    });
  }

  function dayOf(step: ProgramStep, edition: StepEditionProgram): Core {
    return once('day', step.id, edition.events, () => {
      const first = call('min', each(own(step, edition), atField, variables));
      const last = call('max', each(list, atField, variables));
      return choose(begun(step, edition), day(first), day(last));
    });
  }

  /** What holds of the edition in force when the step was done; of the last one where none was. */
  function byEdition(step: ProgramStep, of: (edition: StepEditionProgram) => Core): Core {
    const [last, ...others] = step.editions.toReversed();
    if (!last) return no;
    return others.reduce(
      (rest, edition) => choose(isIn(dayOf(step, edition), edition), of(edition), rest),
      of(last),
    );
  }

  function isIn(on: Core, { from, until }: StepEditionProgram): Core {
    const end = until === undefined ? yes : compare('<=', on, dateOf(until));
    return all(compare('>=', on, dateOf(from)), end);
  }

  /** The same core wherever the same is asked: it is then worked out once. */
  function once(what: string, step: string, types: readonly string[], make: () => Core): Core {
    const key = JSON.stringify([what, step, types]);
    const core = made.get(key) ?? make();
    made.set(key, core);
    return core;
  }

  function stepNamed(id: string): ProgramStep | undefined {
    return steps.find((step) => step.id === id);
  }
}

function isAsked(facet: Facet, { events, after, within, posts, documents }: StepEditionProgram) {
  if (events.length === 0) return false;
  switch (facet) {
    case 'order':
      return after.length > 0;
    case 'time':
      return within !== undefined;
    case 'post':
    case 'separation':
      return posts.length > 0;
    case 'documents':
      return documents.length > 0;
    case 'gate':
      return true;
  }
}

function applies({ when }: StepEditionProgram): Core {
  return when?.core ?? yes;
}

/** The day of a moment on the rulebook's clock. */
function day(of: Core): Core {
  return of.type.kind === 'date' ? of : call('date', of);
}

function dateOf(text: string): Core {
  return constant(parseDate(text) ?? null, { kind: 'date' });
}
