import type { Engine, FileToJudge } from '../check/engine.ts';
import { readJson } from '../check/read-json.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import type { Subject } from '../program/ast.ts';
import { parseYaml } from '../yaml/parse.ts';

/** What files that are judged together come to. */
export interface Found {
  /** The rules that are not met, waived or not told, each with that, file by file: the same for files that are alike. */
  readonly findings: string;
  /** How many such findings there are. */
  readonly count: number;
  readonly failures: ReadonlySet<string>;
  readonly isSound: boolean;
}

/** Judges JSON texts as `check` does; undefined where one is malformed, or cannot be told for no finding. */
export function foundIn(
  texts: readonly string[],
  engine: Engine,
  subject: Subject,
): Found | undefined {
  const files = texts.flatMap((text) => fileOf(text, engine, subject) ?? []);
  if (files.length < texts.length) return undefined;
  const judged = engine.judge(files, {});
  const lists = judged.map(({ findings }) => [
    ...new Set(findings.map(({ rule, status }) => `${rule} ${status}`)),
  ]);
  const failures = new Set(
    judged.flatMap(({ findings }) =>
      findings.flatMap(({ rule, status }) => (status === 'fail' ? [rule] : [])),
    ),
  );
  const isSound = judged.every(({ verdict }) => verdict === 'pass');
  if (failures.size === 0 && !isSound) return undefined;
  return {
    findings: lists.map((list) => list.toSorted().join()).join('\n'),
    count: lists.flat().length,
    failures,
    isSound: isSound && failures.size === 0,
  };
}

function fileOf(text: string, engine: Engine, subject: Subject): FileToJudge | undefined {
  const source = { name: 'sample.json', text };
  const quick = readJson(source, engine, subject.name);
  if (quick) return quick.subject === subject ? quick : undefined;
  const { value: yaml } = parseYaml(source);
  const read = yaml && dossierFromYaml(yaml, subject.type);
  if (!read?.value || read.diagnostics.length > 0) return undefined;
  return { subject, dossier: read.value };
}
