import { sayIn } from '../../../../base/language.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { announced, language } from '../../state.ts';
import { judge, report } from '../../work.ts';

async function take(files: readonly File[]): Promise<void> {
  const made = await judge(files);
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
      {report.value && (
        <ul>
          {report.value.dossiers.map(({ file, id, verdict }) => (
            <li key={file}>
              {id ?? file} {verdict}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
