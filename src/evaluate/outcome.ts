import type { Core, Formula } from '../feel/core.ts';
import type { Missing, Value } from '../feel/value.ts';
import type { Moment, Session } from './session.ts';
import type { Said, Tally } from './tally.ts';
import type { Trace } from './trace.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type {
  Ended,
  Facet,
  ProcessRule,
  ProgramRule,
  RuleEditionProgram,
  Subject,
  WaiverProblem,
} from '../program/ast.ts';
import type { Answered, RemedyFile, RuleKind, RuleLevel, Words } from '../rulebook/files.ts';

/** What one rule says of one dossier, or of one element of it. */
export type Status = 'not-due' | 'not-applicable' | 'pass' | 'fail' | 'cannot-tell' | 'waived';

export interface Outcome {
  /** `RSK-007`, or `process/approval/order` for what the process itself asks. */
  readonly rule: string;
  /** The key of the element judged, for a rule that judges acts one by one. */
  readonly element: string | null;
  /** JSON pointer of the element, where it has no key. */
  readonly elementAt?: string;
  /** The row judged, from 1, for a rule on the rows of a register. */
  readonly row?: number;
  /** How many rows all get the same, and need nothing done: they share one outcome. */
  readonly rows?: number;
  /** The stage that holds the rule back: something in it is not in order yet. */
  readonly heldBy?: string;
  /** The step that records what the rule wants, where the file has not come to it: the rule is not due. */
  readonly awaits?: string;
  /** The files judged together, for a rule with `scope`; places are then places of the group. */
  readonly group?: GroupUse;
  /** The first day of the edition in force; null when none was picked. */
  readonly edition: string | null;
  /** The day that picked it, ISO. */
  readonly day: string | null;
  readonly title: Words;
  /** Undefined for a rule that does not say. */
  readonly kind: RuleKind | undefined;
  readonly level: RuleLevel;
  /** It fails by a limit that a branch made stricter alone: then `kind` and `basis` are the branch's. */
  readonly isBranchs?: true;
  /** The rulebook's own word for how grave it is. */
  readonly severity?: string | undefined;
  readonly stage: string;
  readonly step: string;
  readonly posts: readonly string[];
  readonly status: Status;
  /** Why nothing was asked, where the rule is not applicable. */
  readonly inapplicable: Inapplicable | undefined;
  readonly finding: Finding | undefined;
  /** Of a pass only where that is to be explained. */
  readonly because: readonly Reason[];
  /** Exactly what would decide it. */
  readonly missing: readonly Missing[];
  readonly basis: readonly string[];
  /** JSON pointer of the place to look at. */
  readonly at: string;
  /** Further places, such as the other values of the comparison that failed: the first of them. */
  readonly related: readonly string[];
  /** How many there are besides those. */
  readonly moreRelated?: number;
  readonly remedy: RemedyFile | undefined;
  readonly toPass: readonly Bound[];
  readonly waiver: WaiverUse | undefined;
  /** A person has yet to tell, by the check-list. */
  readonly manual: boolean;
  /** The person who told it, in whole or in part; undefined where only the data spoke. */
  readonly by: Answer | undefined;
}

/** What makes a rule ask nothing. */
export type Inapplicable =
  /** The value at `pointer` is none of the products it is for. */
  | {
      readonly kind: 'product';
      readonly pointer: string;
      readonly value: Value;
      readonly products: readonly string[];
    }
  /** Its `when` is false; why, where that is to be explained. */
  | { readonly kind: 'condition'; readonly because: readonly Reason[] }
  /** It began with its source, after the day. */
  | { readonly kind: 'before'; readonly day?: string | undefined; readonly from: string }
  /** Its last edition ended before the day; how, where the rule says so. */
  | {
      readonly kind: 'ended';
      readonly day?: string | undefined;
      readonly until: string;
      readonly ended: Ended | undefined;
    }
  /** There is no element to judge. */
  | { readonly kind: 'empty'; readonly pointer: string }
  /** The file has nothing in common with another. */
  | { readonly kind: 'ungrouped' }
  /** The file does not go through the step (`outside`), or has not come so far in it; which, where that is to be explained. */
  | { readonly kind: 'process'; readonly is?: 'outside' | 'ahead' }
  /** The inspection does not cover the rule. */
  | { readonly kind: 'not-covered' };

