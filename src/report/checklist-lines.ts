import type { Answer, Outcome } from '../evaluate/outcome.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { aboutJson } from './about.ts';
import { type CheckedFile, dossierName, type ReportOptions } from './checked.ts';
import { fieldsIn } from './seen-places.ts';
import { viewer } from './view.ts';

/** A dossier, and what a person has to look at of it: plain data, in one language. */
export interface AskedFile {
  /** What it goes by. */
  readonly dossier: string;
  /** `sha256:…` of its text; empty where nobody worked it out. */
  readonly digest: string;
  /** Whom it is about, masked; empty where its kind of file does not say. */
  readonly customer: string;
  /** In processing order. */
  readonly lines: readonly ChecklistLine[];
}

/** A thing that a person has to look at. */
export interface ChecklistLine {
  readonly rule: string;
  /** The key of the element; empty for a rule on the file as a whole. */
  readonly element: string;
  readonly stage: string;
  readonly step: string;
  readonly title: string;
  /** Empty where the rule does not say. */
  readonly question: string;
  readonly how: string;
  readonly standard: string;
  /** Which part of the file in words, `面谈W1`; absent where it is the file as a whole. */
  readonly part:
    | {
        readonly title: string;
        /** That it is judged by. */
        readonly day: string | null;
        /** What else says which it is: the first of its fields, each with its title. */
        readonly says: readonly string[];
      }
    | undefined;
  /** Whether another part of the rule is judged by data. */
  readonly isBoth: boolean;
  /** What is wanting to tell whether the rule asks anything; empty where nothing is. */
  readonly doubt: string;
  readonly evidence: readonly string[];
  readonly basis: readonly { readonly title: string; readonly verified: boolean }[];
  readonly answer: Answer | undefined;
  /** Of which rulebook and state of the file the answer was said; absent where that is as they are now. */
  readonly answered?: { readonly rulebook: string; readonly digest: string };
}

/** What a person has to look at of a file; undefined where that is nothing. */
export function askedOf(
  file: CheckedFile,
  program: Program,
  { language, unmasked }: ReportOptions,
): AskedFile | undefined {
  if (!file.judged) return undefined;
  const { subject, dossier, judgement } = file.judged;
  const { view, words } = viewer(program, subject, dossier, language, unmasked);
  const fields = fieldsIn(dossier, subject, language, unmasked, program.setting);
  const byId = new Map(program.rules.map((rule) => [rule.id, rule]));
  const lines = judgement.outcomes.flatMap((outcome) => {
    const rule = byId.get(outcome.rule);
    return rule && isAsked(outcome, rule) ? [lineOf(outcome, rule)] : [];
  });
  if (lines.length === 0) return undefined;
  const { customer = '' } = aboutJson(dossier, subject, program, unmasked);
  return { dossier: dossierName(file), digest: file.digest ?? '', customer, lines };

  function lineOf(outcome: Outcome, { rule }: ProgramRule): ChecklistLine {
    const { question, how, standard, evidence = [], check } = rule.entry.data;
    const { element, stage, step, day, missing, by } = outcome;
    const shown = view(outcome);
    return {
      rule: outcome.rule,
      element: element ?? '',
      stage,
      step,
      title: shown.title,
      question: words(question, day).trim(),
      how: words(how, day).trim(),
      standard: words(standard, day).trim(),
      part:
        element === null
          ? undefined
          : {
              title: shown.at.title || shown.at.path,
              day,
              says: fields(
                shown.at.pointer,
                (text) => text === element || (day !== null && text.startsWith(day)),
              ),
            },
      isBoth: check === 'both',
      doubt: missing.length > 0 ? shown.message : '',
      evidence: evidence.map((id) => {
        const known = program.rulebook.documents?.data.documents ?? [];
        return words(known.find(({ document }) => document === id)?.title) || id;
      }),
      basis: shown.basis.map(({ title, verified }) => ({ title, verified })),
      answer: by,
    };
  }
}

/** Whether a person has something to look at: not where the rule is for no part of the file, or the parts are not on file. */
function isAsked({ status, element, by }: Outcome, { rule, each, group }: ProgramRule): boolean {
  if (rule.entry.data.check === 'data' || group || (each && element === null)) return false;
  return by !== undefined || (status !== 'not-applicable' && status !== 'not-due');
}
