import { isRecord, type Plain } from '../../scripts/situations.ts';
import { planOf } from '../../src/plan/from-program.ts';
import { compiling, runGenerated } from '../../src/run/compile.ts';
import { verdicts } from '../../src/run/frame.ts';
import { Unfit } from '../../src/run/scalars.ts';
import { shipped } from '../evaluate/shipped.ts';

const { program, subject } = shipped();
const compiled = compiling(planOf(program, subject), subject.type, program.calendar)
  .toJavaScript()
  .link(runGenerated);

/** Rules, and what steps ask, that decide a verdict; drafts decide none. */
const mandatory: ReadonlySet<string> = new Set([
  ...program.rules
    .filter(
      ({ rule: { entry } }) => entry.data.level === 'mandatory' && entry.data.status === 'issued',
    )
    .map(({ id }) => id),
  ...program.process
    .filter(({ editions }) => editions.every(({ of }) => of.level === 'mandatory'))
    .map(({ id }) => id),
]);

/**
 * What the plans of the rules say of a file; waiting for a person is neither.
 *
 * The few rules that have no plan are not asked: they take a hundred times as long.
 */
export interface Said {
  readonly failed: ReadonlySet<string>;
  /** What cannot be told. */
  readonly open: ReadonlySet<string>;
  /** 2 where a mandatory rule fails, 1 where one is open, 0 otherwise. */
  readonly gravity: 0 | 1 | 2;
}

/** Undefined for a file that is not as its schema asks: no rule passes by it. */
export function said(file: Plain): Said | undefined {
  const json = JSON.stringify(file);
  const loaded = compiled.load(json, JSON.parse(json) as object);
  if (loaded instanceof Unfit) return undefined;
  const told = compiled.judge(loaded);
  const failed = new Set<string>();
  const open = new Set<string>();
  for (const [place, id] of compiled.rules.entries()) {
    if (told[place] === verdicts.fail) failed.add(id);
    else if (told[place] === verdicts['cannot-tell']) open.add(id);
  }
  const isGrave = (ids: ReadonlySet<string>) => [...ids].some((id) => mandatory.has(id));
  return { failed, open, gravity: isGrave(failed) ? 2 : isGrave(open) ? 1 : 0 };
}

/** A day or moment of a file, and where it stands. */
export interface Dated {
  /** By keys: `interviews[W1].at`. */
  readonly path: string;
  /** By kinds of elements, where they have one: `documents[ID_CARD].issuedDate`, `interviews[].at`. */
  readonly kind: string;
  readonly text: string;
  readonly put: (text: string) => void;
}

const kinds = ['docType', 'consentType', 'contractType', 'eventType', 'registrationType'];

export function* datedIn(value: Plain, path = '', kind = ''): Generator<Dated> {
  if (Array.isArray(value)) {
    for (const [place, item] of value.entries())
      yield* datedIn(item, `${path}[${keyOf(item, place)}]`, `${kind}[${kindOf(item)}]`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    const at = path === '' ? name : `${path}.${name}`;
    const of = kind === '' ? name : `${kind}.${name}`;
    if (typeof inner === 'string' && /^\d{4}-\d\d-\d\d(?:T|$)/u.test(inner))
      yield { path: at, kind: of, text: inner, put: (text) => (value[name] = text) };
    else yield* datedIn(inner, at, of);
  }
}

function keyOf(item: Plain, place: number): string {
  const [key] = isRecord(item) ? Object.values(item) : [];
  return typeof key === 'string' ? key : `${place + 1}`;
}

function kindOf(item: Plain): string {
  const found = isRecord(item) ? kinds.map((name) => item[name]) : [];
  return found.find((one) => typeof one === 'string') ?? '';
}

/** The same day so many years later, and the day before it where that is no 29 February. */
export function yearsLater(text: string, years: number): string {
  const moved = `${Number(text.slice(0, 4)) + years}`.padStart(4, '0') + text.slice(4);
  const year = Number(moved.slice(0, 4));
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return moved.slice(5, 10) === '02-29' && !isLeap
    ? `${moved.slice(0, 8)}28${moved.slice(10)}`
    : moved;
}
