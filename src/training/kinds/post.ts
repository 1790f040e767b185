import type { PostFile } from '../../rulebook/files.ts';
import { ofSteps } from '../of-rule.ts';
import { type Candidate, lettered, mixed, restsOnNothing } from '../question.ts';
import { type AskedStep, isReliable, type Setting } from '../setting.ts';

/** Options that are wrong. */
const wrongOnes = 3;

/** Who does what, and what one person may not do on one file. */
export function postQuestions(setting: Setting): readonly Candidate[] {
  return [
    ...setting.steps.flatMap((step) => ofTasks(step, setting)),
    ...postsIn(setting).flatMap((post) => ofIncompatible(post, setting)),
  ];
}

/** Those that the part asked about names; all where it names none. */
function postsIn({ program: { rulebook }, steps }: Setting): readonly PostFile[] {
  const acting = new Set(steps.flatMap(({ edition }) => edition.posts));
  return (rulebook.posts?.data.posts ?? []).filter(({ post }) => acting.has(post));
}

/** Who does a task of a step: posts that may not act in the step are wrong. */
function ofTasks(asked: AskedStep, setting: Setting): readonly Candidate[] {
  const { speaker, says, post } = setting;
  const { tasks = [] } = asked.step.step.entry.data;
  const acting = new Set([...asked.edition.posts, ...tasks.map((task) => task.post)]);
  const others = postsOf(setting).filter((id) => !acting.has(id));
  if (others.length < wrongOnes) return [];
  const near = postsOfStage(asked.step.step.stage, setting);
  return tasks.map((task, index) => {
    const id = `post/${asked.id}/task-${index + 1}`;
    return {
      id,
      topic: asked.id,
      redLine: undefined,
      make: (random) => {
        const does = speaker.words(task.does);
        // who is named in the task is no question
        if (postsOf(setting).some((one) => does.includes(post(one)))) return undefined;
        const about = ofSteps([asked], setting);
        const wrong = [
          ...mixed(
            others.filter((one) => near.has(one)),
            random,
          ),
          ...mixed(
            others.filter((one) => !near.has(one)),
            random,
          ),
        ].slice(0, wrongOnes);
        return {
          ...about,
          id,
          kind: 'post',
          stem: says.whoDoes(setting.step(asked.id), does),
          extract: [],
          ...lettered([post(task.post)], wrong.map(post), random),
          explanation: [says.doneBy(setting.step(asked.id), post(task.post))],
          difficulty: 'easy',
          posts: [post(task.post)],
        };
      },
    };
  });
}

/** Which post excludes another on one file. */
function ofIncompatible({ post: own }: PostFile, setting: Setting): readonly Candidate[] {
  const { program, says, post, cite, speaker } = setting;
  const pairs = program.incompatible.filter(({ posts }) => posts.includes(own));
  const excluded = new Set(pairs.flatMap(({ posts }) => posts));
  const others = postsOf(setting).filter((id) => !excluded.has(id));
  if (others.length < wrongOnes) return [];
  return pairs.flatMap(({ posts, basis, why }): readonly Candidate[] => {
    const other = posts.find((one) => one !== own);
    // a pair is asked of from one of its ends
    if (other === undefined || posts[0] !== own || !isReliable(basis, program)) return [];
    const id = `post/${own}/excludes-${other}`;
    const make: Candidate['make'] = (random) => {
      const wrong = mixed(others, random).slice(0, wrongOnes);
      return {
        id,
        kind: 'post',
        stem: says.whichExcludes(post(own)),
        extract: [],
        ...lettered([post(other)], wrong.map(post), random),
        explanation: [speaker.words(why)],
        difficulty: 'medium',
        topic: says.incompatible,
        posts: [post(own), post(other)],
        basis: cite(basis),
        rests: { ...restsOnNothing, posts: [own, other] },
      };
    };
    return [{ id, topic: own, redLine: undefined, make }];
  });
}

/** Posts that act in any step of a stage: the likely ones. */
function postsOfStage(stage: string, { program }: Setting): ReadonlySet<string> {
  const steps = program.steps.filter(({ step }) => step.stage === stage);
  return new Set(steps.flatMap(({ editions }) => editions.flatMap(({ posts }) => posts)));
}

function postsOf({ program: { rulebook } }: Setting): readonly string[] {
  return (rulebook.posts?.data.posts ?? []).map(({ post }) => post);
}
