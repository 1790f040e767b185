import './session.css';
import { useEffect, useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { Session } from '../../../../desk/session.ts';
import { shortDigest } from '../../../../desk/version-name.ts';
import { sessionWords } from '../../../../words/desk/session.ts';
import { shellWords } from '../../../../words/desk/shell.ts';
import type { OpenProblem } from '../../../store/state.ts';
import type { StoredSession } from '../../../store/store.ts';
import { address, facts, language } from '../../state.ts';
import { isUnsaved, saveState } from '../../saving.ts';
import { today } from '../../today.ts';
import { aboutRun, answers, given, otherRulebook, progress } from '../../work.ts';
import {
  begin,
  clearAll,
  fileMade,
  openedSays,
  isKeying,
  keepFiles,
  keepsFiles,
  listStored,
  open,
  openId,
  openFile,
  problem,
  problemCode,
  problemText,
  retry,
  saveFile,
  stored,
} from './acts.ts';
import { PassPhrase } from './pass-phrase.tsx';
import { stateText } from './state.tsx';

/** What is being asked for. */
type Asking =
  | { readonly kind: 'begin' | 'save' | 'hand-over' | 'clear' }
  | { readonly kind: 'open'; readonly session: StoredSession }
  | { readonly kind: 'file'; readonly file: File };

/** Where work is saved, opened again, handed over and cleared. */
export function SessionView() {
  const [asking, setAsking] = useState<Asking | undefined>(undefined);
  const isOpen = facts.value !== undefined;
  // a file without what comes of it would say nothing of that
  const isJudging = progress.value !== undefined;
  useEffect(() => {
    if (isOpen) void listStored();
  }, [isOpen]);
  const words = sayIn(sessionWords, language.value);
  const { views } = sayIn(shellWords, language.value);
  const close = () => setAsking(undefined);
  // whoever comes back in the morning looks for what was saved
  const isFirst =
    saveState.value.kind === 'off' && !isUnsaved.value && (stored.value?.length ?? 0) > 0;
  return (
    <div class="session">
      <h1>{words.title}</h1>
      {openedSays.value !== '' && (
        <p class="opened-work">
          <strong class="live">{openedSays.value}</strong>
          {words.goOn}
          <a href={address('check')}>{views.check}</a>{' '}
          <a href={address('checklist')}>{views.checklist}</a>
        </p>
      )}
      {isFirst && <Stored ask={setAsking} />}
      {!isFirst && <Saving ask={setAsking} />}
      {problem.value && <Problem problem={problem.value} />}
      {asking && <Question asking={asking} close={close} />}
      {!asking && isKeying.value && <p>{words.keyWork[isKeying.value]}</p>}
      {isFirst ? (
        <>
          <h2>{words.anew}</h2>
          <Saving ask={setAsking} />
        </>
      ) : (
        <Stored ask={setAsking} />
      )}
      <h2>{words.file}</h2>
      <p class="soft">{words.fileWhy}</p>
      {isJudging && <p>{words.judging}</p>}
      <div class="tools">
        <button
          type="button"
          disabled={isJudging}
          onClick={() => {
            if (saveState.value.kind === 'off') setAsking({ kind: 'save' });
            else void saveFile();
          }}
        >
          {words.save}
        </button>
        <button type="button" disabled={isJudging} onClick={() => setAsking({ kind: 'hand-over' })}>
          {words.handOver}
        </button>
        <label class="button">
          {words.load}
          <input
            type="file"
            accept=".shouze"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) setAsking({ kind: 'file', file });
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {fileMade.value !== '' && <p class="made">{fileMade.value}</p>}
      <h2>{words.clear}</h2>
      <button type="button" onClick={() => setAsking({ kind: 'clear' })}>
        {words.clear}
      </button>
    </div>
  );
}

function Saving({ ask }: { readonly ask: (asking: Asking) => void }) {
  const words = sayIn(sessionWords, language.value);
  const state = saveState.value;
  const other = otherRulebook.value;
  return (
    <>
      <p>
        <strong>{stateText(state)}</strong>
      </p>
      {state.kind === 'off' ? (
        <>
          <p>{words.notStored}</p>
          <button
            class={(stored.value?.length ?? 0) > 0 && !isUnsaved.value ? '' : 'main'}
            type="button"
            onClick={() => ask({ kind: 'begin' })}
          >
            {words.begin}
          </button>
        </>
      ) : (
        <>
          <p>{words.stored}</p>
          <p class="soft">{words.privateWindow}</p>
        </>
      )}
      {state.kind === 'failed' && (
        <>
          <Problem problem={state.problem} />
          <div class="tools">
            <button type="button" onClick={() => void retry()}>
              {words.retry}
            </button>
            <button type="button" onClick={() => void saveFile()}>
              {words.save}
            </button>
          </div>
        </>
      )}
      {state.kind === 'saved' && state.isWithout && <p role="alert">{words.without}</p>}
      {state.kind === 'reading' && <p role="alert">{words.lost}</p>}
      {aboutRun() && <p>{words.looking}</p>}
      {other && (
        <p role="alert">
          {words.otherVersion(versionSaid(other), versionSaid(facts.value?.rulebook))}
        </p>
      )}
      {(state.kind === 'saved' || state.kind === 'failed') && given.value.length > 0 && (
        <p>
          <label>
            <input
              type="checkbox"
              checked={keepsFiles.value}
              onChange={({ currentTarget }) => void keepFiles(currentTarget.checked)}
            />{' '}
            {words.keepFiles}
          </label>
          <br />
          <span class="soft">{words.keepFilesWhy}</span>
        </p>
      )}
    </>
  );
}

