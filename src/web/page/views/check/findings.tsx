import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { FindingLine, FindingOrder, FindingsPage } from '../../../../desk/findings.ts';
import { pageLength } from '../../../../desk/selection.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { useAnswer } from '../../answer.ts';
import { Pager } from '../../parts/pager.tsx';
import { address, desk, language, text } from '../../state.ts';
import { round } from '../../work.ts';
import { OutcomeCard, outcomeTitle, RuleName } from './card.tsx';
import { Badges } from './marks.tsx';
import { from, select, selection, severityTitle, titled } from './state.ts';

/** The findings over all files, in an order, a page of them. */
export function Findings({ by, head }: { readonly by: FindingOrder; readonly head: HeadTold }) {
  const words = sayIn(checkWords, language.value);
  const asked = { ...selection.value, by, from: from.value };
  const { value: page, failure } = useAnswer(
    () => desk.value?.check.findings(asked),
    [round.value, JSON.stringify(asked)],
  );
  if (failure !== undefined) return <p role="alert">{failure}</p>;
  if (!page) return null;
  if (page.total === 0) {
    const { glance, intake } = head.summary;
    const none = intake?.data.most === 0 ? words.nothingJudged : words.noFindings;
    return <p>{glance.findings === 0 ? none : words.filter.none}</p>;
  }
  return (
    <>
      {page.groups
        .filter(({ key }) => page.lines.some(({ group }) => group === key))
        .map((group) => (
          <section key={group.key}>
            <h2>
              {groupTitle(by, group.key, head)}{' '}
              <span class="soft count">{words.inFiles(group.findings, group.files)}</span>
            </h2>
            {by === 'defect' && (
              <p>
                <button type="button" onClick={() => onlyRule(group.key)}>
                  {words.filesOfDefect(group.files)}
                </button>
              </p>
            )}
            <Lines page={page} group={group.key} head={head} />
          </section>
        ))}
      <Pager
        page={page}
        length={pageLength}
        words={words}
        shown={words.shownFindings}
        go={(next) => {
          from.value = next;
        }}
      />
    </>
  );
}

/** Lists the files that have a finding of a rule. */
function onlyRule(rule: string): void {
  select({ within: { ...selection.value.within, rule } });
  location.hash = address('check', 'files');
}

function groupTitle(by: FindingOrder, key: string, head: HeadTold): string {
  if (by === 'severity') return severityTitle(key, head);
  if (by === 'process') return titled(head.stages[key], key);
  return `${key} ${titled(head.rules[key]?.title, '')}`.trim();
}

function Lines({
  page,
  group,
  head,
}: {
  readonly page: FindingsPage;
  readonly group: string;
  readonly head: HeadTold;
}) {
  return (
    <ul class="findings">
      {page.lines
        .filter((line) => line.group === group)
        .map((line) => (
          <li key={line.outcome.finding}>
            <FindingRow line={line} head={head} />
          </li>
        ))}
    </ul>
  );
}

function FindingRow({ line, head }: { readonly line: FindingLine; readonly head: HeadTold }) {
  const { place, id, file, outcome, gates } = line;
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Badges outcome={outcome} terms={head} />{' '}
        <a href={address('check', 'file', String(place))}>{id ?? file}</a>{' '}
        <RuleName outcome={outcome} /> <strong>{outcomeTitle(outcome, head)}</strong>{' '}
        <span class="message">{text(outcome.message)}</span>
      </summary>
      {isOpen && <OutcomeCard place={place} outcome={outcome} gates={gates} terms={head} />}
    </details>
  );
}
