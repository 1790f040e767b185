import './check.css';
import { useEffect } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { HeadTold } from '../../../../desk/work.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { language, route } from '../../state.ts';
import { RestoredFiles } from '../../parts/restored.tsx';
import { cancelJudging, failure, judge, judged, progress, round } from '../../work.ts';
import { Downloads } from './downloads.tsx';
import { Files } from './files.tsx';
import { FileView } from './file.tsx';
import { Filter } from './filter.tsx';
import { Findings } from './findings.tsx';
import { Give } from './give.tsx';
import { Options } from './options.tsx';
import { People } from './people.tsx';
import { PlacePanel } from './place.tsx';
import { from, listing, looked } from './state.ts';
import { Summary } from './summary.tsx';

/** Files are given and judged here, and what came of them is looked at. */
export function CheckView() {
  const words = sayIn(checkWords, language.value);
  useEffect(() => {
    // places and pages are of what was judged before
    looked.value = undefined;
    from.value = 0;
  }, [round.value]);
  useEffect(
    () => () => {
      looked.value = undefined;
    },
    [],
  );
  const head = judged.value;
  const at = looked.value;
  return (
    <div class="check">
      <h1>{words.title}</h1>
      <Give />
      <People />
      <Options />
      <RestoredFiles />
      {progress.value && <Progress />}
      {failure.value !== undefined && (
        <div role="alert">
          <p>{words.failed(failure.value)}</p>
          <button type="button" onClick={() => void judge()}>
            {words.options.apply}
          </button>
        </div>
      )}
      {head && !progress.value && (
        <div class={at ? 'beside' : undefined}>
          <div>
            <Result head={head} />
          </div>
          {at && <PlacePanel at={at} terms={head} />}
        </div>
      )}
    </div>
  );
}

function Progress() {
  const words = sayIn(checkWords, language.value);
  const { judged: done = 0, bytes = 0, total = 0, at, isTogether } = progress.value ?? {};
  const says = isTogether ? words.together : done === 0 ? words.starting : words.judging(done, at);
  return (
    <div class="row" aria-busy="true">
      {total > 0 ? (
        <progress max={total} value={bytes} aria-label={says} />
      ) : (
        <progress aria-label={says} />
      )}
      <span>{says}</span>
      <button type="button" onClick={() => void cancelJudging()}>
        {words.cancel}
      </button>
    </div>
  );
}

function Result({ head }: { readonly head: HeadTold }) {
  const [, named, place] = route.value;
  if (named === 'file' && place !== undefined)
    return <FileView place={Number(place)} head={head} />;
  const by = listing.value;
  return (
    <>
      <Summary head={head} />
      {head.files === 1 && named === undefined ? (
        <FileView place={0} head={head} />
      ) : (
        <>
          <Filter head={head} />
          {by === 'files' ? <Files head={head} /> : <Findings key={by} by={by} head={head} />}
        </>
      )}
      <Downloads head={head} />
    </>
  );
}
