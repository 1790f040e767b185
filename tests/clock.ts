import process from 'node:process';

/** Milliseconds that this thread has computed: it does not matter to them what else the machine is busy with. */
export function computed(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
