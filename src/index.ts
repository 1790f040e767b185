/**
 * Standards as code: read a rulebook, judge dossiers by it, explain every verdict.
 *
 * @packageDocumentation
 */
export {
  type Checked,
  type Diagnostic,
  type Fix,
  hasErrors,
  type Severity,
} from './base/diagnostic.ts';
export { positionOf, type Position, type Source, type Span } from './base/source.ts';
export { type CaseResult, runCases } from './cases/run.ts';
export { type Engine, engineOf, type FileToJudge, type RunSource } from './check/engine.ts';
export { dossiersIn } from './io/dossiers-in.ts';
export { type LoadedRulebook, loadRulebook, RulebookError } from './io/load-rulebook.ts';
export type { Dossier } from './dossier/dossier.ts';
export { dossierFromYaml } from './dossier/from-yaml.ts';
export { currencyOf, type Currency } from './values/currency.ts';
export { contextFromSchema, type JsonSchema } from './dossier/schema.ts';
export type { JudgeOptions, Judgement, Outcome, Status } from './evaluate/outcome.ts';
export { parseExpression } from './feel/parse.ts';
export { evaluateText } from './feel/calculator/dmn.ts';
export type { Program, ProgramRule, Subject } from './program/ast.ts';
export { readRulebook } from './program/read.ts';
export {
  type DossierGiven,
  judge,
  type Judged,
  judgeTogether,
  type Options,
  type Register,
  RegisterError,
  registerOf,
  type Rulebook,
  titlesOf,
} from './report/judge.ts';
export type * from './report/json-format.ts';
export { message, wordbooks } from './words/messages/messages.ts';
export type { RulebookFolder } from './rulebook/folder.ts';
export { planOf } from './plan/from-program.ts';
export type { Plan } from './plan/plan.ts';
export {
  type Compiled,
  type CompiledSource,
  compileToClosures,
  compileToJavaScript,
  runGenerated,
} from './run/compile.ts';
export { Unfit } from './run/scalars.ts';
export { verify } from './verify/verify.ts';
export { parseYaml } from './yaml/parse.ts';
