import { nearest } from '../../base/suggest.ts';
import { type Rulebook, spanOf, type Step, stepsOf } from '../ast.ts';
import type { StepEdition } from '../files.ts';
import type { ProblemsFound } from '../problems.ts';

type Part = readonly [Partial<StepEdition>, readonly (string | number)[]];

/** Tasks are of the step's own posts, returns lead back, and a limit is written once. */
export function* steps(rulebook: Rulebook): ProblemsFound {
  const all = stepsOf(rulebook);
  const known = new Set(rulebook.posts?.data.posts.map(({ post }) => post));
  for (const step of all) {
    const { entry } = step;
    const { data } = entry;
    const parts: readonly Part[] = [
      [data, []],
      ...(data.editions ?? []).map((edition, index): Part => [edition, ['editions', index]]),
    ];
    const posts = [...new Set(parts.flatMap(([part]) => part.posts ?? []))];
    // a post that there is not is told where it is listed
    const isKnown = (post: string) =>
      posts.includes(post) || posts.some((one) => !known.has(one) && nearest(post, [one]));
    for (const [index, { post }] of (data.tasks ?? []).entries()) {
      if (isKnown(post)) continue;
      const span = spanOf(entry, 'tasks', index, 'post');
      const params = { post, posts, near: nearest(post, posts) };
      yield { code: 'rulebook/task-post', severity: 'error', span, params };
    }
    yield* returns(step, all, rulebook);
    for (const [index, { posts: speakers = [] }] of (data.talk ?? []).entries())
      for (const [at, post] of speakers.entries()) {
        if (isKnown(post)) continue;
        const span = spanOf(entry, 'talk', index, 'posts', at);
        const params = { post, posts, near: nearest(post, posts) };
        yield { code: 'rulebook/task-post', severity: 'error', span, params };
      }
    for (const [part, keys] of parts) yield* limit(step, part, keys, rulebook);
  }
}

/** A file goes back, and not to a stage that runs beside the others. */
function* returns(
  { id, stage, entry }: Step,
  all: readonly Step[],
  rulebook: Rulebook,
): ProblemsFound {
  const place = all.findIndex((step) => step.id === id);
  const isBeside = (of: string) => rulebook.stages.find((one) => one.id === of)?.data.beside;
  for (const [index, { to }] of (entry.data.returns ?? []).entries()) {
    const target = all.findIndex((step) => step.id === to);
    const other = all[target];
    if (!other || (target <= place && (!isBeside(other.stage) || other.stage === stage))) continue;
    const span = spanOf(entry, 'returns', index, 'to');
    yield { code: 'rulebook/return-ahead', severity: 'error', span, params: { step: id, to } };
  }
}

/** The parameter that is named counts working days; a number has none that gives it by the same clause. */
function* limit(
  { entry }: Step,
  { within, basis = entry.data.basis }: Partial<StepEdition>,
  keys: readonly (string | number)[],
  { parameters }: Rulebook,
): ProblemsFound {
  if (!within) return;
  const { workingDays } = within;
  const span = spanOf(entry, ...keys, 'within', 'workingDays');
  const days = parameters.filter(({ data }) => data.unit === 'working-days');
  const names = days.map(({ data }) => data.parameter);
  if (typeof workingDays === 'number') {
    const given = days.find(({ data }) =>
      data.editions.some((edition) => edition.basis?.some((ref) => basis?.includes(ref))),
    );
    if (!given) return;
    const params = { number: workingDays, parameter: given.data.parameter };
    yield { code: 'rulebook/limit-twice', severity: 'error', span, params };
    return;
  }
  const named = parameters.find(({ data }) => data.parameter === workingDays);
  if (named?.data.unit === 'working-days') return;
  if (named) {
    const params = { parameter: workingDays, unit: named.data.unit };
    yield { code: 'rulebook/limit-unit', severity: 'error', span, params };
    return;
  }
  const params = {
    what: 'parameter' as const,
    name: workingDays,
    near: nearest(workingDays, names),
  };
  yield { code: 'rulebook/unknown-reference', severity: 'error', span, params };
}
