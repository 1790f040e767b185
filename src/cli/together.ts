import { inLanguage } from '../base/language.ts';
import { partsOf } from '../cases/faults.ts';
import { filesOfCase } from '../cases/files.ts';
import { answerOf } from '../cases/run.ts';
import { type Failed, failingTogether, type Together } from '../cases/together.ts';
import { type Engine, engineOf, type FileToJudge } from '../check/engine.ts';
import { dossierName } from '../check/checked.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import type { Answers, Judgement } from '../evaluate/outcome.ts';
import type { ProgramRule } from '../program/ast.ts';
import type { CaseFile } from '../rulebook/files.ts';
import { runGenerated } from '../run/compile.ts';
import { checkAll } from './run-check.ts';
import type { Sound } from './sound.ts';

/**
 * Rules of a rulebook that always fail together, over its cases, each judged as a whole file by every rule, and over
 * dossiers.
 *
 * @param dossiers - files, folders, globs
 * @param asked - rules of which one takes part in what is told; all where there are none
 */
export async function togetherIn(
  loaded: Sound,
  dossiers: readonly string[],
  asked: readonly string[],
): Promise<readonly Together[]> {
  const { program, language } = loaded;
  // what steps ask of a file is no rule that anybody wrote
  const engine = engineOf({ ...program, process: [] }, runGenerated);
  const reasons = new Set(
    program.rules.flatMap(({ id, rule }) =>
      Object.keys(rule.entry.data.together ?? {}).flatMap((other) => [
        JSON.stringify([id, other]),
        JSON.stringify([other, id]),
      ]),
    ),
  );
  const checked =
    dossiers.length > 0 ? await checkAll({ ...loaded, engine }, dossiers, {}) : { files: [] };
  const failed: readonly Failed[] = [
    ...checked.files.flatMap((file) =>
      file.judged ? [{ name: dossierName(file), rules: failuresOf(file.judged.judgement) }] : [],
    ),
    ...program.rules.flatMap((rule) => failuresInCases(engine, rule, language)),
  ];
  const all = failingTogether(failed, (one, other) => reasons.has(JSON.stringify([one, other])));
  return all.filter(
    (one) => asked.length === 0 || [...one.rules, ...one.with].some((rule) => asked.includes(rule)),
  );
}

/** What all rules say of the files of one rule's cases. */
function failuresInCases(engine: Engine, rule: ProgramRule, language: string): readonly Failed[] {
  const { cases: entry } = rule.rule;
  if (!entry) return [];
  return entry.data.cases.flatMap((one, index): readonly Failed[] => {
    const answers = answersOf(rule, one);
    const files = filesOfCase(engine.program, rule, entry, one, index).flatMap(
      ({ yaml }): FileToJudge[] => {
        const { value: dossier } = dossierFromYaml(
          yaml,
          rule.subject.type,
          partsOf(engine.program),
        );
        return dossier ? [{ subject: rule.subject, dossier, ...(answers && { answers }) }] : [];
      },
    );
    if (files.length === 0) return [];
    const rules = new Set(engine.judge(files, {}).flatMap(failuresOf));
    const name = `${rule.id} ${inLanguage(one.title, language)}`;
    return [{ name, rules, ...(one.expect === 'pass' && { passes: rule.id }) }];
  });
}

/** A person's answer is to the rule of the case alone. */
function answersOf({ id }: ProgramRule, one: CaseFile): Answers | undefined {
  const own = answerOf(one);
  return own && ((rule) => (rule === id ? own : undefined));
}

function failuresOf({ findings }: Judgement): readonly string[] {
  return findings.flatMap(({ rule, status }) => (status === 'fail' ? [rule] : []));
}
