import { sayIn } from '../../../../base/language.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { announced, desk, language } from '../../state.ts';
import { files, head, judge } from '../../work.ts';

async function take(given: readonly File[]): Promise<void> {
  const worker = desk.value;
  if (!worker || given.length === 0) return;
  const added = await worker.check.add(given.map((file) => ({ name: file.name, file })));
  files.value = added.files;
  const made = await judge();
  if (!made) return;
  const { dossiers, fail } = made.summary;
  announced.value = sayIn(checkWords, language.value).done(dossiers, fail);
}

/** Files are dropped here and judged. */
export function CheckView() {
  const words = sayIn(checkWords, language.value);
  return (
    <>
      <h1>{words.title}</h1>
      <div
        class="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void take([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <p>{words.drop}</p>
        <label class="button">
          {words.choose}
          <input
            type="file"
            multiple
            onChange={({ currentTarget }) => {
              void take([...(currentTarget.files ?? [])]);
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {head.value && <p>{words.done(head.value.summary.dossiers, head.value.summary.fail)}</p>}
    </>
  );
}
