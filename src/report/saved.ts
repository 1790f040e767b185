import type { CheckLine, CheckReport } from './json-format.ts';

/** What the heads of earlier runs lack. */
const added = { posts: {}, about: {}, remedies: {}, scheme: null };

type Plain = Readonly<Record<string, unknown>>;

/** A line of a saved run; undefined for what `check --format ndjson` does not write. */
export function savedLine(text: string): CheckLine | undefined {
  const line = parsed(text);
  if (!isRecord(line)) return undefined;
  const isLine =
    line['type'] === 'head'
      ? isHead(line)
      : line['type'] === 'foot'
        ? isRecord(line['summary']) && typeof line['digest'] === 'string'
        : (line['type'] === 'dossier' || line['type'] === 'together') && isJudged(line);
  if (!isLine) return undefined;
  return (line['type'] === 'head' ? { ...added, ...line } : line) as unknown as CheckLine;
}

/** A saved run of `check --format json`; undefined for anything else. */
export function savedReport(text: string): CheckReport | undefined {
  const report = parsed(text);
  if (!isRecord(report) || !isHead(report) || !isRecord(report['summary'])) return undefined;
  const { dossiers } = report;
  const isReport =
    Array.isArray(dossiers) && dossiers.every((one) => isRecord(one) && isJudged(one));
  return isReport ? ({ ...added, ...report } as unknown as CheckReport) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isHead({ format, rulebook, engine, rules, clauses, steps, stages }: Plain): boolean {
  return (
    format === 2 &&
    isRecord(rulebook) &&
    ['id', 'version', 'digest'].every((key) => typeof rulebook[key] === 'string') &&
    typeof engine === 'string' &&
    [rules, clauses, steps, stages].every(isRecord)
  );
}

function isJudged({ file, outcomes }: Plain): boolean {
  return (
    typeof file === 'string' &&
    Array.isArray(outcomes) &&
    outcomes.every(
      (one) =>
        isRecord(one) &&
        ['finding', 'rule', 'status'].every((key) => typeof one[key] === 'string') &&
        isRecord(one['message']) &&
        Array.isArray(one['basis']),
    )
  );
}

function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
