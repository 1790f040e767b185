import { sayIn } from '../../../../base/language.ts';
import type { DiagnosticJson } from '../../../../report/json-format.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { otherKindWords } from '../../../../words/desk/kinds.ts';
import { language, text } from '../../state.ts';
import { given } from '../../work.ts';

/** What is wrong with files, each with its place and what to write instead. */
export function ProblemList({ found }: { readonly found: readonly DiagnosticJson[] }) {
  const words = sayIn(checkWords, language.value);
  return (
    <ul class="problems">
      {found.map((one) => {
        const { code, severity, fix, file, line, column, cell } = one;
        const place = cell
          ? words.card.cell(cell.sheet, cell.row, cell.column ?? '')
          : words.card.line(line);
        return (
          <li key={`${code} ${file} ${line}:${column} ${text(one.message)}`} class={severity}>
            <strong>{words.file.severity[severity]}</strong> {problemSaid(one)}
            {fix !== undefined && <div>{words.file.writeInstead(fix)}</div>}
            <div class="soft">
              <span class="name">{file}</span> {place} <code>{code}</code>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What is wrong, in words; of a file that is no text, what it is instead. */
export function problemSaid({ code, file, message }: DiagnosticJson): string {
  const found = given.value.find(({ name }) => name === file)?.found;
  const isNoDossier = code === 'io/not-text' || code === 'dossier/not-a-dossier';
  return isNoDossier && found && 'other' in found
    ? sayIn(otherKindWords, language.value)[found.other]
    : text(message);
}
