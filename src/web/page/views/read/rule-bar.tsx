import { render } from 'preact';
import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { readWords } from '../../../../words/desk/read.ts';
import { shellWords } from '../../../../words/desk/shell.ts';
import { announced, cameFrom, language } from '../../state.ts';
import { pastRows, printRule } from './print.ts';
import { choice, hashOf } from './state.ts';

/**
 * Puts a bar under the title of every rule.
 *
 * @returns what takes them away again
 */
export function barsIn(box: Element): () => void {
  const hosts = [...box.querySelectorAll('.rule')].flatMap((rule) => {
    const [title] = rule.children;
    if (!title || title.id === '') return [];
    const host = document.createElement('div');
    title.after(host);
    render(<RuleBar rule={rule} title={title} />, host);
    return [host];
  });
  return () => {
    for (const host of hosts) {
      render(null, host);
      host.remove();
    }
  };
}

/** What is done with one rule, where it stands. */
function RuleBar({ rule, title }: { readonly rule: Element; readonly title: Element }) {
  const words = sayIn(readWords, language.value);
  const [byHand, setByHand] = useState<string>();
  const [isCopied, setCopied] = useState(false);
  const from = cameFrom.value;
  return (
    <div class="rule-bar" role="group" aria-label={words.bar(title.id)} lang={language.value}>
      <button type="button" onClick={() => printRule(rule, 'from-the-day')}>
        {words.printRule}
      </button>
      {pastRows(rule, choice.value.asOf).length > 0 && (
        <button type="button" onClick={() => printRule(rule, 'whole')}>
          {words.printWhole}
        </button>
      )}
      <button
        type="button"
        onClick={() => void copy(words.link(title.textContent, addressFor(title.id)))}
      >
        {isCopied ? words.copied : words.copy}
      </button>
      {from !== undefined && <a href={from}>{words.backTo(viewOf(from))}</a>}
      {byHand !== undefined && (
        <p>
          {words.copyByHand} <code>{byHand}</code>
        </p>
      )}
    </div>
  );

  async function copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setByHand(undefined);
      setCopied(true);
      announced.value = words.copied;
    } catch {
      // a page from a site without https may not
      setByHand(link);
    }
  }
}

/** An address on a disk is of one machine: a colleague has the same file elsewhere. */
function addressFor(anchor: string): string {
  const hash = hashOf({ anchor });
  return location.protocol === 'file:' ? hash : new URL(hash, location.href).href;
}

function viewOf(address: string): string {
  const { views } = sayIn(shellWords, language.value);
  const name = /^#\/([^/?]*)/u.exec(address)?.[1] ?? '';
  return Object.hasOwn(views, name) ? views[name as keyof typeof views] : views.check;
}
