import type { AppraisalProblems } from '../../appraisal/problems.ts';
import type { Diagnostic } from '../../base/diagnostic.ts';
import type { PathProblems } from '../../base/path-problems.ts';
import type { TableProblems } from '../../base/table-problems.ts';
import type { RecordProblems } from '../../base/record-problems.ts';
import type { BlueprintProblems } from '../../blueprint/problems.ts';
import type { LimitProblems } from '../../drafting/problems.ts';
import type { ReviewProblems } from '../../trace/problems.ts';
import type { CaseProblems } from '../../cases/problems.ts';
import type { ChecklistProblems } from '../../checklist/problems.ts';
import type { LedgerProblems } from '../../ledger/problems.ts';
import type { DossierProblems } from '../../dossier/problems.ts';
import type { WaiverProblems } from '../../dossier/waiver-problems.ts';
import type { IntakeProblems } from '../../intake/problems.ts';
import type { FeelProblems } from '../../feel/problems.ts';
import type { Said } from '../../base/language.ts';
import type { TypeProblems } from '../../feel/type-problems.ts';
import type { ProgramProblems } from '../../program/problems.ts';
import type { RulebookProblems } from '../../rulebook/problems.ts';
import type { ProofProblems } from '../../proof/problems.ts';
import type { SchemeProblems } from '../../scheme/problems.ts';
import type { VerifyProblems } from '../../verify/problems.ts';
import type { YamlProblems } from '../../yaml/problems.ts';
import { en } from './en.ts';
import { type Terms, terms } from '../terms.ts';
import { zh } from './zh.ts';

/** Everything a report can speak of. */
export interface Problems
  extends
    PathProblems,
    TableProblems,
    RecordProblems,
    YamlProblems,
    FeelProblems,
    TypeProblems,
    ChecklistProblems,
    BlueprintProblems,
    LedgerProblems,
    AppraisalProblems,
    IntakeProblems,
    ReviewProblems,
    LimitProblems,
    SchemeProblems,
    DossierProblems,
    WaiverProblems,
    RulebookProblems,
    ProgramProblems,
    CaseProblems,
    VerifyProblems,
    ProofProblems {}

/** One sentence for each code; a language that lacks one does not compile. */
export type Messages = { readonly [C in keyof Problems]: (params: Problems[C]) => string };

/** All that a language says. */
export interface Wordbook {
  readonly messages: Messages;
  readonly terms: Terms;
}

export const wordbooks: Said<Wordbook> = {
  zh: { messages: zh, terms: terms.zh },
  en: { messages: en, terms: terms.en },
};

export function message<C extends keyof Problems>(
  { messages }: Wordbook,
  { code, params }: Diagnostic<Problems, C>,
): string {
  return messages[code](params);
}
