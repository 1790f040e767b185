import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import { downloadWords } from '../../../../words/desk/downloads.ts';
import type { DownloadAsked, DownloadFormat } from '../../../worker/downloads.ts';
import { announced, desk, language } from '../../state.ts';
import { save } from '../../save.ts';
import { standing } from '../../reviewing.ts';
import { people } from '../../saving.ts';

/** What is made, by what it is for. */
const groups: Readonly<Record<'papers' | 'lists' | 'whole', readonly DownloadFormat[]>> = {
  papers: ['workpaper', 'confirmation', 'notice'],
  lists: ['register', 'todo'],
  whole: ['html', 'glance', 'json', 'ndjson'],
};

const papers = ['docx', 'html'] as const;

/** What is made of the result, each with who it is for. */
export function Downloads({ head }: { readonly head: HeadTold }) {
  const words = sayIn(downloadWords, language.value);
  // where no rule was judged there is nothing that anybody could sign
  const isJudged = head.summary.intake?.data.most !== 0;
  const [paper, setPaper] = useState<DownloadAsked['paper']>('docx');
  const [says, setSays] = useState('');
  const [isBusy, setBusy] = useState(false);
  const tell = (text: string) => {
    setSays(text);
    announced.value = text;
  };
  const make = async (format: DownloadFormat) => {
    const worker = desk.value;
    if (!worker) return;
    const what = words.formats[format];
    setBusy(true);
    tell(words.making(what));
    try {
      const made = await worker.downloads.make(format, {
        language: language.value,
        paper,
        people: people.value,
        reviews: standing.value,
      });
      if (made === 'nothing') tell(words.nothing(what));
      else if (made === 'no-files') tell(words.noFiles(what));
      else {
        tell(words.said(save(made.name, made.blob)));
      }
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby="downloads">
      <h2 id="downloads">{words.title}</h2>
      {(['papers', 'lists', 'whole'] as const)
        .filter((group) => isJudged || group === 'whole')
        .map((group) => (
          <section key={group} aria-labelledby={`downloads-${group}`}>
            <h3 id={`downloads-${group}`}>{words.groups[group]}</h3>
            {group === 'papers' && (
              <label>
                {words.paper}{' '}
                <select
                  value={paper}
                  onChange={({ currentTarget: { value } }) =>
                    setPaper(papers.find((one) => one === value) ?? 'docx')
                  }
                >
                  {papers.map((one) => (
                    <option key={one} value={one}>
                      {words.papers[one]}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <ul class="downloads">
              {groups[group].map((format) => (
                <li key={format}>
                  <button type="button" disabled={isBusy} onClick={() => void make(format)}>
                    {words.formats[format]}
                  </button>{' '}
                  <span class="soft">{words.whoFor[format]}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      {says !== '' && <p>{says}</p>}
    </section>
  );
}
