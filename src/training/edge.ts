import { type Route, valueAt } from '../cases/paths.ts';
import type { Change } from '../cases/files.ts';
import { parsePath, pointerOfPath } from '../dossier/path.ts';
import type { Field, NumberType } from '../feel/types.ts';
import { formatNumber } from '../feel/sentence/format.ts';
import { rational } from '../values/rational.ts';
import { amountSteps, daySteps, type Steps } from '../values/steps.ts';
import { replaceAt } from '../yaml/edit.ts';
import type { Yaml, YamlText } from '../yaml/tree.ts';
import { judged, type JudgedFile, type TaughtCase } from './judged.ts';
import type { Setting } from './setting.ts';

/** Where a value of a file turns from failing a rule to meeting it, all else unchanged: found by judging. */
export interface Edge {
  readonly taught: TaughtCase;
  readonly field: Field;
  /** JSON pointer of the value. */
  readonly pointer: string;
  /** The file as its case has it, which fails. */
  readonly failed: JudgedFile;
  readonly yaml: Yaml;
  /** The value of the case, in steps of its unit: fen, days, months, basis points. */
  readonly now: bigint;
  /** The last value that meets the rule. */
  readonly last: bigint;
  /** Whether higher values meet it. */
  readonly isLeast: boolean;
  readonly scale: Scale;
  /** The file with another value in its place, and what the rule says of it. */
  readonly at: (value: bigint) => { readonly yaml: Yaml; readonly file: JudgedFile } | undefined;
}

/** How values of a field are counted in whole steps. */
interface Scale extends Steps {
  readonly kind: 'amount' | 'day';
  /** As a person reads it. */
  readonly shown: (value: bigint) => string;
}

/** Amounts below so many steps are too plain to be worked out. */
const leastAsked = 2n;

/** How often a search may halve what is left. */
const mostHalvings = 80;

/** The first change of a failing case whose value alone decides, and where it turns; undefined where there is none. */
export function edgeOf(taught: TaughtCase, setting: Setting): Edge | undefined {
  const file = taught.file();
  if (taught.expect !== 'fail' || !file?.base) return undefined;
  const failed = judged(taught.rule, file.yaml, taught.element, setting);
  if (failed?.outcome.status !== 'fail') return undefined;
  const day = setting.subject.file.sample?.day;
  for (const change of file.changes) {
    // the day of the file is nobody's to choose
    if (change.path.text === day) continue;
    // a business of nothing teaches a rule, and is none that anybody has on file
    const isNothing = file.changes.some(
      ({ route }) => route !== change.route && isEmptied(route, file.yaml, file.base),
    );
    if (isNothing) continue;
    const edge = edgeOn(change, taught, file.base, file.yaml, failed, setting);
    if (edge) return edge;
  }
  return undefined;
}

/** An amount that a case sets to nothing. */
function isEmptied(route: Route, yaml: Yaml, base: Yaml | undefined): boolean {
  const sound = base && textAt(base, route);
  return textAt(yaml, route) === '0' && sound !== undefined && sound !== '0';
}

function edgeOn(
  { path, route }: Change,
  taught: TaughtCase,
  base: Yaml,
  yaml: Yaml,
  failed: JudgedFile,
  setting: Setting,
): Edge | undefined {
  const { end: field } = route;
  const [own, sound] = [textAt(yaml, route), textAt(base, route)];
  if (!field || own === undefined || sound === undefined) return undefined;
  const scale = scaleOf(field, own, setting);
  const [now, good] = [scale?.of(own), scale?.of(sound)];
  const { root } = failed.session.dossier;
  const pointer = pointerOfPath(parsePath(path.text) ?? [], root, setting.subject.type);
  if (!scale || now === undefined || good === undefined || pointer === undefined) return undefined;

  const places = route.ways.map(({ into }) => into);
  const at: Edge['at'] = (value) => {
    const text: YamlText = {
      kind: 'text',
      span: yaml.span,
      text: scale.written(value),
      plain: true,
    };
    const changed = replaceAt(yaml, places, text);
    const file = changed && judged(taught.rule, changed, taught.element, setting);
    return file && { yaml: changed, file };
  };
  const meets = (value: bigint) => meetsAt({ at }, value);
  if (meets(good) !== true) return undefined;
  let [bad, last] = [now, good];
  for (let left = mostHalvings; left > 0 && distance(bad, last) > 1n; left -= 1) {
    const middle = (bad + last) / 2n;
    const isMet = meets(middle);
    if (isMet === undefined) return undefined;
    if (isMet) last = middle;
    else bad = middle;
  }
  // the value of the case may lie between two steps
  if (distance(bad, last) > 1n || meets(bad) !== false) return undefined;
  const isLeast = last > bad;
  const further = (by: bigint) => last + (isLeast ? by : -by);
  const near = distance(last, now) + 1n;
  // a rule that asks for something between two values has no least one
  const isOneSided = [near, near * 4n].every((by) => meets(further(by)) !== false);
  if (!isOneSided || meets(further(-near)) !== false) return undefined;
  // nothing at all, or one fen more, is no calculation
  if (scale.kind === 'amount' && last < leastAsked) return undefined;
  return { taught, field, pointer, failed, yaml, now, last, isLeast, scale, at };
}

/** Whether a file with a value meets the rule; undefined where the rule tells something else of it, or nothing. */
export function meetsAt({ at }: Pick<Edge, 'at'>, value: bigint): boolean | undefined {
  const status = at(value)?.file.outcome.status;
  return status === 'pass' ? true : status === 'fail' ? false : undefined;
}

function distance(a: bigint, b: bigint): bigint {
  return a < b ? b - a : a - b;
}

function textAt(yaml: Yaml, route: Route): string | undefined {
  const value = valueAt(yaml, route);
  return value?.kind === 'text' ? value.text : undefined;
}

/** Undefined for values that are no amounts and no days. */
function scaleOf({ type }: Field, own: string, setting: Setting): Scale | undefined {
  if (type.kind === 'number') return amountsOf(type, setting);
  if (type.kind !== 'date') return undefined;
  return { kind: 'day', ...daySteps, shown: daySteps.written };
}

/** Hundredths of a percent, and whole months, days and things. */
const steps: Readonly<Record<string, bigint>> = {
  ratio: 10_000n,
  rate: 10_000n,
  months: 1n,
  days: 1n,
  count: 1n,
};

function amountsOf(type: NumberType, { speaker, says }: Setting): Scale | undefined {
  const { unit, decimals, values } = type;
  const own = typeof unit === 'string' ? steps[unit] : undefined;
  const perOne = decimals === undefined ? own : 10n ** BigInt(decimals);
  if (perOne === undefined || values) return undefined;
  return {
    kind: 'amount',
    ...amountSteps(perOne),
    shown: (value) => says.tight(formatNumber(rational(value, perOne), unit, speaker.lexicon)),
  };
}
