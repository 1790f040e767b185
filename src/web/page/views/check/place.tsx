import { useEffect, useRef } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { LineShown, PlaceShown, RowShown } from '../../../../desk/place.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { isOfProcess, ruleAddress } from '../../../read-address.ts';
import { useAnswer } from '../../answer.ts';
import { isUnmasked } from '../../mask.ts';
import { MaskButton } from '../../parts/mask-button.tsx';
import { desk, language, text } from '../../state.ts';
import { today } from '../../today.ts';
import { round } from '../../work.ts';
import { Written } from '../../written.tsx';
import { outcomeTitle } from './card.tsx';
import { Clauses } from './clauses.tsx';
import { type Looked, looked, type Terms } from './state.ts';

/** What stands at a place of a file, beside the rule that read it. */
export function PlacePanel({ at, terms }: { readonly at: Looked; readonly terms: Terms }) {
  const words = sayIn(checkWords, language.value).place;
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(document.activeElement);
  const close = () => {
    looked.value = undefined;
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  useEffect(() => {
    // where the panel was opened from, by then, is another place
    if (!heading.current?.contains(document.activeElement)) heading.current?.focus();
  }, [at]);
  return (
    <aside
      class="place"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <div class="row">
        <h2 tabIndex={-1} ref={heading}>
          {at.title}
        </h2>
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </div>
      <InFile key={JSON.stringify([at.place, at.asked])} at={at} />
      <InRule at={at} terms={terms} />
    </aside>
  );
}

function InFile({ at }: { readonly at: Looked }) {
  const all = sayIn(checkWords, language.value);
  const words = all.place;
  const unmasked = isUnmasked.value;
  const { value, isWaiting, failure } = useAnswer(
    () => desk.value?.check.place(at.place, at.asked, { unmasked, language: language.value }),
    [round.value, unmasked, language.value],
  );
  return (
    <section aria-label={words.inFile}>
      <h3>{words.inFile}</h3>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {value ? (
        <>
          <Shown place={value} isHidden={!unmasked} />
          <p>
            <span class="soft">{unmasked ? '' : words.masked} </span>
            <MaskButton />
          </p>
        </>
      ) : (
        failure === undefined && <p>{isWaiting ? words.opening : all.file.gone}</p>
      )}
    </section>
  );
}

function Shown({ place, isHidden }: { readonly place: PlaceShown; readonly isHidden: boolean }) {
  const words = sayIn(checkWords, language.value);
  if (place.row) return <Row row={place.row} />;
  if (place.lines.length === 0)
    return (
      <p>
        {words.card.line(place.line)}
        {isHidden && <span class="soft"> {words.place.hidden}</span>}
      </p>
    );
  return (
    <>
      {!place.isThere && <p class="soft">{words.place.notThere}</p>}
      <div class="source-lines scroll" role="group" aria-label={words.card.line(place.line)}>
        {place.lines.map((line) => (
          <Line key={line.number} line={line} isIt={line.number === place.line} />
        ))}
      </div>
    </>
  );
}

function Line({ line, isIt }: { readonly line: LineShown; readonly isIt: boolean }) {
  return (
    <div class={isIt ? 'source-line it' : 'source-line'}>
      <span class="soft">{line.number}</span>
      <code>
        {line.isCut && '…'}
        {line.parts.map(({ text: part, isMarked }, index) =>
          isMarked ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
        )}
        {line.isCut && '…'}
      </code>
    </div>
  );
}

function Row({ row: { sheet, row, cells } }: { readonly row: RowShown }) {
  const words = sayIn(checkWords, language.value);
  return (
    <table class="cells">
      <caption>{words.card.cell(sheet, row, '')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.place.column}</th>
          <th scope="col">{words.place.heading}</th>
          <th scope="col">{words.place.value}</th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ column, heading, value, isMarked }) => (
          <tr key={column} class={isMarked ? 'it' : undefined}>
            <td>{column}</td>
            <th scope="row">{heading}</th>
            <td>{isMarked ? <mark>{value}</mark> : value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The rule that read it, as the manual prints it; of what the process asks, which is no rule's, what is told of it. */
function InRule({ at: { outcome }, terms }: { readonly at: Looked; readonly terms: Terms }) {
  const words = sayIn(checkWords, language.value);
  const { rule: id, asOf } = outcome;
  const asked = asOf ?? today.value;
  const { value: card, isWaiting } = useAnswer(
    () => desk.value?.read.card(id, { language: language.value, asOf: asked }),
    [id, asked, language.value],
  );
  return (
    <section aria-label={words.place.inRule}>
      <h3>{words.place.inThisFile}</h3>
      <p>{text(outcome.message)}</p>
      <h3>{words.place.inRule}</h3>
      {card ? (
        <Written html={card.html} table={words.place.table} />
      ) : (
        <p>
          {!isOfProcess(id) && <code>{id} </code>}
          {isWaiting ? words.place.opening : outcomeTitle(outcome, terms)}
        </p>
      )}
      {outcome.basis.length > 0 && (
        <>
          <h3>{words.card.basis}</h3>
          <Clauses cited={outcome.basis} terms={terms} />
        </>
      )}
      <p>
        <a href={ruleAddress(id)}>{words.card.toRule}</a>
      </p>
    </section>
  );
}
