import { inLanguage, textsIn } from '../base/language.ts';
import type { CheckedFile } from '../check/checked.ts';
import { pointerOfNames } from '../dossier/path.ts';
import { recordingStep } from '../evaluate/due.ts';
import { stepsBefore } from '../evaluate/progress.ts';
import type { GateFile } from '../rulebook/files.ts';
import type { Reporting } from './head.ts';
import type {
  DiagnosticJson,
  DossierJson,
  Multilingual,
  OutcomeJson,
  PlaceJson,
  ReportHead,
  WantingJson,
} from './json-format.ts';
import type { Recorder } from './record.ts';
import { postTitled, type StepJson, stepTitled, stepsJson, type TitledJson } from './step-json.ts';

/** What `shouze check --gate NAME --format json` writes. Stable: fields are added, never changed. */
export interface GateReport extends Pick<
  ReportHead,
  'format' | 'rulebook' | 'engine' | 'languages' | 'masked' | 'asOf' | 'today' | 'staff'
> {
  readonly gate: TitledJson & { readonly step: TitledJson; readonly asks: TitledJson };
  readonly summary: { readonly dossiers: number; readonly unread: number } & Readonly<
    Record<GateAnswer, number>
  >;
  readonly dossiers: readonly GateRecordJson[];
}

/** May the step begin: yes; no, since something does not comply; not before something is done or supplied. */
export type GateAnswer = 'ready' | 'stopped' | 'wanting';

export interface GateRecordJson extends Pick<
  DossierJson,
  'id' | 'file' | 'record' | 'digest' | 'subject' | 'diagnostics'
> {
  /** null for a file that is no dossier. */
  readonly gate: GateJson | null;
  /** How far the file has come. */
  readonly steps: readonly StepJson[];
}

/** What stands between a file and a step. */
export interface GateJson {
  readonly answer: GateAnswer;
  /** The ISO day on which the step was done, of a file that is past it. */
  readonly done?: string;
  /** Steps that come first and are not done. */
  readonly steps: readonly StepJson[];
  /** Mandatory rules that the file does not comply with. */
  readonly stops: readonly GateRuleJson[];
  /** Others that it does not comply with: they stop nothing. */
  readonly heed: readonly GateRuleJson[];
  /** Rules that cannot be told yet, other than for want of a field. */
  readonly unclear: readonly GateRuleJson[];
  /** What is to be supplied, by the posts that record it. */
  readonly fetch: readonly {
    readonly posts: readonly TitledJson[];
    readonly fields: readonly WantingJson[];
  }[];
  /** Ids of the rules that a person has yet to look at: the answer speaks of the data alone. */
  readonly waiting: readonly string[];
}

export interface GateRuleJson {
  readonly rule: string;
  readonly element: string | null;
  readonly title: Multilingual;
  readonly message: Multilingual;
  readonly at: PlaceJson;
  readonly remedy: ({ readonly when: string } & Multilingual) | null;
  /** Single entries that would make it comply, as for `toPass` of an outcome. */
  readonly toPass: readonly Multilingual[];
}

/** Answers for one file at a time. */
export interface GateAsked {
  readonly head: Pick<GateReport, 'gate'>;
  readonly record: (checked: CheckedFile) => GateRecordJson;
}

/** @param recorder - of a run whose options say that the gate's step is about to be done */
export function gateAsked(
  { gate: id, title, step, asks }: GateFile,
  recorder: Recorder,
  reporting: Reporting,
): GateAsked {
  const { program, languages } = reporting;
  const before = stepsBefore(step, program);
  const { rules } = recorder.head;
  return {
    head: {
      gate: {
        id,
        title: textsIn(languages, (language) => inLanguage(title, language) || id),
        step: stepTitled(step, reporting),
        asks: postTitled(asks, reporting),
      },
    },
    record: (checked) => {
      const {
        id: name,
        file,
        record,
        digest,
        subject,
        diagnostics,
        ...rest
      } = recorder.dossier(checked, 0);
      const steps = stepsJson(checked, reporting);
      const gate = rest.verdict === null ? null : answered(rest, steps, diagnostics);
      return {
        id: name,
        file,
        ...(record && { record }),
        digest,
        subject,
        diagnostics,
        gate,
        steps,
      };
    },
  };

  function answered(
    { outcomes, wanting, waiting }: Pick<DossierJson, 'outcomes' | 'wanting' | 'waiting'>,
    all: readonly StepJson[],
    diagnostics: readonly DiagnosticJson[],
  ): GateJson {
    const done = all.find((one) => one.step === step)?.done;
    const steps = all.filter((one) => before.has(one.step) && one.state !== 'done');
    // that a gate was not passed is said by the rules of it
    const own = outcomes.filter((one) => !one.gate);
    const failed = own.filter(({ status }) => status === 'fail');
    const stops = failed.filter(isMandatory);
    const untold = own.filter(({ status }) => status === 'cannot-tell');
    const isOpen = untold.some(isMandatory) || steps.length > 0 || diagnostics.length > 0;
    return {
      answer: stops.length > 0 ? 'stopped' : isOpen ? 'wanting' : 'ready',
      ...(done !== undefined && { done }),
      steps,
      stops: stops.map(ruleSaid),
      heed: failed.filter((one) => !isMandatory(one)).map(ruleSaid),
      unclear: untold.filter(({ missing }) => missing.length === 0).map(ruleSaid),
      fetch: byPosts(wanting),
      waiting,
    };
  }

  function isMandatory({ rule }: OutcomeJson): boolean {
    return rules[rule]?.level === 'mandatory';
  }

  function ruleSaid({
    rule,
    element,
    title,
    message,
    at,
    remedy,
    toPass,
  }: OutcomeJson): GateRuleJson {
    const of = rules[rule];
    return {
      rule,
      element,
      title: title ?? of?.title ?? {},
      message,
      at,
      remedy: remedy ?? of?.remedy ?? null,
      toPass: toPass.map(({ text }) => text),
    };
  }

  /** Who records a field supplies it; of one that no step records, the posts of the first rule that wants it. */
  function byPosts(wanting: readonly WantingJson[]): GateJson['fetch'] {
    const grouped = Map.groupBy(wanting, (one) => postsFor(one).join(' '));
    return [...grouped.values()].map((fields) => ({
      posts: (fields[0] ? postsFor(fields[0]) : []).map((post) => postTitled(post, reporting)),
      fields,
    }));
  }

  function postsFor({ field, rules: wantedBy }: WantingJson): readonly string[] {
    const step = recordingStep(pointerOfNames(field), program);
    const recording = program.steps.find((one) => one.id === step)?.editions.at(-1)?.posts;
    return recording ?? rules[wantedBy[0] ?? '']?.posts ?? [];
  }
}
