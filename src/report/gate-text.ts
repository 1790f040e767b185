import { type Language, sayIn } from '../base/language.ts';
import { marks } from '../words/marks.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type { GateRecordJson, GateReport, GateRuleJson } from './gate.ts';
import type { Multilingual } from './json-format.ts';
import type { Paint } from './paint.ts';
import { shownRecord } from './shown.ts';
import { stepLine } from './to-do.ts';

/** Rules named behind a field that they want. */
const mostRules = 4;

/** What a post answers of each file, and what is to be done first. */
export function* gateText(given: GateReport, language: Language, paint: Paint): Generator<string> {
  const { terms } = sayIn(wordbooks, language);
  const says = terms.progress;
  const said = (text: Multilingual | undefined) => text?.[language] ?? '';
  const { gate, summary } = shownRecord({ ...given, dossiers: [] }, given.languages);
  const colours = { ready: paint.green, stopped: paint.red, wanting: paint.yellow };
  for (const one of given.dossiers) {
    const record = shownRecord(one, given.languages);
    if (record.gate) yield `${fileLines(record, record.gate).join('\n')}\n\n`;
  }
  yield `${says.gateSummary(summary)}${
    summary.unread > 0 ? terms.comma + terms.check.unread(summary.unread) : ''
  }\n`;

  function fileLines(
    { id, file }: GateRecordJson,
    {
      answer,
      done,
      steps,
      stops,
      heed,
      unclear,
      fetch,
      waiting,
    }: NonNullable<GateRecordJson['gate']>,
  ): readonly string[] {
    const answered = says.answered(answer, waiting.length, done !== undefined);
    const head = `${said(gate.title)}${terms.colon}${answered}`;
    return [
      `${paint.bold(id ?? file)}  ${colours[answer](head)}  ${paint.dim(file)}`,
      `  ${says.asks(said(gate.asks.title), said(gate.step.title), answer, done)}`,
      ...section(
        says.doFirst,
        steps.map((step) => stepLine(step, language)),
      ),
      ...section(says.stops, stops.flatMap(ruleLines)),
      ...section(says.unclear, unclear.flatMap(ruleLines)),
      ...(fetch.length === 0 ? [] : [`  ${says.fetch}${terms.colon.trim()}`]),
      ...fetch.flatMap(({ posts, fields }) => [
        `    ${says.from(posts.map(({ title }) => said(title)))}${terms.colon.trim()}`,
        ...fields.map(({ field, title, says: why, rules }) => {
          const named = rules.slice(0, mostRules);
          const more = rules.length - named.length;
          return `      ${says.field(said(title), field, said(why), named, more)}`;
        }),
      ]),
      ...section(says.heed, heed.flatMap(ruleLines)),
      ...(waiting.length === 0 ? [] : [`  ${paint.dim(says.byHand(waiting))}`]),
    ];
  }

  function section(title: string, lines: readonly string[]): readonly string[] {
    if (lines.length === 0) return [];
    return [`  ${title}${terms.colon.trim()}`, ...lines.map((line) => `    ${line}`)];
  }

  function ruleLines({
    rule,
    element,
    title,
    message,
    remedy,
    toPass,
  }: GateRuleJson): readonly string[] {
    const name = element === null ? rule : `${rule} [${element}]`;
    const todo = said(remedy ?? undefined);
    return [
      `${marks.fail} ${name} ${said(title)}`,
      `  ${said(message)}`,
      ...(todo === '' ? [] : [`  ${terms.label.remedy}${terms.colon}${todo}`]),
      ...toPass.map((text) => `  ${terms.label.toPass}${terms.colon}${said(text)}`),
    ];
  }
}
