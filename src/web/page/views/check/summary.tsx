import { sayIn } from '../../../../base/language.ts';
import type { Standing } from '../../../../desk/selection.ts';
import { refusedRows } from '../../../../report/intake-text.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { language } from '../../state.ts';
import { stoppedSaid } from '../../work.ts';
import { Intake } from './intake.tsx';
import { StandingMark } from './marks.tsx';
import { select, selection } from './state.ts';

/** What all files come to; each number lists its files. */
export function Summary({ head }: { readonly head: HeadTold }) {
  const words = sayIn(checkWords, language.value);
  const { summary } = head;
  const { unread } = summary;
  const refused = summary.intake ? refusedRows(summary.intake) : 0;
  const said = stoppedSaid(head);
  const outside = Object.values(summary.outside ?? {}).reduce((sum, one) => sum + one, 0);
  const counts: readonly (readonly [Standing, number])[] = [
    ['fail', summary.fail],
    ['cannot-tell', summary['cannot-tell']],
    ['pass', summary.pass],
    ['unread', unread],
    ['outside', outside],
  ];
  return (
    <section aria-labelledby="result">
      <h2 id="result">{words.summary}</h2>
      {said !== undefined && <p role="alert">{said}</p>}
      <ul class="tiles">
        {counts
          .filter(([standing, count]) => count > 0 || !['unread', 'outside'].includes(standing))
          .map(([standing, count]) => {
            const isChosen = selection.value.standing === standing;
            return (
              <li key={standing}>
                <button
                  type="button"
                  class={`tile ${standing}`}
                  aria-pressed={isChosen}
                  title={words.standingSays[standing]}
                  onClick={() => select({ standing: isChosen ? undefined : standing })}
                >
                  <StandingMark standing={standing} /> <strong>{count}</strong>
                </button>
              </li>
            );
          })}
        {refused > 0 && (
          <li>
            <button
              type="button"
              class="tile unread"
              title={words.refusedSays}
              onClick={() => document.querySelector<HTMLElement>('#not-read')?.focus()}
            >
              <span class="came">{words.refused}</span> <strong>{words.rows(refused)}</strong>
            </button>
          </li>
        )}
      </ul>
      <Intake head={head} />
    </section>
  );
}