/** The files that a rule with `scope` judged together. */
export interface GroupUse {
  /** What they have in common; null for a file that was not placed in any group. */
  readonly key: string | null;
  /** Where the key was read: it may be personal. */
  readonly by: Core;
  /** What the key is called. */
  readonly title: Words | undefined;
  /** How many files it has. */
  readonly files: number;
  /** How many more may belong to it, since their key cannot be told. */
  readonly unplaced: number;
  /** The files as one record with a list, and its fields. */
  readonly subject: Subject;
  readonly dossier: Dossier;
  /** The files, those that may belong to it last. */
  readonly members: readonly Session[];
}

/** A line of a check-list that came back (人工核查表). */
export interface Answer {
  readonly answer: Answered;
  /** 核查人: a name or a staff number. */
  readonly name: string;
  /** The day it was checked, ISO. */
  readonly date: string;
  /** Page of the image. */
  readonly page: string | undefined;
  readonly remark: string | undefined;
}

/**
 * What a person said of a rule, or of one element of it; undefined when nothing came back.
 *
 * @param day - of the act that is judged, ISO; null where it is not known: nobody looked at it before
 */
export type Answers = (
  rule: string,
  element: string | null,
  day: string | null,
) => Answer | undefined;

/** What to tell the inspector. */
export type Finding =
  | {
      readonly kind: 'template';
      readonly parts: { readonly [language: string]: readonly FindingPart[] };
    }
  /** What the rule requires: what was found is among the reasons. */
  | { readonly kind: 'criterion'; readonly require: Core }
  | { readonly kind: 'process'; readonly facet: Facet; readonly params: ProcessParams }
  /** What is wrong with a waiver, and the rule that it names. */
  | {
      readonly kind: 'waiver';
      readonly problem: WaiverProblem;
      readonly rule: string | undefined;
      /** A rule that may have been meant. */
      readonly near: string | undefined;
    };

export type FindingPart = string | Valued;

/** The facts of a process finding; steps, posts, documents and rules by id. */
export interface ProcessParams {
  readonly step: string;
  /** The other step: that should have come before, that the time runs from, whose gate it was. */
  readonly other?: string;
  readonly posts?: readonly string[];
  /** The posts that the register of people gives the actor on that day, where it lacks the one that the file gives. */
  readonly held?: readonly string[];
  readonly actor?: string;
  readonly documents?: readonly string[];
  readonly rules?: readonly string[];
  readonly workingDays?: { readonly limit: number; readonly taken: number };
}

export interface Valued {
  readonly core: Core;
  readonly value: Value;
}

/** What stands for the arguments of definitions, by the ids of their variables: each as its caller wrote it. */
export type Given = ReadonlyMap<number, { readonly trace: Trace; readonly expression: Formula }>;

/** One condition that decided the outcome, with the values that it saw. */
export interface Reason extends Valued {
  /** What `core` is a part of: the rule's own expression, or that of a definition behind it. */
  readonly expression: Formula;
  readonly trace: Trace;
  /** The values of its operands, of the definitions behind them, and of all their parts. */
  readonly values: ReadonlyMap<Core, Value>;
  /** The formula behind each definition that was read. */
  readonly formulas: ReadonlyMap<Core, Core>;
  /**
   * How it goes with the reason before it, where one of several would have been enough: the first of them, another one,
   * or a further condition of the same one.
   */
  readonly lead?: 'either' | 'or' | 'and';
  /** Of a condition behind definitions: what they were given. */
  readonly given: Given;
  /** Places read, in reading order. */
  readonly pointers: readonly string[];
  /** When, and with which variables. */
  readonly moment: Moment;
}

