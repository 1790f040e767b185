import { inLanguage } from '../base/language.ts';
import type { Program } from '../program/ast.ts';
import type { GateFile, Words } from '../rulebook/files.ts';
import { near, UsageError } from './call.ts';

/** The step that `--step` names by its id or its title, in either language. */
export function stepNamed(given: string | undefined, program: Program): string | undefined {
  if (given === undefined) return undefined;
  const steps = program.steps.map(({ id, step }) => ({ id, title: step.entry.data.title }));
  const found = named(given, steps);
  if (found) return found.id;
  throw new UsageError(
    `--step ${given}：没有该节点 / no such step${nearAmong(given, steps)}${listed(steps)}`,
  );
}

/** The gate that `--gate` names likewise. */
export function gateNamed(given: string, { rulebook }: Program): GateFile {
  const gates = (rulebook.manifest.data.gates ?? []).map((gate) => ({
    id: gate.gate,
    title: gate.title,
    gate,
  }));
  const found = named(given, gates);
  if (found) return found.gate;
  throw new UsageError(
    gates.length === 0
      ? `--gate ${given}：该规则库没有设关口（rulebook.yaml 的 gates） / this rulebook names no gates in rulebook.yaml`
      : `--gate ${given}：没有该关口 / no such gate${nearAmong(given, gates)}${listed(gates)}`,
  );
}

interface Titled {
  readonly id: string;
  readonly title: Words;
}

function named<T extends Titled>(given: string, all: readonly T[]): T | undefined {
  const wanted = given.trim().toLowerCase();
  return (
    all.find(({ id }) => id === wanted) ??
    all.find(({ title }) => Object.values(title).some((text) => text.toLowerCase() === wanted))
  );
}

function nearAmong(given: string, all: readonly Titled[]): string {
  return near(
    given,
    all.flatMap(({ id, title }) => [id, ...Object.values(title)]),
  );
}

/** Each on a line of its own: id, and what it is called in both languages. */
function listed(all: readonly Titled[]): string {
  const width = Math.max(...all.map(({ id }) => id.length));
  return all
    .map(({ id, title }) => {
      const titles = new Set(['zh', 'en'].map((language) => inLanguage(title, language)));
      return `\n  ${id.padEnd(width)}  ${[...titles].join(' / ')}`;
    })
    .join('');
}
