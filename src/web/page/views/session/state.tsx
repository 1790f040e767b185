import { sayIn } from '../../../../base/language.ts';
import { sessionWords } from '../../../../words/desk/session.ts';
import type { SaveState } from '../../../store/state.ts';
import { address, language } from '../../state.ts';
import { isUnsaved, saveState } from '../../saving.ts';

/** Whether the work is saved, wherever one is in the page. */
export function SavedLine() {
  const { kind } = saveState.value;
  const isOpen = kind === 'failed' || isUnsaved.value;
  return (
    <a class={`saved ${isOpen ? 'cannot-tell' : ''}`} href={address('session')} data-kind={kind}>
      {stateText(saveState.value)}
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
