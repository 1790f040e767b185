import { sayIn } from '../../../../base/language.ts';
import type { FileLine } from '../../../../desk/files.ts';
import { pageLength } from '../../../../desk/selection.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { amountSaid } from '../../amount.ts';
import { useAnswer } from '../../answer.ts';
import { Pager } from '../../parts/pager.tsx';
import { address, desk, language } from '../../state.ts';
import { round } from '../../work.ts';
import { StandingMark } from './marks.tsx';
import { problemSaid } from './problems.tsx';
import { aboutTitle, fileOrder, from, selection, severityTitle } from './state.ts';

/** The files that were judged, a page of them. */
export function Files({ head }: { readonly head: HeadTold }) {
  const words = sayIn(checkWords, language.value);
  const asked = { ...selection.value, order: fileOrder.value, from: from.value };
  const { value: page, failure } = useAnswer(
    () => desk.value?.check.files(asked),
    [round.value, JSON.stringify(asked)],
  );
  if (failure !== undefined) return <p role="alert">{failure}</p>;
  if (!page) return null;
  if (page.total === 0) return <p>{words.filter.none}</p>;
  const { columns } = words;
  return (
    <>
      <div class="scroll">
        <table class="files">
          <thead>
            <tr>
              <th scope="col">{columns.verdict}</th>
              <th scope="col">{columns.id}</th>
              <th scope="col">{columns.findings}</th>
              <th scope="col" class="amount">
                {columns.untold}
              </th>
              <th scope="col" class="amount">
                {columns.waiting}
              </th>
              <th scope="col">{columns.file}</th>
            </tr>
          </thead>
          <tbody>
            {page.lines.map((line) => (
              <FileRow key={line.place} line={line} head={head} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={page}
        length={pageLength}
        words={words}
        shown={words.shownFiles}
        go={(next) => {
          from.value = next;
        }}
      />
    </>
  );
}

function FileRow({ line, head }: { readonly line: FileLine; readonly head: HeadTold }) {
  const words = sayIn(checkWords, language.value);
  const { place, id, file, record, subject, about = {}, standing, findings } = line;
  const { diagnostics, untold, waiting } = line;
  const told = [
    about.product && aboutTitle(subject, 'product', about.product),
    about.branch && aboutTitle(subject, 'branch', about.branch),
    about.amount && amountSaid(about.amount),
  ].filter((one) => one !== undefined && one !== '');
  const [problem] = diagnostics;
  return (
    <tr>
      <td>
        <StandingMark standing={standing} />
      </td>
      <th scope="row">
        <a href={address('check', 'file', String(place))}>{id ?? file}</a>
        {told.length > 0 && <div class="soft">{told.join(' · ')}</div>}
      </th>
      <td>
        {Object.entries(findings).map(([severity, count]) => (
          <span key={severity} class={severity === 'red-line' ? 'badge red-line' : 'badge'}>
            {severityTitle(severity, head)} {count}
          </span>
        ))}
        {problem && <div class="problem">{problemSaid(problem)}</div>}
      </td>
      <td class="amount">{untold > 0 ? untold : ''}</td>
      <td class="amount">{waiting > 0 ? waiting : ''}</td>
      <td class="soft name">
        {file}
        {record && <div>{words.recordOf(record.number, record.line)}</div>}
      </td>
    </tr>
  );
}
