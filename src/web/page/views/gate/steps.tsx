import { sayIn } from '../../../../base/language.ts';
import type { StepJson } from '../../../../report/step-json.ts';
import { gateWords } from '../../../../words/desk/gate.ts';
import { language, text } from '../../state.ts';

/** Steps of a file: done, next or later, by whom and by when. */
export function Steps({ steps }: { readonly steps: readonly StepJson[] }) {
  const words = sayIn(gateWords, language.value);
  const { columnsOfSteps: columns } = words;
  return (
    <div class="scroll" role="group" aria-label={words.steps} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{columns.step}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.posts}</th>
            <th scope="col">{columns.when}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.step} class={`step-${step.state}`}>
              <th scope="row">{text(step.title)}</th>
              <td class="step-state">{words[step.state]}</td>
              <td>{words.staffed(postsOf(step, words.list), step.by ?? [])}</td>
              <td>{step.done ?? deadlineSaid(step)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function postsOf({ posts }: StepJson, between: string): string {
  return posts.map(({ title }) => text(title)).join(between);
}

function deadlineSaid({ state, deadline }: StepJson) {
  const words = sayIn(gateWords, language.value);
  if (!deadline) return state === 'next' ? words.noDeadline : '';
  const { from, since, workingDays, day, late, unannounced } = deadline;
  return (
    <>
      {words.deadline(text(from.title), since, workingDays, day ?? undefined)}
      {late && <strong class="fail"> {words.late(late.workingDays ?? undefined)}</strong>}
      {unannounced !== undefined && <span> {words.unannounced(unannounced)}</span>}
    </>
  );
}
