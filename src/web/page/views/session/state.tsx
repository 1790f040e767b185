import { useEffect } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { sessionWords } from '../../../../words/desk/session.ts';
import type { SaveState } from '../../../store/state.ts';
import { address, facts, language } from '../../state.ts';
import { isUnsaved, saveState } from '../../saving.ts';
import { listStored, stored } from './acts.ts';

/** Whether the work is saved, wherever one is in the page; before anything was done, whether there is some to go on with. */
export function SavedLine() {
  const { kind } = saveState.value;
  const isOpen = facts.value !== undefined;
  useEffect(() => {
    if (isOpen) void listStored();
  }, [isOpen]);
  const count = stored.value?.length ?? 0;
  const isResumable = kind === 'off' && !isUnsaved.value && count > 0;
  return (
    <a
      class={`saved ${kind === 'failed' || isUnsaved.value ? 'cannot-tell' : ''}`}
      href={address('session')}
      data-kind={kind}
    >
      {isResumable
        ? sayIn(sessionWords, language.value).resumable(count)
        : stateText(saveState.value)}
    </a>
  );
}

export function stateText(state: SaveState): string {
  const words = sayIn(sessionWords, language.value).state;
  return state.kind === 'saved' ? words.saved(clock(state.at)) : words[state.kind];
}

/** 14:32 */
function clock(at: number): string {
  return new Date(at).toLocaleTimeString(language.value === 'zh' ? 'zh-CN' : 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}
