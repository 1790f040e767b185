import { addressOf, hashOf } from './address.ts';
import { book } from './book.ts';
import { chooser } from './choose.ts';
import { contents } from './contents.ts';
import { one, readWords } from './dom.ts';
import { finder } from './find.ts';
import { tables } from './tables.ts';

const words = readWords();
one('.tools', HTMLElement).hidden = false;
document.documentElement.classList.add('scripted');
const text = book();
const outline = contents(words);
const choice = chooser(words, text, () => {
  outline.refresh();
  remember();
});
finder(words, text);
tables(words);
window.addEventListener('hashchange', follow);
follow();
for (const kind of ['click', 'auxclick']) document.addEventListener(kind, carry);

/** Goes where the address says, and chooses what it says; a link inside the page leaves what is chosen. */
function follow(): void {
  const { anchor, chosen, tells } = addressOf(location.hash);
  if (tells) {
    choice.choose(chosen);
    outline.refresh();
  }
  const target = anchor === '' ? null : document.querySelector(`#${CSS.escape(anchor)}`);
  if (target) choice.reveal(target);
  else if (anchor !== '') seek(anchor);
  remember();
  target?.scrollIntoView();
}

/** Goes to the page that has a place which this one has not. */
function seek(anchor: string): void {
  text.read(({ units }) => {
    const page = units.find(({ id }) => id === anchor)?.page ?? '';
    if (page !== '') location.replace(page + hashOf(anchor, choice.chosen()));
  });
}

/** A link to another page of the document takes along what is chosen. */
function carry({ target }: Event): void {
  const link = target instanceof Element ? target.closest('a') : null;
  const folder = new URL('.', location.href).href;
  if (!link?.href.startsWith(folder) || link.pathname === location.pathname) return;
  link.hash = hashOf(addressOf(link.hash).anchor, choice.chosen());
}

/** What is chosen stands in the address, so that it can be sent. */
function remember(): void {
  const { anchor } = addressOf(location.hash);
  const hash = hashOf(anchor, choice.chosen());
  if (hash !== location.hash && (hash !== '' || location.hash !== ''))
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : hash);
}
