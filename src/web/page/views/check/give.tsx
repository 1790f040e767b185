import { useState } from 'preact/hooks';

import { Drop } from '../../parts/drop.tsx';
import { sayIn } from '../../../../base/language.ts';
import { givenKindWords, otherKindWords } from '../../../../words/desk/kinds.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { facts, language } from '../../state.ts';
import { takeFiles } from '../../take.ts';
import { besideProblems, given, remarks, removeFiles, wantsPicked } from '../../work.ts';
import { ProblemList } from './problems.tsx';
import { chosenFiles, droppedFiles } from './dropped.ts';

/** Files are chosen or dropped here. */
export function Give() {
  const words = sayIn(checkWords, language.value);
  const isEmpty = given.value.length === 0;
  return (
    <Drop
      label={words.choose}
      {...(!isEmpty && { class: 'filled' })}
      take={(dropped) => void droppedFiles(dropped).then(takeFiles)}
    >
      {isEmpty ? <p>{words.drop}</p> : <GivenFiles />}
      <p class="row">
        <Choose says={isEmpty ? words.choose : words.more} isMain={isEmpty} isFolder={false} />
        <Choose says={isEmpty ? words.chooseFolder : words.moreFolder} isMain={false} isFolder />
        {!isEmpty && (
          <button type="button" onClick={() => void removeFiles()}>
            {words.clear}
          </button>
        )}
      </p>
      {isEmpty && <p class="soft">{words.forms}</p>}
      <Beside />
      {remarks.value.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </Drop>
  );
}

/** What files are judged by, and what is wrong with it. */
function Beside() {
  const words = sayIn(checkWords, language.value).beside;
  const kinds = sayIn(givenKindWords, language.value);
  const beside = given.value.flatMap(({ name, found }) =>
    'kind' in found && found.kind !== 'dossiers' && found.kind !== 'table'
      ? [{ name, kind: found.kind }]
      : [],
  );
  if (beside.length === 0) return null;
  return (
    <div class="beside-files">
      <p>{words.title}</p>
      <ul>
        {beside.map(({ name, kind }, index) => (
          <li key={name}>
            {kinds[kind]} <span class="name soft">{name}</span>
            {kind !== 'checklist' && index < beside.findLastIndex((one) => one.kind === kind) && (
              <strong> {words.replaced}</strong>
            )}
          </li>
        ))}
      </ul>
      {beside.length === given.value.length && <p class="soft">{words.only}</p>}
      {wantsPicked.value !== undefined && (
        <p role="alert">{words.wantsPicked(wantsPicked.value)}</p>
      )}
      {besideProblems.value.length > 0 && (
        <div role="alert">
          <p>{words.refused}</p>
          <ProblemList found={besideProblems.value} />
        </div>
      )}
    </div>
  );
}

function Choose({
  says,
  isMain,
  isFolder,
}: {
  readonly says: string;
  readonly isMain: boolean;
  readonly isFolder: boolean;
}) {
  return (
    <label class={isMain ? 'button main' : 'button'}>
      {says}
      <input
        type="file"
        multiple
        ref={(input) => {
          if (input) input.webkitdirectory = isFolder;
        }}
        disabled={facts.value === undefined}
        onChange={({ currentTarget }) => {
          void takeFiles(chosenFiles(currentTarget.files));
          currentTarget.value = '';
        }}
      />
    </label>
  );
}

/** Files of the list that are shown at once. */
const shownAtOnce = 100;

function GivenFiles() {
  const words = sayIn(checkWords, language.value);
  const kinds = sayIn(givenKindWords, language.value);
  const others = sayIn(otherKindWords, language.value);
  const [most, setMost] = useState(shownAtOnce);
  const files = given.value;
  const size = files.reduce((sum, one) => sum + one.size, 0);
  return (
    <details class="given">
      <summary>{words.given(files.length, sizeText(size))}</summary>
      <ul class="plain">
        {files.slice(0, most).map(({ name, size: own, found }) => (
          <li key={name}>
            <span class="name">
              {name} <span class="soft">{sizeText(own)}</span>{' '}
              {'kind' in found ? (
                <span class="soft">{kinds[found.kind]}</span>
              ) : (
                <span class="problem">{others[found.other]}</span>
              )}
            </span>
            <button
              type="button"
              class="small"
              aria-label={words.remove(name)}
              onClick={() => void removeFiles([name])}
            >
              {words.removeShort}
            </button>
          </li>
        ))}
      </ul>
      {files.length > most && (
        <button type="button" onClick={() => setMost(most + shownAtOnce)}>
          {words.moreInList(files.length - most)}
        </button>
      )}
    </details>
  );
}

/** `820 B`, `12 KB`, `3.4 MB` */
function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
