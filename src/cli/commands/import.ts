import { sayIn } from '../../base/language.ts';
import { mask } from '../../feel/sentence/format.ts';
import { rowsBelow } from '../../intake/bound.ts';
import { draftOf, mappingText } from '../../intake/columns.ts';
import { columnName } from '../../base/workbook.ts';
import { writeFile } from '../../io/write.ts';
import { existsSync } from 'node:fs';
import { mainSubject } from '../../program/ast.ts';
import { isTotal } from '../../base/headings.ts';
import { hasErrors } from '../../base/diagnostic.ts';
import { inLanguage } from '../../base/language.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { type Call, near, readCall, UsageError } from '../call.ts';
import { complain, complainOf, type ExitCode, print } from '../console.ts';
import { boundBy, tablesOf } from '../mapped.ts';
import { importTemplate } from '../import-template.ts';
import { kindOf } from '../run-check.ts';
import { type Sound, soundRulebook } from '../sound.ts';

export const help = `shouze import columns|preview|template  台账的对应表与录入模板 / mappings of tables, and templates

  columns FILE…    按表头起草对应表：字段名称、术语表、近似名称 / drafts a mapping from the headings
  preview FILE…    按对应表显示前十行怎么读，个人信息已遮盖 / ten rows as they are read, masked
  template         生成录入模板：主表、子表、下拉选项和填写说明 / a workbook to fill in, with lists to choose from

  --mapping FILE   对应表（preview 必需）/ the mapping, for preview
  --subject NAME   一行是哪一种文件 / what kind of file a row is
  --out FILE       对应表写入文件；template 必需 / write the draft to a file; for template, needed
  --unmask         显示姓名、证件号等 / show personal data
  --rulebook DIR  --lang LANG

  shouze import columns 台账.csv --out 对应表.yaml
  shouze import preview 台账.csv --mapping 对应表.yaml
  shouze import template --out 录入模板.xlsx
`;

/** Rows of a table that are shown. */
const mostRows = 10;

const parts = ['columns', 'preview', 'template'] as const;

export async function importing(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    mapping: { type: 'string' },
    subject: { type: 'string' },
    unmask: { type: 'boolean' },
  });
  const [part, ...paths] = call.positionals;
  if (call.flag('help') || part === undefined) {
    print(help);
    return call.flag('help') ? 0 : 2;
  }
  const known = parts.find((one) => one === part);
  if (!known) throw new UsageError(`import ${part}：没有这一项 / no such part${near(part, parts)}`);
  if (known === 'template') return importTemplate(call);
  if (paths.length === 0)
    throw new UsageError(`没有给出台账文件 / no table was given：shouze import ${part} FILE…`);
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  return known === 'columns' ? columns(call, paths, loaded) : preview(call, paths, loaded);
}

async function columns(
  call: Call,
  paths: readonly string[],
  { program, language }: Sound,
): Promise<ExitCode> {
  const kind = kindOf(call, program);
  const subject = kind === undefined ? mainSubject(program.subjects) : program.subjects.get(kind);
  const tables = await tablesOf(paths, language);
  if (!tables || !subject) return 2;
  const { terms } = sayIn(wordbooks, language);
  const glossary = program.rulebook.glossary?.data.terms ?? [];
  const drafts = await draftOf(tables, subject, glossary);
  complainOf(
    tables.flatMap(({ problems }) => problems),
    language,
  );
  if (drafts.length === 0) {
    if (tables.every(({ problems }) => problems.length === 0))
      complain(terms.intake.noHeadings(paths));
    return 2;
  }
  const text = mappingText(drafts, subject.name, terms.intake.draft);
  const out = call.text('out');
  if (out === undefined) print(text);
  else if (existsSync(out))
    throw new UsageError(
      `${out} 已存在，可能已经改过；请用 --out 另取文件名 / exists and may have been edited: name another with --out`,
    );
  else {
    writeFile(out, text);
    const all = drafts.flatMap((draft) => draft.columns);
    const found = all.filter(({ path, isNear }) => path !== undefined && !isNear).length;
    complain(terms.intake.drafted(out, found, all.length - found));
  }
  return 0;
}

async function preview(
  call: Call,
  paths: readonly string[],
  { program, language }: Sound,
): Promise<ExitCode> {
  const path = call.text('mapping');
  if (path === undefined)
    throw new UsageError(
      'preview 须用 --mapping 给出对应表 / preview takes a mapping with --mapping',
    );
  const given = await boundBy(path, paths, { program, language });
  if (!given || hasErrors(given.problems)) return 2;
  const { intake } = sayIn(wordbooks, language).terms;
  for (const table of given.bound) {
    let shown = 0;
    // eslint-disable-next-line no-await-in-loop -- in their order
    for await (const rows of rowsBelow(table)) {
      // rows of sums are no files
      const own = rows.filter((row) => !isTotal(row)).slice(0, mostRows - shown);
      for (const row of own) {
        print(`${intake.cell({ sheet: table.table.name, row: row.number })}\n`);
        for (const { mapped, at } of table.columns) {
          const read = mapped.read(row.cells[at] ?? '');
          const { personal } = mapped.field;
          const says =
            read === 'blank' || read === 'turned'
              ? intake.previewed[read]
              : personal && !call.flag('unmask')
                ? mask(read.json.replaceAll('"', ''), personal)
                : read.json;
          const title = inLanguage(mapped.field.title, language) || mapped.field.name;
          print(`  ${columnName(at)} ${mapped.heading} → ${title}：${says}\n`);
        }
        shown += 1;
      }
      if (shown >= mostRows) break;
    }
  }
  return 0;
}
