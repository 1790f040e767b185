import { createHash } from 'node:crypto';
import { extname } from 'node:path';

import { dossierName } from '../../check/checked.ts';
import { outsideOf } from '../../check/outside.ts';
import { readDossier } from '../../check/read.ts';
import { stratumOf } from '../../check/stratum.ts';
import { digestOfIds } from '../../desk/picked.ts';
import { digestOfBytes } from '../../io/digest.ts';
import { workbookBytes } from '../../xlsx/workbook.ts';
import { writeFile } from '../../io/write.ts';
import {
  pickedCsv,
  pickedWorkbook,
  pickedYaml,
  pickLines,
  type Pick as Picked,
} from '../../report/picked.ts';
import { boundsOf } from '../../report/scheme.ts';
import { drawSample, type Unit } from '../../scheme/draw.ts';
import { readCall, UsageError } from '../call.ts';
import { complain, complainOf, type ExitCode, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { incomingOf, kindOf } from '../run-check.ts';
import { schemeOf } from '../scheme.ts';
import { soundRulebook } from '../sound.ts';

export const help = `shouze pick PATH… --scheme FILE  抽取检查样本 / draw a sample for inspection

  PATH 与 check 相同：文件、文件夹、通配符，或 -；只读卷宗的编号、机构、产品、金额、日期，不判定
       / files, folders, globs or -, as for check; what tells files apart is read, nothing is judged

  --scheme FILE     检查方案：范围和抽样方式 / inspection scheme: what it covers, and how its files are chosen
  --out LIST        样本清单，按扩展名为 .yaml、.csv 或 .xlsx；默认写到标准输出（YAML） / the list; YAML to standard output
  --subject NAME    没有写明种类的文件是哪一种 / what files are that do not say so
  --rulebook DIR  --lang LANG

  shouze pick examples/dossiers --scheme 方案.yaml --out 样本清单.xlsx
  shouze check examples/dossiers --scheme 方案.yaml --picked 样本清单.xlsx
`;

/** Draws the sample of a scheme from all files given: the same files and seed give the same list. */
export async function pick(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    scheme: { type: 'string', multiple: true },
    subject: { type: 'string' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length === 0)
    throw new UsageError('没有给出卷宗 / no dossier was given：shouze pick PATH…');
  if (call.texts('scheme').length === 0)
    throw new UsageError(
      '没有给出检查方案 / no inspection scheme was given：shouze pick PATH… --scheme FILE',
    );
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language, engine } = loaded;
  const folder = { folder: loaded.folder };
  const inspection = schemeOf(call, loaded);
  if (!inspection || inspection === 'wrong') return 2;
  const { scheme, json } = inspection;
  const bounds = boundsOf(json, undefined);
  const { by = [], bands = [], seed = 0 } = scheme.data.sample ?? {};
  const ends = bands.map(String);
  const kind = kindOf(call, program);
  const units = new Map<string, Unit>();
  const outside = { branch: 0, product: 0, period: 0, 'not-picked': 0 };
  let unread = 0;
  for await (const batch of incomingOf(call.positionals))
    for (const one of batch) {
      const read = 'source' in one ? readDossier(one.source, engine, kind, one.record) : undefined;
      if (!read?.dossier || read.id === undefined) {
        unread += 1;
        complainOf('problem' in one ? [one.problem] : (read?.diagnostics ?? []), language);
        continue;
      }
      const why = bounds && outsideOf(bounds, read, program);
      if (why) outside[why] += 1;
      else if (!units.has(read.id))
        units.set(read.id, {
          id: read.id,
          file: dossierName({ ...read, id: undefined }),
          stratum: stratumOf(read, by, ends, program),
        });
    }
  const population = [...units.values()];
  const sample = drawSample(population, scheme.data.sample, (id) =>
    createHash('sha256').update(`${seed}\n${id}`).digest('hex'),
  );
  const picked: Picked = {
    ...sample,
    scheme,
    schemeDigest: json.digest,
    population: {
      files: units.size,
      digest: digestOfIds(units.keys(), digestOfBytes),
      outside,
      unread,
    },
  };
  const known = [...units.keys(), ...sample.strata.map(({ stratum }) => stratum)];
  complainOf(scheme.unknownIn(sample.unknown, known), language);
  if (sample.unknown.length > 0) return 2;
  await write(picked);
  complain(pickLines(picked, language).join('\n'));
  return unread > 0 ? 2 : 0;

  async function write(list: Picked): Promise<void> {
    const out = call.text('out');
    if (out === undefined) {
      print(pickedYaml(list));
      return;
    }
    const inputs = inputsOf(folder, call.positionals, [json.file]);
    writeFile(out, await contentFor(out, list), inputs);
  }

  async function contentFor(out: string, list: Picked): Promise<string | Uint8Array> {
    switch (extname(out).toLowerCase()) {
      case '.yaml':
      case '.yml':
        return pickedYaml(list);
      case '.csv':
        return pickedCsv(list);
      case '.xlsx':
        return workbookBytes(pickedWorkbook(list, language));
      default:
        throw new UsageError(`--out ${out}：扩展名应为 / should end in .yaml、.csv、.xlsx`);
    }
  }
}
