import type { Question } from './question.ts';
import { restsOnNothing } from './question.ts';
import { parametersOf } from './judged.ts';
import type { AskedRule, AskedStep, Setting } from './setting.ts';

type About = Pick<Question, 'topic' | 'posts' | 'basis' | 'rests'>;

/** What a question about a rule says of it. */
export function ofRule(rule: AskedRule, setting: Setting): About {
  const { speaker, cite, post } = setting;
  return {
    topic: speaker.words(rule.edition.title),
    posts: rule.rule.rule.entry.data.posts.map(post),
    basis: cite(rule.edition.basis),
    rests: {
      ...restsOnNothing,
      rules: [rule.id],
      parameters: parametersOf(rule, setting).map(({ name }) => name),
    },
  };
}

/** What a question about steps says of them; of several, the clauses that more than one of them rests on. */
export function ofSteps(steps: readonly AskedStep[], { cite, post, says, step }: Setting): About {
  const refs = steps.flatMap(({ edition }) => edition.basis);
  const common = refs.filter((ref) => refs.indexOf(ref) !== refs.lastIndexOf(ref));
  return {
    topic: says.namesOf(steps.map(({ id }) => step(id))),
    posts: [...new Set(steps.flatMap(({ edition }) => edition.posts))].map(post),
    basis: cite([...new Set(common.length > 0 ? common : refs)]),
    rests: { ...restsOnNothing, steps: steps.map(({ id }) => id) },
  };
}