function versionSaid(rulebook: Session['rulebook'] | undefined): string {
  const words = sayIn(sessionWords, language.value);
  return rulebook ? words.version(rulebook.version, shortDigest(rulebook.digest)) : '';
}

function Problem({ problem: found }: { readonly problem: OpenProblem }) {
  return (
    <p role="alert">
      {problemText(found)} <code>{problemCode(found)}</code>
    </p>
  );
}

function Stored({ ask }: { readonly ask: (asking: Asking) => void }) {
  const words = sayIn(sessionWords, language.value);
  const all = stored.value ?? [];
  return (
    <>
      <h2>{words.sessions}</h2>
      {all.length === 0 && <p class="soft">{words.noSessions}</p>}
      <ul class="stored">
        {all.map((session, index) => (
          <li key={session.id}>
            <strong>{session.name || words.unnamed}</strong>
            <span class="soft">
              {words.session(moment(session.savedAt), Math.ceil(session.bytes / 1000))}
            </span>
            {session.id === openId.value && saveState.value.kind !== 'reading' ? (
              <strong>{words.current}</strong>
            ) : (
              <button
                type="button"
                class={index === 0 ? 'main' : ''}
                onClick={() => ask({ kind: 'open', session })}
              >
                {words.open}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A plain yes to the files going with the work: personal data of customers. */
function WithFiles({ is, set }: { readonly is: boolean; readonly set: (is: boolean) => void }) {
  const words = sayIn(sessionWords, language.value);
  if (given.value.length === 0) return null;
  const bytes = given.value.reduce((sum, { size }) => sum + size, 0);
  return (
    <p>
      <label>
        <input
          type="checkbox"
          checked={is}
          onChange={({ currentTarget }) => set(currentTarget.checked)}
        />{' '}
        {words.withFiles(given.value.length, Math.ceil(bytes / 1000))}
      </label>
      <br />
      <span class="soft">{words.withFilesWhy}</span>
    </p>
  );
}

function Question({ asking, close }: { readonly asking: Asking; readonly close: () => void }) {
  const words = sayIn(sessionWords, language.value);
  const [isElsewhere, setElsewhere] = useState(false);
  const [withFiles, setWithFiles] = useState(keepsFiles.value);
  const [name, setName] = useState(words.nameOf(today.value));
  const replaces = isUnsaved.value ? { hint: words.replaces } : {};
  const closing = async (act: Promise<unknown>) => {
    await act;
    close();
  };
  switch (asking.kind) {
    case 'begin':
      return (
        <PassPhrase
          id="begin"
          label={words.begin}
          hint={words.stored}
          isNew
          confirm={(passPhrase) => void closing(begin(passPhrase, name))}
          cancel={close}
        >
          <label class="named">
            {words.name}
            <input value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
            <span class="soft">{words.nameSays}</span>
          </label>
        </PassPhrase>
      );
    case 'save':
      return (
        <PassPhrase
          id="save"
          label={words.save}
          isNew
          confirm={(passPhrase) => void closing(saveFile(passPhrase, withFiles))}
          cancel={close}
        >
          <WithFiles is={withFiles} set={setWithFiles} />
        </PassPhrase>
      );
    case 'hand-over':
      return (
        <PassPhrase
          id="hand-over"
          label={words.handOver}
          hint={words.handOverWhy}
          isNew
          confirm={(passPhrase) => void closing(saveFile(passPhrase, withFiles, true))}
          cancel={close}
        >
          <WithFiles is={withFiles} set={setWithFiles} />
        </PassPhrase>
      );
    case 'open':
      return (
        <>
          <PassPhrase
            id="open"
            label={words.open}
            {...replaces}
            {...(isElsewhere && { yes: words.takeOver })}
            isNew={false}
            confirm={(passPhrase) =>
              void (async () => {
                const { id } = asking.session;
                if (!(await open(id, passPhrase, isElsewhere))) return;
                if (saveState.value.kind === 'reading' && !isElsewhere) setElsewhere(true);
                else close();
              })()
            }
            cancel={close}
          />
          {isElsewhere && <p role="alert">{words.elsewhere}</p>}
        </>
      );
    case 'file':
      return (
        <PassPhrase
          id="file"
          label={`${words.load}：${asking.file.name}`}
          {...replaces}
          isNew={false}
          confirm={(passPhrase) =>
            void (async () => {
              if (await openFile(asking.file, passPhrase)) close();
            })()
          }
          cancel={close}
        />
      );
    case 'clear':
      return (
        <div class="ask" role="group" aria-label={words.clear} tabIndex={-1} ref={focused}>
          <p role="alert">{words.clearing(stored.value?.length ?? 0, answers.value.length)}</p>
          <div class="tools">
            <button class="main" type="button" onClick={() => void closing(clearAll())}>
              {words.clearYes}
            </button>
            <button type="button" onClick={close}>
              {words.cancel}
            </button>
          </div>
        </div>
      );
  }
}

function moment(at: number): string {
  return new Date(at).toLocaleString(language.value === 'zh' ? 'zh-CN' : 'en-GB', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}

/** What asks is where the keyboard is. */
function focused(element: HTMLElement | null): void {
  element?.focus();
}
