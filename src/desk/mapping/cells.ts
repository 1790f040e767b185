import { inLanguage, type Language, sayIn } from '../../base/language.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import { invariant } from '../../base/invariant.ts';
import { dossierFromYaml } from '../../dossier/from-yaml.ts';
import type { DossierProblems } from '../../dossier/problems.ts';
import { formatValue, mask } from '../../feel/sentence/format.ts';
import { type Lexicon, lexiconOf } from '../../feel/sentence/lexicon.ts';
import { maskText } from '../../feel/sentence/mask-text.ts';
import type { Field, Personal } from '../../feel/types.ts';
import { cleaned, type ReadCell } from '../../intake/cells.ts';
import type { Program } from '../../program/ast.ts';
import { withoutNames } from '../../words/messages/field-naming.ts';
import { message, wordbooks } from '../../words/messages/messages.ts';
import { parseYaml } from '../../yaml/parse.ts';

/** What is shown to whom. */
export interface Shown {
  readonly language: Language;
  /** Names and numbers of people as they are. */
  readonly isUnmasked: boolean;
}

/** A cell as it is written, and what it becomes. */
export interface CellView {
  /** As spreadsheets count. */
  readonly row: number;
  readonly written: string;
  /** As a mapping has it for a code; of fields that have codes alone. */
  readonly cell?: string;
  /** As people read it; absent for a blank, and for what cannot be read. */
  readonly becomes?: string;
  /** Why it cannot be read. */
  readonly wrong?: string;
}

/** What a column takes its cells for. */
export interface Taken {
  readonly field: Field;
  readonly read: ReadCell;
}

export type SayCell = (written: string) => Omit<CellView, 'row'>;

/** Says of the cells of a column what they become. */
export function cellSayer({ setting }: Program, { field, read }: Taken, shown: Shown): SayCell {
  const { language, isUnmasked } = shown;
  const lexicon = lexiconOf(language, setting);
  const { personal } = field;
  const hidden = (text: string) => hide(text, personal, isUnmasked);
  return (cell) => {
    const written = hidden(cell);
    const said = read(cell);
    if (said === 'blank') return { written };
    const { terms } = sayIn(wordbooks, language);
    if (said === 'turned') return { written, wrong: terms.intake.refusedWhy.turned };
    const { value, fault } = valueOf(said.json, field);
    // messages quote what is written
    if (fault) {
      const text = message(sayIn(wordbooks, language), fault);
      return {
        written,
        wrong: withoutNames(text).replaceAll(cleaned(cell), () => hidden(cleaned(cell))),
      };
    }
    return { written, becomes: hidden(shownValue(value, field, lexicon)) };
  };
}

/** Whether cells can be read as a field wants them; blanks say nothing. */
export function fits(cells: readonly string[], { field, read }: Taken): boolean {
  return cells.every((cell) => {
    const said = read(cell);
    return said === 'blank' || (said !== 'turned' && !valueOf(said.json, field).fault);
  });
}

/** A text of a cell as it may be shown. */
export function hide(text: string, personal: Personal | undefined, isUnmasked: boolean): string {
  if (isUnmasked) return text;
  return personal ? mask(text, personal) : maskText(text);
}

function valueOf(json: string, field: Field) {
  const text = `{${JSON.stringify(field.name)}:${json}}`;
  const { value: yaml } = parseYaml({ name: '', text });
  invariant(yaml, 'what is read of a cell is JSON');
  const type = { kind: 'context', fields: new Map([[field.name, field]]) } as const;
  const { value, diagnostics } = dossierFromYaml(yaml, type);
  const [fault]: readonly Diagnostic<DossierProblems>[] = diagnostics;
  return { value: value?.root.entries.get(field.name), fault };
}

function shownValue(
  value: ReturnType<typeof valueOf>['value'],
  { type, facts }: Field,
  lexicon: Lexicon,
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean' && facts)
    return inLanguage(value ? facts.yes : facts.no, lexicon.language);
  return formatValue(value, type, lexicon);
}
