import type { Named } from '../manual/model.ts';
import { type Choices, choicesIn, type Selection } from '../manual/selection.ts';
import type { Program } from '../program/ast.ts';
import { type Call, near, oneOf, UsageError } from './call.ts';

/** The options that choose a part of a manual. */
export const selectionOptions = {
  audience: { type: 'string' },
  product: { type: 'string' },
  post: { type: 'string' },
  stage: { type: 'string' },
  'red-lines': { type: 'boolean' },
  checklists: { type: 'boolean' },
  technical: { type: 'boolean' },
} as const;

const audiences = ['operation', 'inspection', 'audit'] as const;

/** What a call chooses; a wrong word is answered with those that there are. */
export function selectionOf(call: Call, program: Program): Selection {
  const choices = choicesIn(program, call.language);
  const audience = call.text('audience');
  const [redLines, checklists] = [call.flag('red-lines'), call.flag('checklists')];
  if (audience !== undefined && (redLines || checklists))
    throw new UsageError(
      '--audience 与 --red-lines、--checklists 不能同用 / --audience cannot be given with --red-lines or --checklists',
    );
  return {
    ...(audience !== undefined && { audience: oneOf('audience', audience, audiences) }),
    ...chosen('product', choices.products),
    ...chosen('post', choices.posts),
    ...chosen('stage', choices.stages),
    redLines,
    checklists,
    isTechnical: call.flag('technical'),
  };

  function chosen(
    option: 'product' | 'post' | 'stage',
    things: Choices['products'],
  ): Partial<Record<typeof option, string>> {
    const given = call.text(option);
    return given === undefined ? {} : { [option]: oneThing(option, given, things) };
  }
}

function oneThing(option: string, given: string, things: readonly Named[]): string {
  const found = things.find(({ id, title }) => id === given || title === given);
  if (found) return found.id;
  const ids = things.map(({ id }) => id);
  const known = things.map(({ id, title }) => `\n  ${id}  ${title}`).join('');
  throw new UsageError(
    `--${option} ${given}：规则库中没有 / not in the rulebook${near(given, ids)}${known === '' ? '' : `\n可选 / there are:${known}`}`,
  );
}
