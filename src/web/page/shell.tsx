import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { sayIn } from '../../base/language.ts';
import { shellWords } from '../../words/desk/shell.ts';
import { address, announced, broken, facts, language, theme, type Theme, view } from './state.ts';
import { Asked } from './parts/ask.tsx';
import { Today, VersionLine, VersionWarnings } from './version.tsx';
import { CheckView } from './views/check/check.tsx';
import { TablesView } from './views/tables/tables.tsx';
import { ChecklistView } from './views/checklist/checklist.tsx';
import { SessionView } from './views/session/session.tsx';
import { SavedLine } from './views/session/state.tsx';
import { BookView } from './views/book/book.tsx';
import { GateView } from './views/gate/gate.tsx';
import { ReadView } from './views/read/read.tsx';
import { menuAddress } from './views/read/state.ts';
import { TeachView } from './views/teach/teach.tsx';

/** The views by their addresses, in the order in which they are listed. */
const views: Readonly<Record<string, FunctionComponent>> = {
  check: CheckView,
  tables: TablesView,
  book: BookView,
  checklist: ChecklistView,
  gate: GateView,
  read: ReadView,
  teach: TeachView,
  session: SessionView,
};

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** What stands around every view: where one is, in which language, by which rulebook. */
export function Shell() {
  const words = sayIn(shellWords, language.value);
  const name = Object.hasOwn(views, view.value) ? view.value : 'check';
  const View = views[name] ?? CheckView;
  const isOpen = facts.value !== undefined;
  const menu = useRef<HTMLElement>(null);
  // on a narrow screen the menu is a row that is wider than it is seen
  useEffect(() => {
    const here = menu.current?.querySelector<HTMLElement>('[aria-current]');
    if (here && menu.current)
      menu.current.scrollLeft = here.offsetLeft - (menu.current.clientWidth - here.offsetWidth) / 2;
  }, [name, language.value]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          // the address tells the view, and no place in it
          event.preventDefault();
          document.querySelector<HTMLElement>('#main')?.focus();
        }}
      >
        {words.skip}
      </a>
      <header>
        <strong>{words.name}</strong>
        <div class="printed">
          <VersionLine />
        </div>
        <nav aria-label={words.navigation} ref={menu}>
          {Object.keys(views).map((one) => (
            <a
              key={one}
              href={one === 'read' ? menuAddress.value : address(one)}
              aria-current={one === name ? 'page' : undefined}
            >
              {words.views[one as keyof typeof words.views]}
            </a>
          ))}
        </nav>
        <div class="tools">
          <SavedLine />
          <button
            type="button"
            lang={language.value === 'zh' ? 'en' : 'zh'}
            onClick={() => {
              language.value = language.value === 'zh' ? 'en' : 'zh';
            }}
          >
            {words.language}
          </button>
          <label>
            <span>{words.theme.label}</span>
            <select
              value={theme.value}
              onChange={({ currentTarget }) => {
                theme.value = currentTarget.value as Theme;
              }}
            >
              {themes.map((one) => (
                <option key={one} value={one}>
                  {words.theme[one]}
                </option>
              ))}
            </select>
          </label>
        </div>
      </header>
      {facts.value?.isDraft && (
        <p class="stamp" role="note">
          {words.draft}
        </p>
      )}
      <VersionWarnings />
      <main id="main" class={`view-${name}`} tabIndex={-1}>
        {broken.value === undefined ? <View /> : <p role="alert">{words.broken(broken.value)}</p>}
      </main>
      <footer data-open={isOpen}>
        {isOpen ? <VersionLine /> : <p>{words.opening}</p>}
        <Today />
        <p>{words.offline}</p>
      </footer>
      <Asked />
      <p class="live" role="status">
        {announced.value}
      </p>
    </>
  );
}
