import { inLanguage } from '../base/language.ts';
import { formBytes } from '../xlsx/workbook.ts';
import { writeFile } from '../io/write.ts';
import { mainSubject } from '../program/ast.ts';
import { templateOf } from '../report/template.ts';
import { type Call, near, UsageError } from './call.ts';
import { type ExitCode, print } from './console.ts';
import { inputsOf } from './inputs.ts';
import { soundRulebook } from './sound.ts';

/**
 * `shouze import template`: a workbook to be filled in for a kind of file.
 *
 * @param call - with `--subject`, the rulebook's main kind without it, and `--out`
 */
export async function importTemplate(call: Call): Promise<ExitCode> {
  const out = call.text('out');
  if (out === undefined)
    throw new UsageError(
      'import template 须写 --out FILE.xlsx / import template needs --out FILE.xlsx',
    );
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language } = loaded;
  const asked = call.text('subject');
  const names = [...program.subjects.keys()];
  const subject = asked === undefined ? mainSubject(program.subjects) : program.subjects.get(asked);
  if (!subject)
    throw new UsageError(
      `--subject ${asked ?? ''}：应为 / should be ${names.join(' | ')}${near(asked ?? '', names)}`,
    );
  const currency = inLanguage(program.setting.currency?.title, language);
  const form = templateOf(subject, language, currency);
  writeFile(out, await formBytes(form), inputsOf(loaded));
  print(`${out}\n`);
  return 0;
}
