import { sayIn } from '../../../../base/language.ts';
import type { ProblemView } from '../../../../desk/mapping/view.ts';
import { tablesWords } from '../../../../words/desk/tables.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { language } from '../../state.ts';

const marks = { error: '✗', warning: '▲', info: '·' } as const;
const classes = { error: 'fail', warning: 'cannot-tell', info: 'soft' } as const;

/** What is wrong, said by word and mark. */
export function Problems({ problems }: { readonly problems: readonly ProblemView[] }) {
  const words = sayIn(tablesWords, language.value);
  if (problems.length === 0) return null;
  return (
    <ul class="problems">
      {problems.map(({ severity, text }) => (
        <li key={text} class={classes[severity]}>
          {marks[severity]} <span class="live">{words.severities[severity]}</span>
          <Quoted text={text} />
        </li>
      ))}
    </ul>
  );
}
