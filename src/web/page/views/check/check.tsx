import { signal } from '@preact/signals';

import { sayIn } from '../../../../base/language.ts';
import type { CheckReport } from '../../../../report/json-format.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { announced, desk, language } from '../../state.ts';
import { told } from '../../worker.ts';

const judged = signal(0);
const report = signal<CheckReport | undefined>(undefined);

async function judge(files: readonly File[]): Promise<void> {
  const worker = desk.value;
  if (!worker || files.length === 0) return;
  const made = await worker.check.judge(
    files,
    {},
    told((count: number) => {
      judged.value = count;
    }),
  );
  report.value = made;
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
          void judge([...(event.dataTransfer?.files ?? [])]);
        }}
      >
        <p>{words.drop}</p>
        <label class="button">
          {words.choose}
          <input
            type="file"
            multiple
            onChange={({ currentTarget }) => {
              void judge([...(currentTarget.files ?? [])]);
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
