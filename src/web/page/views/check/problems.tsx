import { sayIn } from '../../../../base/language.ts';
import type { OtherKind } from '../../../../desk/kinds.ts';
import type { CellJson, DiagnosticJson } from '../../../../report/json-format.ts';
import { checkWords } from '../../../../words/desk/check.ts';
import { otherKindWords } from '../../../../words/desk/kinds.ts';
import { fixedInMapping } from '../../../../words/intake.ts';
import { withoutNames } from '../../../../words/messages/field-naming.ts';
import { Quoted } from '../../parts/quoted.tsx';
import { language, text } from '../../state.ts';
import { given } from '../../work.ts';

/** What is wrong with files, each with its place and what to write instead. */
export function ProblemList({ found }: { readonly found: readonly DiagnosticJson[] }) {
  const words = sayIn(checkWords, language.value);
  const told = found.filter((one, index) => index === 0 || !otherKindOf(one));
  return (
    <ul class="problems">
      {told.map((one) => {
        const { code, severity, fix, file, line, column, cell } = one;
        const place = cell ? cellSaid(cell) : words.card.line(line);
        return (
          <li key={`${code} ${file} ${line}:${column} ${text(one.message)}`} class={severity}>
            <strong>{words.file.severity[severity]}</strong> <Quoted text={problemSaid(one)} />
            {fix !== undefined && <div>{words.file.writeInstead(fix)}</div>}
            <div class="soft">
              {!cell && <span class="name">{file} </span>}
              {place} <code>{code}</code>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** `台账.xlsx!主表 第 5 行 K 列`, which names the file; what stands in no cell, by where it was filled in. */
export function cellSaid({ sheet, row, column = '', fixed }: CellJson): string {
  return fixed
    ? sayIn(fixedInMapping, language.value)
    : sayIn(checkWords, language.value).card.cell(sheet, row, column);
}

/** What is wrong, in words; of a file that is something else altogether, what it is. */
export function problemSaid(problem: DiagnosticJson): string {
  const other = otherKindOf(problem);
  if (other) return sayIn(otherKindWords, language.value)[other];
  const said = text(problem.message);
  // what fields are called in a file helps nobody who has a table
  return problem.cell ? withoutNames(said) : said;
}

/** What a file is that is no dossier at all: that its letters are no YAML helps nobody. */
function otherKindOf({ file }: DiagnosticJson): OtherKind | undefined {
  const found = given.value.find(({ name }) => name === file)?.found;
  return found && 'other' in found && isNoText.has(found.other) ? found.other : undefined;
}

const isNoText: ReadonlySet<OtherKind> = new Set([
  'pdf',
  'xls',
  'encrypted',
  'parquet',
  'document',
  'page',
  'image',
  'archive',
  'binary',
]);
