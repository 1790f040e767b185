import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import { groupTitle } from '../../../../report/glance-titles.ts';
import type { GlanceGroupJson, GlanceJson } from '../../../../report/json-format.ts';
import { bookWords } from '../../../../words/desk/book.ts';
import { amountSaid } from '../../amount.ts';
import { address, language } from '../../state.ts';
import { Bar } from './bar.tsx';
import { only } from './state.ts';

/** Rows that are shown before all are asked for. */
const mostRows = 12;

type Measure = 'findings' | 'amount';

/**
 * Files and findings by groups of one kind, each leading to what it holds.
 *
 * @param bar - what of a group is shown as a bar, too
 */
export function Groups({
  kind,
  head,
  bar,
}: {
  readonly kind: keyof GlanceJson['by'];
  readonly head: HeadTold;
  readonly bar: Measure;
}) {
  const words = sayIn(bookWords, language.value);
  const [isWhole, setWhole] = useState(false);
  const groups = head.summary.glance.by[kind];
  if (groups.length === 0) return null;
  const most = Math.max(...groups.map((group) => measured(group, bar)));
  // of months the latest are of most interest
  const some = kind === 'month' ? groups.slice(-mostRows) : groups.slice(0, mostRows);
  const rows = isWhole ? groups : some;
  const shares = (group: GlanceGroupJson, of: Measure, says: string) =>
    of === bar && most > 0 ? <Bar share={measured(group, of) / most} says={says} /> : says;
  return (
    <section>
      <h2>{words.by[kind]}</h2>
      <div class="scroll">
        <table aria-label={words.by[kind]}>
          <thead>
            <tr>
              <th scope="col">{words.columns.group}</th>
              <th scope="col" class="amount">
                {words.files}
              </th>
              <th scope="col" class="amount">
                {words.findings}
              </th>
              <th scope="col" class="amount">
                {words.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((group) => {
              const { key, files, judged, findings, amount } = group;
              const title = groupTitle(kind, group, head, language.value);
              return (
                <tr key={key ?? ''}>
                  <th scope="row">
                    {files === 0 && judged === undefined ? (
                      title
                    ) : (
                      <a href={address('check', 'files')} onClick={() => only(kind, key)}>
                        {title}
                      </a>
                    )}
                  </th>
                  <td class="amount">{judged === undefined ? files : `${files} / ${judged}`}</td>
                  <td class="amount">
                    <a
                      href={address('check', 'process')}
                      aria-label={`${words.findingsOf(title)} ${findings}`}
                      onClick={() => only(kind, key)}
                    >
                      {shares(group, 'findings', String(findings))}
                    </a>
                  </td>
                  <td class="amount">{shares(group, 'amount', amountSaid(amount))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rows.length < groups.length && (
        <button type="button" class="book-act" onClick={() => setWhole(true)}>
          {words.showAll(groups.length)}
        </button>
      )}
    </section>
  );
}

/** For the length of a bar, where it does not matter that a number is not exact. */
function measured(group: GlanceGroupJson, bar: Measure): number {
  return Number(group[bar]);
}
