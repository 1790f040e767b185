import { type Book, bookOf } from '../book.ts';
import { type Fast, type FastMaker, slow } from '../fast.ts';
import { type BenchFile, recordsOf } from '../files.ts';
import { medians, type Task } from '../measure.ts';
import { dossierOf, judgedByReference } from '../reference.ts';
import { figure, type Section } from '../report.ts';
import { type BenchRule, handJudge, verdicts } from '../rules/rule.ts';

export interface EngineBudget {
  readonly passes: number;
  /** Files that the reference path judges, which is thousands of times slower. */
  readonly referenceFiles: number;
}

const modes = ['javascript', 'closures'] as const;
const titles = { javascript: 'our generated JavaScript', closures: 'our closures' } as const;

/** The same rules by hand, as generated code, as closures and by the reference path. */
export async function engineSection(
  rules: readonly BenchRule[],
  files: readonly BenchFile[],
  fast: FastMaker | undefined,
  budget: EngineBudget,
): Promise<Section> {
  const book = bookOf(rules);
  const records = recordsOf(files);
  const judge = handJudge(rules);
  const told = new Uint8Array(rules.length);
  const dossiers = files.slice(0, budget.referenceFiles).map(({ json }) => dossierOf(book, json));
  const ours = modes.flatMap((mode) => {
    const made = fast?.(mode, rules);
    return made ? [{ mode, made, loaded: files.map(({ json }) => made.load(json)) }] : [];
  });
  const agreement = [
    agreementWithReference(book, rules, files.slice(0, budget.referenceFiles)),
    ...ours.map(({ mode, made }) => agreementWithHand(titles[mode], made, rules, files)),
  ];
  const tasks: Task[] = [
    {
      name: 'by hand',
      pass: () => {
        for (const record of records) judge(record, told);
      },
    },
    ...ours.map(({ mode, made, loaded }): Task => ({
      name: titles[mode],
      pass: () => {
        for (const record of loaded) made.judge(record);
      },
    })),
  ];
  const found = await medians(tasks, budget.passes);
  const reference = await medians([{ name: 'reference', pass: () => dossiers.map((dossier) => judgedByReference(book, dossier)).length }], budget.passes, 1);
  const perRule = (milliseconds: number, count: number) => (milliseconds * 1e6) / (count * rules.length);
  const hand = perRule(found.get('by hand') ?? Number.NaN, files.length);
  const row = (name: string, count: number, nanoseconds: number) => [
    name,
    count.toLocaleString('en-US'),
    figure(nanoseconds),
    figure((nanoseconds * rules.length) / 1000),
    figure(hand / nanoseconds),
  ];
  return {
    title: `${rules.length} rules on files already loaded`,
    before:
      'By hand: one JavaScript function a condition, three-valued, on a record with integer fen and days, every comparison exact. Goal: generated code at least 0.8 of it, closures at least 0.2. The reference path also works out reasons, places and findings.',
    head: ['engine', 'files', 'ns a rule', 'µs a file', 'speed against by hand'],
    rows: [
      row('by hand', files.length, hand),
      ...ours.map(({ mode }) => row(titles[mode], files.length, perRule(found.get(titles[mode]) ?? Number.NaN, files.length))),
      row('our reference path', dossiers.length, perRule(reference.get('reference') ?? Number.NaN, dossiers.length)),
    ],
    after: [['Verdicts compared first:', '', ...agreement.map((line) => `- ${line}`)].join('\n')],
  };
}

function agreementWithReference(book: Book, rules: readonly BenchRule[], files: readonly BenchFile[]): string {
  const judge = handJudge(rules);
  const told = new Uint8Array(rules.length);
  let differing = 0;
  const records = recordsOf(files);
  for (const [index, { json }] of files.entries()) {
    const record = records[index];
    if (!record) continue;
    judge(record, told);
    const expected = judgedByReference(book, dossierOf(book, json));
    differing += expected.filter((verdict, place) => verdict !== told[place]).length;
  }
  return `by hand against the reference path: ${(files.length * rules.length).toLocaleString('en-US')} verdicts, ${differing} differ`;
}

/** A verdict left to the reference path counts as slow, not as one that differs. */
function agreementWithHand(name: string, fast: Fast, rules: readonly BenchRule[], files: readonly BenchFile[]): string {
  const judge = handJudge(rules);
  const told = new Uint8Array(rules.length);
  let differing = 0;
  let slowCount = 0;
  let needlessly = 0;
  const records = recordsOf(files);
  for (const [index, { json }] of files.entries()) {
    const record = records[index];
    if (!record) continue;
    judge(record, told);
    const found = fast.judge(fast.load(json));
    for (const [place, expected] of told.entries()) {
      if (found[place] === slow) {
        slowCount += 1;
        if (expected !== verdicts.unknown) needlessly += 1;
      } else if (found[place] !== expected) differing += 1;
    }
  }
  const all = files.length * rules.length;
  return `${name} against by hand: ${all.toLocaleString('en-US')} verdicts, ${differing} differ, ${slowCount.toLocaleString('en-US')} left to the reference path (${((100 * slowCount) / all).toFixed(2)}%; of them ${needlessly.toLocaleString('en-US')} that the file settles)`;
}
