import { readRulebook } from '../../src/program/read.ts';
import { filesOf, manyRules, type RuleText } from '../book.ts';
import type { FastMaker } from '../fast.ts';
import type { BenchFile } from '../files.ts';
import { medians, type Task } from '../measure.ts';
import { figure, type Section } from '../report.ts';

const counts = [100, 150, 300, 750, 1500] as const;

/** Has no divisor in common with the number of rules. */
const stride = 67;

/** What more rules cost: to compile, and to judge by. */
export async function growthSection(
  rules: readonly RuleText[],
  files: readonly BenchFile[],
  fast: FastMaker | undefined,
  passes: number,
): Promise<Section> {
  const rows: (readonly string[])[] = [];
  let first: number | undefined;
  // a hundred of them are then as mixed as all
  const mixed = rules.flatMap((_, index) => rules[(index * stride) % rules.length] ?? []);
  for (const count of counts) {
    const many = manyRules(mixed, count);
    const texts = filesOf(many);
    const tasks: Task[] = [{ name: 'read', pass: () => readRulebook({ name: 'bench', files: texts }).value?.rules.length }];
    if (fast) {
      tasks.push({ name: 'javascript', pass: () => fast('javascript', many) });
      tasks.push({ name: 'closures', pass: () => fast('closures', many) });
    }
    const compiled = await medians(tasks, passes, 1);
    const made = fast?.('javascript', many);
    const loaded = made ? files.map(({ json }) => made.load(json)) : [];
    const judged = await medians(made ? [{ name: 'judge', pass: () => loaded.map((record) => made.judge(record)).length }] : [], passes);
    const perRule = ((judged.get('judge') ?? Number.NaN) * 1e6) / (files.length * count);
    first ??= perRule;
    const read = compiled.get('read') ?? Number.NaN;
    rows.push([
      String(count),
      figure(read),
      figure(compiled.get('closures') ?? Number.NaN),
      figure(compiled.get('javascript') ?? Number.NaN),
      figure(perRule),
      figure(perRule / first),
    ]);
  }
  return {
    title: 'More rules',
    before: `Rules beyond 150 are the same with other constants. Reading: YAML texts to a typed program, every check made. Compiling includes reading. Judging: generated code on ${files.length.toLocaleString('en-US')} loaded files. Goals: 1,500 rules compiled within 2 s; the cost of a rule flat.`,
    head: ['rules', 'read, ms', 'to closures, ms', 'to JavaScript, ms', 'ns a rule', 'against 100 rules'],
    rows,
  };
}
