import { runCases } from '../../src/cases/run.ts';
import { isWorkingDay } from '../../src/program/calendar.ts';
import { inForce, type ProgramRule } from '../../src/program/ast.ts';
import { workingDaysOf } from '../../src/program/step-limits.ts';
import { isKind } from '../../src/feel/value.ts';
import { toNumber } from '../../src/values/rational.ts';
import { addDays, compareDates } from '../../src/values/temporal.ts';
import { parseDate, printDate } from '../../src/values/temporal-text.ts';
import { judgementOf } from '../../src/training/kinds/case.ts';
import { edgeOf, meetsAt } from '../../src/training/edge.ts';
import { casesOf, judged, type TaughtCase } from '../../src/training/judged.ts';
import type { Key, Question } from '../../src/training/question.ts';
import type { Setting } from '../../src/training/setting.ts';

/** What somebody answers who looks everything up in the rulebook and judges files, and never looks at the key. */
export function sat(question: Question, setting: Setting): Key | undefined {
  const [kind = '', about = '', part = ''] = question.id.split('/');
  const { program, speaker, says, rules, step, post } = setting;
  const number = Number(/\d+$/u.exec(part)?.[0] ?? 0) - 1;
  const rule = program.rules.find(({ id }) => id === about);
  const chosen = (isRight: (option: string) => boolean): Key => ({
    kind: 'options',
    right: question.options.flatMap((option, place) => (isRight(option) ? [place] : [])),
  });
  switch (kind) {
    case 'judgement':
      if (!rule) return undefined;
      if (part.startsWith('case-')) {
        const own = runCases(program, rule).filter(({ day }) => day === undefined);
        const result = own[number];
        return { kind: 'truth', isTrue: result?.outcome?.status === 'pass' };
      }
      return {
        kind: 'truth',
        isTrue: textOf(rule, 'how', setting).some((line) => question.stem.includes(line)),
      };
    case 'case': {
      const broken = judgementOf(question.dossier ?? '', setting)?.judgement.findings ?? [];
      const titles = broken.map(({ rule: id, title, finding }) =>
        finding?.kind === 'process'
          ? says.processTitle[finding.facet](step(id.split('/')[1] ?? ''))
          : speaker.words(title),
      );
      return chosen((option) => titles.includes(option));
    }
    case 'sequence': {
      const order = program.steps.map(({ id }) => step(id));
      const places = question.options.map(
        (option, place) => [order.indexOf(option), place] as const,
      );
      return {
        kind: 'order',
        order: places.toSorted(([a], [b]) => a - b).map(([, place]) => place),
      };
    }
    case 'post': {
      const [what, other = ''] = part.split('-');
      if (what === 'task') {
        const tasks = program.steps.find(({ id }) => id === about)?.step.entry.data.tasks ?? [];
        return chosen((option) => option === post(tasks[number]?.post ?? ''));
      }
      const pairs = program.incompatible.filter(({ posts }) => posts.includes(about));
      return chosen(
        (option) =>
          other !== '' &&
          pairs.some(({ posts }) => posts.some((one) => one !== about && post(one) === option)),
      );
    }
    case 'calculation':
    case 'single':
    case 'multiple':
      break;
    default:
      return undefined;
  }
  if (part === 'deadline') return { kind: 'value', text: deadline(question, about, setting) };
  if (part === 'limit') {
    const parameter = program.references.get(about);
    const now =
      parameter?.kind === 'parameter' ? inForce(parameter.editions, speaker.asOf) : undefined;
    return chosen(
      (option) =>
        parameter?.kind === 'parameter' &&
        now !== undefined &&
        option === says.tight(speaker.value(parameter, now.value)),
    );
  }
  if (part === 'gate') {
    const gate = program.steps.find(({ id }) => id === about)?.editions.at(-1)?.gate ?? [];
    const titles = rules
      .filter(({ id }) => gate.includes(id))
      .map(({ edition }) => speaker.words(edition.title));
    return chosen((option) => titles.includes(option));
  }
  if (!rule) return undefined;
  if (part === 'right') return chosen((option) => textOf(rule, 'how', setting).includes(option));
  if (part === 'wrong' || part === 'mistakes')
    return chosen((option) => textOf(rule, 'mistakes', setting).includes(option));
  if (part === 'evidence') {
    const titles = (rule.rule.entry.data.evidence ?? []).map(setting.document);
    return chosen((option) => titles.includes(option));
  }
  const asked = rules.find(({ id }) => id === about);
  const taught = asked && casesOf(asked, setting).find(({ index }) => index === number);
  if (!taught) return undefined;
  if (part.startsWith('measure-')) return measured(question, taught, setting);
  const edge = edgeOf(taught, setting);
  if (!edge) return undefined;
  if (part.startsWith('value-')) {
    // the values around the edge, as they are written
    const near = new Map<string, bigint>();
    const width = edge.last < 0n ? -edge.last : edge.last;
    for (const by of [0n, 1n, 10n, 20n, (width * 10n) / 100n, (width * 20n) / 100n]) {
      for (const value of [edge.last - by, edge.last + by])
        near.set(edge.scale.shown(value), value);
    }
    near.set(edge.scale.shown(edge.now), edge.now);
    return chosen((option) => {
      const value = near.get(option);
      if (value === undefined)
        throw new Error(`${question.id}: ${option} is none of the values expected`);
      return meetsAt(edge, value) === true;
    });
  }
  const outside = edge.isLeast ? edge.last - 1n : edge.last + 1n;
  const isEdge = meetsAt(edge, edge.last) === true && meetsAt(edge, outside) === false;
  const shown = edge.scale.shown(edge.last);
  if (!isEdge) return undefined;
  if (question.extract.some((line) => line.includes(says.wanted)))
    return { kind: 'value', text: shown };
  return { kind: 'value', text: differenceIn(question, edge.field.title, shown, edge.isLeast) };
}

