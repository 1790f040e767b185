import './teach.css';

import { useEffect } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { teachWords } from '../../../../words/desk/teach.ts';
import { facts, language } from '../../state.ts';
import { workerApart } from '../../worker.ts';
import { Written } from '../../written.tsx';
import { BlueprintForm } from './blueprint.tsx';
import { Doing } from './doing.tsx';
import { Handbook } from './handbook.tsx';
import {
  doing,
  type Drawn,
  drawn,
  drawnText,
  failed,
  isStale,
  look,
  lowered,
  preview,
  problems,
  restore,
  saveAll,
  saveFile,
} from './state.ts';

/** Papers are drawn of the rulebook, looked at and downloaded; so is the handbook of a post. */
export function TeachView() {
  const words = sayIn(teachWords, language.value);
  const isOpen = facts.value !== undefined;
  useEffect(restore, [isOpen]);
  useEffect(() => {
    // what draws papers is made ready while they are thought about; why it cannot be is told when it is asked
    if (isOpen) workerApart().catch(() => {});
  }, [isOpen]);
  return (
    <div class="teach">
      <h1>{words.title}</h1>
      <BlueprintForm />
      <Doing />
      {failed.value !== undefined && <p role="alert">{failed.value}</p>}
      {problems.value.length > 0 && (
        <div role="alert">
          <p>{words.wrong(problems.value.length)}</p>
          <ul>
            {problems.value.map(({ place, says }) => (
              <li key={place + says}>
                <strong>{place}</strong> {says}
              </li>
            ))}
          </ul>
        </div>
      )}
      {drawn.value && <Papers of={drawn.value} />}
      {(facts.value?.posts.length ?? 0) > 0 && <Handbook />}
    </div>
  );
}

function Papers({ of }: { readonly of: Drawn }) {
  const words = sayIn(teachWords, language.value);
  const { shown } = of;
  const isBusy = doing.value !== undefined;
  return (
    <section>
      <h2>{drawnText(shown)}</h2>
      {lowered.value && (
        <p class="stale">
          {words.lowered(Math.round(lowered.value.from * 100), Math.round(lowered.value.to * 100))}
        </p>
      )}
      {isStale.value && <p class="stale">{words.stale}</p>}
      <h3>{words.downloads}</h3>
      <ul class="files">
        {shown.files.filter(isListed).map((path) => (
          <li key={path}>
            <button type="button" disabled={isBusy} onClick={() => void saveFile(path)}>
              {nameOf(path)}
              <span class="soft">{path.split('.').at(-1)?.toUpperCase()}</span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="main" disabled={isBusy} onClick={() => void saveAll()}>
            {words.all}
          </button>
        </li>
      </ul>
      <h3>{words.preview}</h3>
      <div class="pages" role="group" aria-label={words.preview}>
        {shown.pages.map(({ name }) => (
          <button
            key={name}
            type="button"
            aria-pressed={preview.value?.name === name}
            onClick={() => void look(name)}
          >
            {nameOf(name)}
          </button>
        ))}
      </div>
      {preview.value && (
        <article class="preview" lang={of.language} aria-label={nameOf(preview.value.name)}>
          <Written html={preview.value.html} table={(title) => title} />
        </article>
      )}
    </section>
  );
}

/** The files of cases are many: they come with all the others. */
function isListed(path: string): boolean {
  return !path.includes('/');
}

/** What a file is, by its path. */
function nameOf(path: string): string {
  const { files } = sayIn(teachWords, language.value);
  const [, kind = '', of = ''] = /^([a-z]+(?:-[a-z]+)*)-?(.*?)(?:\.\w+)?$/u.exec(path) ?? [];
  return Object.hasOwn(files, kind) ? files[kind as keyof typeof files](of) : path;
}