/** A bound on one field that would turn a fail into a pass, all else unchanged; checked by judging again. */
export interface Bound {
  readonly pointer: string;
  readonly side: 'at-least' | 'at-most' | 'exactly';
  readonly value: string;
}

/** A waiver that speaks of this outcome, and what is wrong with it, if anything. */
export interface WaiverUse {
  readonly pointer: string;
  readonly problems: readonly WaiverProblem[];
}

/** What is judged of one dossier. */
export interface Judgement {
  readonly verdict: 'pass' | 'fail' | 'cannot-tell';
  /** What it speaks of: `data` while rules wait for a person and no check-list was brought, else everything. */
  readonly part: 'data' | 'whole' | 'captured';
  /** All of them; those that nobody has to act on are made when they are asked for. */
  readonly outcomes: readonly Outcome[];
  /** Those that somebody has to act on or know of: fails, waived or not, and what cannot be told from the file. */
  readonly findings: readonly Outcome[];
  /** Rule by rule, how each of its outcomes stands, without the outcomes being made. */
  readonly said: () => readonly RuleSaid[];
  readonly scope: Scope;
  /** Stages that were not judged, where there are any. */
  readonly heldBack?: readonly HeldBack[];
  /** What the verdict is made of. */
  readonly tally: Tally;
}

/** How the outcomes of one rule stand. */
export interface RuleSaid {
  readonly rule: ProgramRule | ProcessRule;
  readonly said: readonly Said[];
}

/** A stage that was not judged, how many rules it has, and the one before it that is not in order. */
export interface HeldBack {
  readonly stage: string;
  readonly by: string;
  readonly rules: number;
}

/** Rules by what came of them: told by data, told by a person, waiting for one, wanting data, not for this file or not yet. */
export interface Scope {
  readonly data: number;
  readonly person: number;
  readonly manual: number;
  /** Of those that wait for a person, where there are any: the rules of which some records have been told by one. */
  readonly partly?: number;
  readonly uncaptured: number;
  readonly outOfScope: number;
  /** Of those out of scope, where there are any: the rules that the inspection does not cover. */
  readonly notCovered?: number;
}

export interface JudgeOptions {
  /** Judges everything as of this day instead of each rule's own, ISO. */
  readonly asOf?: string | undefined;
  /** For lateness only, ISO. */
  readonly today?: string | undefined;
  /** The step the file has reached; rules of later steps are not due. */
  readonly step?: string | undefined;
  /** The step is about to be done: what it records is not there yet. */
  readonly isBefore?: boolean;
  /**
   * The rules, and checks of the process, that the inspection covers; absent where that is all of them. The others are
   * judged where those that are covered rest on them, and told of by nothing but that.
   */
  readonly covers?: ReadonlySet<string> | undefined;
  /** Judges by rules that are drafts too, as their cases do. */
  readonly drafts?: boolean;
  /** Tells of every row of a register by itself, also of those that need nothing done. */
  readonly rowByRow?: true;
  /**
   * Rules of which passes are explained too, and why they do not apply; of all rules alone why they do not apply. Fails
   * and what cannot be told always are.
   */
  readonly explain?: 'all' | 'inapplicable' | ReadonlySet<string> | undefined;
  /** The source of the files does not record everything: verdicts speak of what it does. */
  readonly captured?: boolean | undefined;
  /** Told of every `when` and `require` that is evaluated; of `require` only where `when` is not false. */
  readonly watch?: Watch;
}

/** The options for one file. */
export interface FileOptions extends JudgeOptions {
  /** What came back on its check-list; absent when none was brought. */
  readonly answers?: Answers;
}

export type Watch = (edition: RuleEditionProgram, part: 'when' | 'require', trace: Trace) => void;
