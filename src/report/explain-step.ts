import { inLanguage, type Language } from '../base/language.ts';
import { oneLine } from '../base/shown.ts';
import { formatNumber } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import { conditionSentence } from '../feel/sentence/sentence.ts';
import {
  beginning,
  type Parameter,
  type Program,
  type ProgramStep,
  type StepEditionProgram,
  type StepLimit,
  namedIn,
} from '../program/ast.ts';
import { prose } from '../program/prose.ts';
import { parameterOf, timesOfStep, workingDaysOf } from '../program/step-limits.ts';
import type { Words } from '../rulebook/files.ts';
import { labelsOf } from '../words/own.ts';
import type { Paint } from './paint.ts';
import { padded } from './width.ts';

/** What a step is: who does what in it, what sends a file back, when it is done, and how long it may take. */
export function explainStep(
  program: Program,
  { id, step, editions }: ProgramStep,
  language: Language,
  paint: Paint,
): string {
  const { rulebook } = program;
  const labels = labelsOf(rulebook.manifest.data, language);
  const lexicon = lexiconOf(language, program.setting);
  const { data } = step.entry;
  const words = (given: Words | undefined) =>
    inLanguage(prose(given, undefined, program), language);
  const stepTitle = (other: string) =>
    words(program.steps.find((one) => one.id === other)?.step.entry.data.title) || other;
  const postTitle = (post: string) =>
    words(rulebook.posts?.data.posts.find((one) => one.post === post)?.title) || post;
  const named = (texts: readonly string[]) => texts.join(labels.comma);
  const row = (label: string, text: string) =>
    text === '' ? [] : [`  ${paint.dim(padded(label, 18))} ${text}`];
  const under = (label: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', paint.bold(label), ...lines.map((line) => `  ${line}`)];
  const value = ({ type }: Parameter, of: Parameter['editions'][number]) => {
    const number = formatNumber(of.value, type.kind === 'number' ? type.unit : undefined, lexicon);
    return of.from === beginning ? number : `${of.from} ${number}`;
  };

  return [
    paint.bold(`${id} ${words(data.title)}`),
    ...row(labels.purpose, oneLine(words(data.purpose).trim())),
    ...editions.flatMap(ofEdition),
    ...under(
      labels.tasks,
      (data.tasks ?? []).map(
        ({ post, does }, index) => `${index + 1}. ${postTitle(post)}${labels.colon}${words(does)}`,
      ),
    ),
    ...under(
      labels.returns,
      (data.returns ?? []).map(
        ({ to, why }) => `${words(why)}${labels.colon}${labels.returnSays(stepTitle(to))}`,
      ),
    ),
    ...under(labels.timesOfRules, times()),
    '',
    paint.dim(rulebook.files.get(step.entry.path)?.name ?? step.entry.path),
    '',
  ].join('\n');

  function ofEdition(edition: StepEditionProgram): readonly string[] {
    const { from, until, posts, when, after, within, events, documents, gate, basis } = edition;
    const isDated = from !== beginning || until !== undefined;
    return [
      ...(isDated ? ['', paint.bold(labels.period(from === beginning ? '…' : from, until))] : []),
      ...row(labels.posts, named(posts.map(postTitle))),
      ...(when
        ? row(labels.appliesWhen, conditionSentence(when.core, { lexicon, ...namedIn(program) }))
        : []),
      ...row(labels.startsAfter, named(after.map(stepTitle))),
      ...(within ? row(labels.timeLimit, limitSays(within, edition)) : []),
      ...row(labels.completedBy, completedBy(events)),
      ...row(labels.documents, named(documents)),
      ...row(labels.gate, named(gate)),
      ...row(labels.basis, named(basis)),
    ];
  }

  /** By the value of the edition's first day, and each that the parameter had. */
  function limitSays(within: StepLimit, { from }: StepEditionProgram): string {
    const days = workingDaysOf(within, from, program);
    const says = days === undefined ? '' : labels.within(days, stepTitle(within.from));
    const parameter = parameterOf(within.limit, program);
    if (!parameter) return says;
    const values = parameter.editions.map((of) => value(parameter, of)).join(labels.comma);
    return `${says}${labels.semicolon}${parameter.name}${labels.colon}${values}`;
  }

  function completedBy(events: readonly string[]): string {
    if (events.length > 0) return named(events);
    const { record } = data;
    if (!record) return '';
    const title = words(program.subjects.get(record.subject)?.file.title);
    return `${labels.doneByRecord(title)}${labels.colon}${words(record.says)}`;
  }

  /** Of its rules, in the last of their editions. */
  function times(): readonly string[] {
    return timesOfStep(id, program).map(({ rule, limit }) => {
      const values = limit.editions.map((of) => value(limit, of)).join(labels.comma);
      return `${words(limit.title)}${labels.colon}${values}${labels.semicolon}${rule.id}`;
    });
  }
}
