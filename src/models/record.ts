import { parsePath } from '../dossier/path.ts';
import type { ModelFigure } from '../rulebook/files.ts';
import { printRational, type Rational, round, parseRational } from '../values/rational.ts';
import type { Monitoring } from './monitor.ts';

/** Digits behind the point of a figure in a record; a half is rounded up. */
const places = 6;

type Plain = string | number | boolean;

/** A record with the figures of a monitoring; what has no figure is left out, and so is unknown to whoever judges it. */
export function recordOf(found: Monitoring): Readonly<Record<string, unknown>> | undefined {
  const { record } = found.model.entry.data;
  if (!record) return undefined;
  const file: Record<string, unknown> = { subject: record.subject };
  for (const [path, value] of Object.entries(record.fixed ?? {})) put(file, path, value);
  for (const [path, figure] of Object.entries(record.figures)) {
    const value = figureOf(figure, found);
    if (value !== undefined) put(file, path, value);
  }
  return file;
}

function figureOf(figure: ModelFigure, { total, edition, until }: Monitoring): Plain | undefined {
  const { outcome, decisions, grades } = total;
  switch (figure) {
    case 'psi':
      return grades.stability?.psi === undefined
        ? undefined
        : numberOf(parseRational(grades.stability.psi.toFixed(places + 3)));
    case 'auc':
    case 'ks':
      return numberOf(outcome?.figures?.[figure]);
    case 'overrideRate':
      // where some decisions cannot be told, no rate of all of them can
      return decisions?.unknown === 0 ? numberOf(decisions.rate) : undefined;
    case 'overridesWithoutReason':
      return decisions?.unknown === 0 && decisions.unclearReason === 0
        ? decisions.unreasoned
        : undefined;
    case 'files':
      return total.files;
    case 'good':
    case 'bad':
      return outcome?.[figure];
    case 'monitoredOn':
      return until;
    case 'validatedOn':
    case 'validUntil':
      return edition?.[figure];
    case 'usedFrom':
      return edition?.from;
  }
}

function numberOf(value: Rational | undefined): number | undefined {
  return value && Number(printRational(round(value, places, 'half up')));
}

/** Fields of records alone: `model.psi`. */
function put(file: Record<string, unknown>, path: string, value: Plain): void {
  const keys = (parsePath(path) ?? []).map((step) => ('name' in step ? step.name : ''));
  const last = keys.pop();
  let here = file;
  for (const key of keys) {
    const next = (here[key] ?? {}) as Record<string, unknown>;
    here[key] = next;
    here = next;
  }
  if (last !== undefined) here[last] = value;
}
