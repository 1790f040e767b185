import { addressOf, hashOf } from './address.ts';
import { chooser } from './choose.ts';
import { contents } from './contents.ts';
import { one, readWords } from './dom.ts';
import { finder } from './find.ts';
import { tables } from './tables.ts';

const words = readWords();
one('.tools', HTMLElement).hidden = false;
document.documentElement.classList.add('scripted');
const outline = contents(words);
const choice = chooser(words, () => {
  outline.refresh();
  remember();
});
finder(words);
tables(words);
window.addEventListener('hashchange', follow);
follow();

/** Goes where the address says, and chooses what it says; a link inside the page leaves what is chosen. */
function follow(): void {
  const { anchor, chosen, tells } = addressOf(location.hash);
  if (tells) {
    choice.choose(chosen);
    outline.refresh();
  }
  const target = anchor === '' ? null : document.querySelector(`#${CSS.escape(anchor)}`);
  if (target) choice.reveal(target);
  remember();
  target?.scrollIntoView();
}

/** What is chosen stands in the address, so that it can be sent. */
function remember(): void {
  const { anchor } = addressOf(location.hash);
  const hash = hashOf(anchor, choice.chosen());
  if (hash !== location.hash && (hash !== '' || location.hash !== ''))
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
}
