import { sayIn } from '../../../../base/language.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import {
  changeText,
  intervalText,
  percent,
  severityTitle,
} from '../../../../report/glance-titles.ts';
import type { RateJson, RateOfJson } from '../../../../report/json-format.ts';
import { bookWords } from '../../../../words/desk/book.ts';
import { address, language } from '../../state.ts';
import { Bar } from './bar.tsx';
import { only } from './state.ts';

/** Files with findings of each severity, of all that were judged; with a ledger, what is left of them too. */
export function Rates({ head }: { readonly head: HeadTold }) {
  const words = sayIn(bookWords, language.value);
  return (
    <section>
      <h2>{words.bySeverity}</h2>
      <RateTable head={head} title={words.rates} of={(rate) => rate} />
      {head.summary.glance.after && (
        <RateTable head={head} title={words.after} of={(rate) => rate.after ?? rate} />
      )}
    </section>
  );
}

function RateTable({
  head,
  title,
  of,
}: {
  readonly head: HeadTold;
  readonly title: string;
  readonly of: (rate: RateJson) => RateOfJson;
}) {
  const words = sayIn(bookWords, language.value);
  const { rates, judged, against } = head.summary.glance;
  const shown = rates.filter(
    ({ severity, files, target }) => severity === 'all' || files > 0 || target !== null,
  );
  const hasInterval = rates.some(({ interval }) => interval);
  const hasTarget = rates.some(({ target }) => target !== null);
  const before = new Map(against?.rates.map((one) => [one.severity, one]));
  return (
    <div class="scroll">
      <table class="book-rates">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.bySeverity}</th>
            <th scope="col" class="amount">
              {words.files} / {words.judged}
            </th>
            <th scope="col" class="amount">
              {words.rate}
            </th>
            {hasInterval && <th scope="col">{words.interval}</th>}
            {hasTarget && <th scope="col">{words.atMost}</th>}
            {hasTarget && <th scope="col">{words.target}</th>}
            {against && <th scope="col">{words.change}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((rate) => {
            const { files, rate: share, interval, met } = of(rate);
            const name = severityTitle(rate.severity, head, language.value);
            return (
              <tr key={rate.severity}>
                <th scope="row">
                  {rate.severity === 'all' ? (
                    name
                  ) : (
                    <a
                      href={address('check', 'severity')}
                      onClick={() => only('severity', rate.severity)}
                    >
                      {name}
                    </a>
                  )}
                </th>
                <td class="amount">
                  {files} / {judged}
                </td>
                <td class="amount">
                  {share === null ? '' : <Bar share={Number(share)} says={percent(share)} />}
                </td>
                {hasInterval && <td>{intervalText({ interval })}</td>}
                {hasTarget && <td>{rate.target === null ? '' : percent(rate.target)}</td>}
                {hasTarget && <td>{met === null ? '' : words.met[met]}</td>}
                {against && <td>{changeText(share, before.get(rate.severity), words)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
