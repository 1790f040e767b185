import { filesOfCase, type FileOfCase } from '../cases/files.ts';
import { faultsOfCases, partsOf } from '../cases/faults.ts';
import { worstOf } from '../cases/run.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { judgeRule } from '../evaluate/judge-rule.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { newSession, type Session } from '../evaluate/session.ts';
import { formatNumber } from '../feel/sentence/format.ts';
import { isKind } from '../feel/value.ts';
import type { Parameter } from '../program/ast.ts';
import { inForce } from '../program/ast.ts';
import { parametersRead } from '../program/walk.ts';
import { viewer } from '../report/view.ts';
import type { CaseFile } from '../rulebook/files.ts';
import { parseYaml } from '../yaml/parse.ts';
import { plainOf, type Yaml } from '../yaml/tree.ts';
import type { Plain } from '../samples/plain.ts';
import type { AskedRule, Setting } from './setting.ts';

/** A case written beside a rule that questions can be made of. */
export interface TaughtCase {
  readonly rule: AskedRule;
  /** Its place among the cases of the rule, from 0. */
  readonly index: number;
  readonly expect: 'pass' | 'fail';
  readonly element: string | undefined;
  /** The file, with the base that it was made of and what was changed; made when it is asked for. */
  readonly file: () => FileOfCase | undefined;
}

/** The cases of a rule that data alone decides, of one file each. */
export function casesOf(rule: AskedRule, { program, subject }: Setting): readonly TaughtCase[] {
  const {
    cases: entry,
    entry: { data },
  } = rule.rule.rule;
  const { group, rows } = rule.rule;
  if (!entry || group || rows || data.check !== 'data' || rule.rule.subject !== subject) return [];
  return entry.data.cases.flatMap((one, index): readonly TaughtCase[] => {
    const { expect } = one;
    if ((expect !== 'pass' && expect !== 'fail') || !isPlain(one)) return [];
    const file = () => {
      if ((faultsOfCases(program, rule.rule)[index] ?? []).length > 0) return undefined;
      return filesOfCase(program, rule.rule, entry, one, index)[0];
    };
    return [{ rule, index, expect, element: one.element, file }];
  });
}

function isPlain({ dossiers, malformed, answer }: CaseFile): boolean {
  return dossiers === undefined && malformed === undefined && answer === undefined;
}

/** What a rule says of a file. */
export interface JudgedFile {
  readonly session: Session;
  /** Of the element named, or the worst of all. */
  readonly outcome: Outcome;
}

/** Judges a file by a rule's edition of the day; undefined where another edition, or none, is in force for the file. */
export function judged(
  { rule, edition }: AskedRule,
  yaml: Yaml,
  element: string | undefined,
  { program, subject }: Setting,
): JudgedFile | undefined {
  const { value, diagnostics } = dossierFromYaml(yaml, subject.type, partsOf(program));
  if (!value || diagnostics.length > 0) return undefined;
  const session = newSession(program, value, subject, {});
  const outcome = worstOf(judgeRule(rule, session, { explain: 'all' }), element);
  return outcome?.edition === edition.from ? { session, outcome } : undefined;
}

/** The tree of a JSON text. */
export function treeOf(text: string): Yaml | undefined {
  return parseYaml({ name: 'exercise.json', text }).value;
}

/** A file as plain data: no prototype, no places. */
export function plainFile(yaml: Yaml): Plain {
  return JSON.parse(JSON.stringify(plainOf(yaml))) as Plain;
}

/** What is wrong, as a finding says it; its title where the rulebook gives it no text of its own. */
export function findingText(outcome: Outcome, { dossier }: Session, setting: Setting): string {
  const {
    program,
    subject,
    speaker: { language },
    says,
  } = setting;
  const { message, title } = viewer(program, subject, dossier, language, true).view(outcome);
  return outcome.finding?.kind === 'criterion' ? says.broken(title) : says.sentence(message);
}

/** The limits that a rule holds a file against, by title, as they stand on the day. */
export function limitsText(
  parameters: readonly Parameter[],
  { speaker, says }: Setting,
): readonly string[] {
  const limits = parameters.flatMap((one) => {
    const now = inForce(one.editions, speaker.asOf);
    return now
      ? [says.fact(speaker.words(one.title), says.tight(speaker.value(one, now.value)))]
      : [];
  });
  return limits.length === 0 || limits.length > mostLimits ? [] : [says.limits(limits)];
}

/** What tables say of places that a file names by a code alone, such as its city: the reader has no list of them. */
export function localLimits(
  { outcome }: JudgedFile,
  { program, speaker: { words, lexicon }, says }: Setting,
): readonly string[] {
  const values = outcome.because.flatMap((reason) => [...reason.values]);
  const told = values.flatMap(([core, value]): readonly string[] => {
    const table = core.kind === 'reference' ? program.references.get(core.name) : undefined;
    if (table?.kind !== 'table' || core.type.kind !== 'number' || !isKind(value, 'number'))
      return [];
    const isLocal = table.inputs.some(({ core: { type } }) => type.kind === 'text' && !type.words);
    const limit = says.tight(formatNumber(value, core.type.unit, lexicon));
    return isLocal ? [says.fact(words(table.title), limit)] : [];
  });
  return [...new Set(told)];
}

/** Limits that are told with an answer, at most: more are a table, and no explanation. */
const mostLimits = 4;

/** The limits that the edition of a rule reads. */
export function parametersOf({ edition }: AskedRule, { program }: Setting): readonly Parameter[] {
  const cores = [edition.when, edition.require].flatMap((one) => one?.core ?? []);
  return parametersRead(cores, program);
}
