import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { openOutput } from '../io/output.ts';
import { cannotWrite } from '../io/target.ts';
import { writeText } from '../io/write.ts';
import { makeNetwork } from '../samples/network/make.ts';
import { type Call, UsageError } from './call.ts';
import { complain, type ExitCode } from './console.ts';
import { inputsOf } from './inputs.ts';
import { soundRulebook } from './sound.ts';

/** Customers and files, at most. */
const most = 100_000;
/** Options that are of single files. */
const single = ['count', 'product', 'fault', 'faulty', 'format'] as const;

/** Makes a whole network in a folder: nothing is put there before all of it is made. */
export async function sampleNetwork(call: Call, seed: number): Promise<ExitCode> {
  for (const option of single)
    if (call.texts(option).length > 0)
      throw new UsageError(
        `--network 与 --${option} 不能同用 / --network and --${option} do not go together`,
      );
  const folder = call.text('out');
  if (folder === undefined)
    throw new UsageError('--network 要用 --out 指明文件夹 / --network needs a folder: --out DIR');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UsageError(
      `--out ${folder}：这里是文件，--network 要文件夹 / this is a file, and --network needs a folder`,
    );
  const [askedCustomers, askedFiles] = [numberOf(call, 'customers'), numberOf(call, 'files')];
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program } = loaded;
  const [network] = program.networks;
  if (!network)
    throw new UsageError(
      '这个规则库没有样本网络（samples/ 里的文件） / this rulebook describes no network (a file in samples/)',
    );
  const { data } = network.entry;
  const customers = askedCustomers ?? data.customers;
  const files = askedFiles ?? Math.round((data.files * customers) / data.customers);
  if (files < customers)
    throw new UsageError(
      `--files ${files}：每个客户至少一份，不能少于 --customers ${customers} / each customer has a file: no fewer than --customers ${customers}`,
    );
  return made(
    folder,
    makeNetwork(program, network, { seed, customers, files }),
    files,
    inputsOf(loaded),
  );
}

async function made(
  folder: string,
  network: ReturnType<typeof makeNetwork>,
  files: number,
  inputs: ReturnType<typeof inputsOf>,
): Promise<ExitCode> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(error, folder);
  }
  const out = await openOutput(join(folder, network.name), inputs);
  let count = 0;
  try {
    for (const { text } of network.files) {
      await out.write(`${text}\n`);
      count += 1;
    }
    if (count < files) {
      out.abandon();
      complain(
        `只能生成 ${count} 份：这些客户办不了这么多业务 / only ${count} files can be made: so few customers have no more`,
      );
      return 2;
    }
    for (const [name, text] of network.beside()) writeText(join(folder, name), text, inputs);
  } catch (error) {
    out.abandon();
    throw error;
  }
  await out.finish();
  return 0;
}

function numberOf(call: Call, option: string): number | undefined {
  const given = call.text(option);
  if (given === undefined) return undefined;
  const number = /^\d{1,10}$/u.test(given) ? Number(given) : 0;
  if (number >= 1 && number <= most) return number;
  throw new UsageError(
    `--${option} ${given}：应为 1 至 ${most} 的整数 / should be a whole number from 1 to ${most}`,
  );
}
