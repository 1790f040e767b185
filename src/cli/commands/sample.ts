import { mainSubject, type Program } from '../../program/ast.ts';
import { groundOf } from '../../samples/patterns.ts';
import { seriesOf, whole } from '../../samples/series.ts';
import { near, oneOf, readCall, UsageError } from '../call.ts';
import { complain, type ExitCode, print } from '../console.ts';
import { inputsOf } from '../inputs.ts';
import { soundRulebook } from '../sound.ts';
import { checkFaults } from '../sample-faults.ts';
import { sampleNetwork } from '../sample-network.ts';
import { formats, sampleOut, sampleTarget } from '../sample-out.ts';

export const help = `shouze sample  生成虚构的卷宗 / make dossiers that are nobody's

  --count N        份数，默认 1 / how many
  --seed S         种子，默认 1；同一种子逐字节相同 / the same seed gives the same bytes
  --product P      只要这一产品 / only this product
  --fault RULE     违反这条规则（可重复，轮流）；也可以是流程要求，如 process/approval/order
                   break this rule (repeatable, in turn), or what the process asks
  --faulty N%      其中 N% 违反规则：--fault 所列的，否则任意一条；有 --fault 时默认 100%，否则 0%
                   so many break a rule: those of --fault, else any; 100% with --fault, else 0%
  --format json|yaml|ndjson
  --out DIR|FILE   文件夹里每份一个文件，或 .ndjson、.json、.yaml 一个文件；默认写到标准输出
                   a file each in a folder, or one .ndjson, .json or .yaml file; standard output without it
  --network        生成整个网络：机构、员工、客户和他们的卷宗，写到 --out 的文件夹
                   a whole network: institutions, staff, customers and their files, into the folder of --out
  --customers N  --files N   网络的大小 / how large the network is
  --rulebook DIR  --lang LANG

  shouze sample --count 20 --seed 7 --out samples
  shouze sample --count 5 --product CONSUMER --fault RSK-002 --out faulty.ndjson
  shouze sample --count 10000 --faulty 5% --seed 7 --format ndjson --out all.ndjson
  shouze sample --network --seed 7 --out network
`;

/** Files to make at once, at most. */
const most = 100_000;

export async function sample(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {
    count: { type: 'string' },
    seed: { type: 'string' },
    product: { type: 'string' },
    fault: { type: 'string', multiple: true },
    faulty: { type: 'string' },
    network: { type: 'boolean' },
    customers: { type: 'string' },
    files: { type: 'string' },
  });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  if (call.positionals.length > 0)
    throw new UsageError('sample 不带路径，写到哪里用 --out / sample takes no path: use --out');
  const seed = numberOf('seed', call.text('seed') ?? '1', 0, 2 ** 31 - 1);
  if (call.flag('network')) return sampleNetwork(call, seed);
  for (const option of ['customers', 'files'])
    if (call.text(option) !== undefined)
      throw new UsageError(`--${option} 要与 --network 同用 / --${option} goes with --network`);
  const count = numberOf('count', call.text('count') ?? '1', 1, most);
  const faults = call.texts('fault');
  const faulty = shareOf(call.text('faulty')) ?? (faults.length > 0 ? whole : 0);
  const asked = call.text('format');
  const format = asked === undefined ? undefined : oneOf('format', asked, formats);
  const target = sampleTarget(call.text('out'), format);
  const product = call.text('product');
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program } = loaded;
  checkProduct(program, product);
  const ground = groundOf(loaded.engine, product);
  if (!ground) throw new UsageError('没有合规的基础卷宗 / no base dossier is sound');
  checkFaults(ground, faults, count, faulty);
  const { id } = ground.subject.file;
  const out = await sampleOut(target, count, id, inputsOf(loaded));
  let made = 0;
  try {
    for (const one of seriesOf(ground, { count, seed, faults, faulty })) {
      await out.add(one);
      made = one.number + 1;
      if (out.isClosed()) return 0;
    }
  } catch (error) {
    out.abandon();
    throw error;
  }
  if (made < count) {
    out.abandon();
    complain(
      `第 ${made + 1} 份没有生成：怎样改动都不合要求 / sample ${made + 1} was not made: no change of the base is judged as wanted`,
    );
    return 2;
  }
  await out.finish();
  return 0;
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

/** A share in percent, in parts of `whole`. */
function shareOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const share = /^\d{1,3}(?:\.\d{1,2})?%?$/u.test(given) ? Number(given.replace('%', '')) : -1;
  if (share >= 0 && share <= 100) return Math.round((share * whole) / 100);
  throw new UsageError(
    `--faulty ${given}：应为 0% 至 100%，至多两位小数 / should be a share from 0% to 100%, with two decimals at most`,
  );
}

function numberOf(option: string, given: string, low: number, high: number): number {
  const number = /^\d{1,10}$/u.test(given) ? Number(given) : Number.NaN;
  if (number >= low && number <= high) return number;
  throw new UsageError(
    `--${option} ${given}：应为 ${low} 至 ${high} 的整数 / should be a whole number from ${low} to ${high}`,
  );
}