/** The limit less the value told, or the other way round, of amounts of money in fen. */
function differenceIn(
  question: Question,
  title: Readonly<Record<string, string>>,
  limit: string,
  isLeast: boolean,
): string {
  const line = question.extract.find((one) => one.includes(`${title['zh']}：`)) ?? '';
  const told = new RegExp(`${title['zh']}：([\\d,.]+)元`, 'u').exec(line)?.[1] ?? '';
  const fen = (text: string) => Math.round(Number(text.replaceAll(/[^\d.]/gu, '')) * 100);
  const by = isLeast ? fen(limit) - fen(told) : fen(told) - fen(limit);
  return `${(by / 100).toLocaleString('en-US', { minimumFractionDigits: by % 100 === 0 ? 0 : 2 })}元`;
}

/** The share that the finding names by the title in the question, in percent to two places at most. */
function measured({ stem }: Question, taught: TaughtCase, setting: Setting): Key | undefined {
  const yaml = taught.file()?.yaml;
  const finding = yaml && judged(taught.rule, yaml, taught.element, setting)?.outcome.finding;
  for (const part of finding?.kind === 'template' ? (finding.parts['zh'] ?? []) : []) {
    if (typeof part === 'string' || part.core.kind !== 'reference' || !isKind(part.value, 'number'))
      continue;
    const title = setting.program.references.get(part.core.name)?.title['zh'] ?? '';
    if (stem.includes(`“${title}”`))
      return { kind: 'value', text: `${Number((toNumber(part.value) * 100).toFixed(2))}%` };
  }
  return undefined;
}

/** The day before which there are as many working days as the step may take. */
function deadline({ stem }: Question, about: string, { program, speaker }: Setting): string {
  const within = program.steps.find(({ id }) => id === about)?.editions.at(-1)?.within;
  const { calendar } = program;
  const start = parseDate(/\d{4}-\d\d-\d\d/u.exec(stem)?.[0] ?? '');
  const most = within && workingDaysOf(within, speaker.asOf, program);
  if (!start || !calendar || most === undefined) return '';
  const days = Array.from({ length: 60 }, (_, index) => addDays(start, index + 1) ?? start);
  const worked = days.filter((day) => compareDates(day, start) > 0 && isWorkingDay(calendar, day));
  const last = worked[most - 1];
  return last ? printDate(last) : '';
}

function textOf(
  { rule }: ProgramRule,
  key: 'how' | 'mistakes',
  { speaker }: Setting,
): readonly string[] {
  return speaker
    .words(rule.entry.data[key])
    .split('\n')
    .map((line) => line.replace(/^(?:-|\d+\.) /u, '').trim())
    .filter((line) => line !== '');
}
