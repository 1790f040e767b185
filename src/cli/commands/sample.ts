import { join } from 'node:path';

import { writeText } from '../../io/write.ts';
import { mainSubject, type Program } from '../../program/ast.ts';
import { patternsFor, type Sample, sampleOf } from '../../samples/sample.ts';
import { near, readCall, UsageError } from '../call.ts';
import { complain, type ExitCode, print } from '../console.ts';
import { soundRulebook } from '../sound.ts';

export const help = `shouze sample  生成虚构的卷宗 / make dossiers that are nobody's

  --count N        份数，默认 1 / how many
  --seed S         种子，默认 1；同一种子逐字节相同 / the same seed gives the same bytes
  --product P      只要这一产品 / only this product
  --fault RULE     每份违反这条规则（可重复，轮流）/ each breaks this rule (repeatable, in turn)
  --out DIR|FILE   文件夹里每份一个 .json，或一个 .ndjson 文件；默认写到标准输出
                   a folder of .json files or one .ndjson file; standard output without it
  --rulebook DIR  --lang LANG

  shouze sample --count 20 --seed 7 --out samples
  shouze sample --count 5 --product CONSUMER --fault RSK-002 --out faulty.ndjson
`;

/** Files to make at once, at most. */
const most = 100_000;

export async function sample(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    count: { type: 'string' },
    seed: { type: 'string' },
    product: { type: 'string' },
    fault: { type: 'string', multiple: true },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length > 0)
    throw new UsageError('sample 不带路径，写到哪里用 --out / sample takes no path: use --out');
  const count = numberOf('count', call.text('count') ?? '1', 1, most);
  const seed = numberOf('seed', call.text('seed') ?? '1', 0, 2 ** 31 - 1);
  const product = call.text('product');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program } = loaded;
  const patterns = patternsOf(program, call.texts('fault'), product);
  const made: Sample[] = [];
  for (let number = 0; number < count; number += 1) {
    const one = sampleOf(patterns, seed, number, program);
    if (!one) {
      complain(
        `第 ${number + 1} 份没有生成：怎样改动都不合要求 / sample ${number + 1} was not made: no change of the base is judged as wanted`,
      );
      return 2;
    }
    made.push(one);
  }
  const out = call.text('out');
  const lines = made.map(({ file }) => `${JSON.stringify(file)}\n`).join('');
  if (out === undefined) print(lines);
  else if (out.endsWith('.ndjson')) writeText(out, lines);
  else
    for (const { id, file } of made)
      writeText(join(out, `${id}.json`), `${JSON.stringify(file, undefined, 2)}\n`);
  return 0;
}

function patternsOf(program: Program, faults: readonly string[], product: string | undefined) {
  checkProduct(program, product);
  const ids = program.rules.map(({ id }) => id);
  const lists = (faults.length > 0 ? faults : [undefined]).map((id) => {
    const rule = program.rules.find((one) => one.id === id);
    if (id !== undefined && !rule)
      throw new UsageError(`没有规则 / no rule \`${id}\`${near(id, ids)}`);
    const [first, ...others] = patternsFor(program, rule, product);
    if (!first)
      throw new UsageError(
        id === undefined
          ? '没有合规的基础卷宗 / no base dossier is sound'
          : `规则 ${id} 没有可用的不合规示例 / rule ${id} has no failing case to start from${product === undefined ? '' : `（${product}）`}`,
      );
    return [first, ...others];
  });
  // one of each fault in turn, then the next case of each
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) =>
    lists.flatMap((list) => list[turn % list.length] ?? []),
  ).flat();
}

function checkProduct({ subjects }: Program, product: string | undefined): void {
  if (product === undefined) return;
  const subject = mainSubject(subjects);
  const [group = '', name = ''] = subject?.file.product?.split('.') ?? [];
  const inner = subject?.type.fields.get(group)?.type;
  const type = inner?.kind === 'context' ? inner.fields.get(name)?.type : undefined;
  const words = type?.kind === 'text' && type.words ? [...type.words.keys()] : [];
  if (words.includes(product)) return;
  throw new UsageError(
    `--product ${product}：没有这一产品 / no such product${near(product, words)}（${words.join(', ')}）`,
  );
}

function numberOf(option: string, given: string, low: number, high: number): number {
  const number = /^\d{1,10}$/u.test(given) ? Number(given) : Number.NaN;
  if (number >= low && number <= high) return number;
  throw new UsageError(
    `--${option} ${given}：应为 ${low} 至 ${high} 的整数 / should be a whole number from ${low} to ${high}`,
  );
}
