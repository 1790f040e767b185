import { sayIn } from '../../../base/language.ts';
import { reviewWords } from '../../../words/desk/review.ts';
import { language } from '../state.ts';
import { takeFiles } from '../take.ts';
import { restored } from '../work.ts';

/** Files that are named at once. */
const mostNamed = 10;

/** Which files of work that was opened are wanting, and the way to give them again. */
export function RestoredFiles() {
  const words = sayIn(reviewWords, language.value);
  const made = restored.value;
  if (!made) return null;
  const { matched, changed, missing, isKept } = made;
  return (
    <div class="restored">
      {matched > 0 && <p>{words.matched(matched)}</p>}
      {changed.length > 0 && <p role="alert">{words.changed(changed)}</p>}
      {missing.length > 0 && !isKept && <p role="alert">{words.dropped}</p>}
      {missing.length > 0 && (
        <>
          {isKept && <p>{words.files(missing.slice(0, mostNamed), missing.length)}</p>}
          <label class="button">
            {words.choose}
            <input
              type="file"
              multiple
              onChange={({ currentTarget }) => {
                const files = [...(currentTarget.files ?? [])];
                void takeFiles(files.map((file) => ({ name: file.name, file })));
                currentTarget.value = '';
              }}
            />
          </label>
        </>
      )}
    </div>
  );
}
