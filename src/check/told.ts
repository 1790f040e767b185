import type { Dossier } from '../dossier/dossier.ts';
import type { Settled, Told, ToldElement, ToldGroups, ToldRule } from '../evaluate/told.ts';
import type { ProcessRule, Program, ProgramRule } from '../program/ast.ts';
import type { Compiled } from '../run/compile.ts';
import { type Loaded, verdicts } from '../run/frame.ts';
import type { JudgedFile } from '../run/passes.ts';
import { Unfit } from '../run/scalars.ts';
import type { CompiledGroup } from '../run/together.ts';
import { dateOfEpochDay } from '../values/temporal.ts';
import { printDate } from '../values/temporal-text.ts';

/** The compiled plans of one kind of file, with what of their rules counts for a verdict. */
export interface Judging {
  readonly compiled: Compiled;
  readonly places: ReadonlyMap<string, number>;
  readonly weights: readonly Weight[];
}

/** What a rule counts for: a draft for nothing, and only a mandatory one makes a file pass. */
export type Weight = 'draft' | 'mandatory' | 'other';

export function judgingOf(compiled: Compiled, weights: readonly Weight[]): Judging {
  return {
    compiled,
    places: new Map(compiled.rules.map((id, place) => [id, place])),
    weights,
  };
}

/** By the places of rules in a plan. */
export function weightsOf(ids: readonly string[], { rules, process }: Program): readonly Weight[] {
  const weights = new Map<string, Weight>([
    ...rules.map((rule) => [rule.id, weightOf(rule)] as const),
    ...process.map((rule) => [rule.id, weightOfProcess(rule)] as const),
  ]);
  return ids.map((id) => weights.get(id) ?? 'other');
}

function weightOf({ rule }: ProgramRule): Weight {
  const { status, level } = rule.entry.data;
  if (status === 'draft') return status;
  return level === 'mandatory' ? level : 'other';
}

function weightOfProcess({ editions }: ProcessRule): Weight {
  return editions.every(({ of }) => of.level === 'mandatory') ? 'mandatory' : 'other';
}

const statuses: { readonly [verdict: number]: ToldRule['status'] | undefined } = {
  [verdicts.pass]: 'pass',
  [verdicts['not-applicable']]: 'not-applicable',
  [verdicts.waiting]: 'waiting',
};

/** Files that are judged at a time: their values are to stay near the processor. */
const filesAtOnce = 64;

/**
 * What the plans tell of files, each by itself; undefined where one has to be evaluated whole.
 *
 * @param today - the day that lateness is judged on, since 1970
 */
export function toldEach(
  judging: Judging,
  files: readonly (Loaded | Unfit)[],
  today: number | undefined,
): readonly (Told | undefined)[] {
  const told = files.map((): Told | undefined => undefined);
  const sound = files.flatMap((loaded, place) =>
    loaded instanceof Unfit ? [] : [{ loaded, place }],
  );
  for (let start = 0; start < sound.length; start += filesAtOnce) {
    const some = sound.slice(start, start + filesAtOnce);
    const judged = judging.compiled.judgeEach(
      some.map(({ loaded }) => loaded),
      today,
    );
    for (const [index, { loaded, place }] of some.entries()) {
      const own = judged[index];
      if (own) told[place] = toldOf(judging, loaded, own, today);
    }
  }
  return told;
}

function toldOf(
  { compiled, places, weights }: Judging,
  loaded: Loaded,
  { verdicts: codes, editions, days, rows }: JudgedFile,
  today: number | undefined,
): Told {
  let elements: ReadonlyMap<number, ReadonlyMap<number, ToldElement>> | undefined;
  const elementsAt = (place: number): ReadonlyMap<number, ToldElement> => {
    elements ??= elementsOf(compiled, loaded, today);
    return elements.get(place) ?? new Map();
  };
  return {
    settled: settledBy(codes, weights, compiled.rules),
    rule: ({ id }) => {
      const place = places.get(id) ?? -1;
      // a draft judges nothing: that is not for plans to tell
      if (weights[place] === 'draft') return undefined;
      const status = statuses[codes[place] ?? verdicts.slow];
      return (
        status && new ToldHere(status, editions[place] ?? -1, days[place] ?? 0, place, elementsAt)
      );
    },
    rows: ({ id }) => rows[places.get(id) ?? -1],
  };
}

/** What a rule says of a file: its day and its elements are worked out where somebody asks. */
class ToldHere implements ToldRule {
  readonly status: ToldRule['status'];
  readonly edition: number;
  readonly #day: number;
  readonly #place: number;
  readonly #elementsAt: (place: number) => ReadonlyMap<number, ToldElement>;

  constructor(
    status: ToldRule['status'],
    edition: number,
    day: number,
    place: number,
    elementsAt: (place: number) => ReadonlyMap<number, ToldElement>,
  ) {
    this.status = status;
    this.edition = edition;
    this.#day = day;
    this.#place = place;
    this.#elementsAt = elementsAt;
  }

  get day(): string | null {
    return dayText(this.edition, this.#day);
  }

  elements(): ReadonlyMap<number, ToldElement> {
    return this.#elementsAt(this.#place);
  }
}

/** What is told where nothing of a file has to be evaluated. */
function settledBy(
  codes: Uint8Array,
  weights: readonly Weight[],
  rules: readonly string[],
): Settled | undefined {
  let [data, outOfScope, isPassed] = [0, 0, false];
  const waiting: string[] = [];
  for (let place = 0; place < codes.length; place += 1) {
    const weight = weights[place];
    if (weight === 'draft') continue;
    switch (codes[place]) {
      case verdicts.pass:
        data += 1;
        isPassed ||= weight === 'mandatory';
        break;
      case verdicts['not-applicable']:
        outOfScope += 1;
        break;
      case verdicts.waiting:
        waiting.push(rules[place] ?? '');
        break;
      default:
        return undefined;
    }
  }
  return { data, manual: waiting.length, outOfScope, isPassed, waiting };
}

/**
 * What is told of elements, by the places of their rules and then their own: of all rules at once, since the file has
 * to be judged again for it.
 */
function elementsOf(
  compiled: Compiled,
  loaded: Loaded,
  today: number | undefined,
): ReadonlyMap<number, ReadonlyMap<number, ToldElement>> {
  compiled.judge(loaded, today);
  return new Map(
    compiled.rules.map((_, place) => [
      place,
      new Map(
        (compiled.judgeElements(place) ?? []).map(({ position, verdict, edition, day }) => {
          const status = statuses[verdict];
          const told = status === 'pass' || status === 'not-applicable' ? status : 'other';
          return [position, { status: told, edition, day: dayText(edition, day) }];
        }),
      ),
    ]),
  );
}

/** ISO; null where no edition was picked. */
function dayText(edition: number, day: number | undefined): string | null {
  const date = edition < 0 || day === undefined ? undefined : dateOfEpochDay(day);
  return date ? printDate(date) : null;
}

/**
 * What a rule says of files judged together, where each of them can be placed: of a group that is to be explained
 * nothing, nor of any file that shares one with it.
 *
 * @param isEachFiles - it judges each file beside the others: its elements are the files
 */
export function groupsToldBy(
  { keysOf, loadMember, judge }: CompiledGroup,
  isEachFiles: boolean,
  dossiers: readonly Dossier[],
  today: number | undefined,
): ReturnType<ToldGroups> {
  const members = new Map<string, { readonly places: number[]; readonly loaded: Loaded[] }>();
  const keysByFile: (readonly string[])[] = [];
  for (const [place, { root }] of dossiers.entries()) {
    const keys = keysOf(root);
    const loaded = keys && loadMember(root);
    if (!loaded || loaded instanceof Unfit) return undefined;
    keysByFile.push(keys);
    for (const key of keys) {
      const own = members.get(key) ?? { places: [], loaded: [] };
      own.places.push(place);
      own.loaded.push(loaded);
      members.set(key, own);
    }
  }
  const told = dossiers.map((): ('pass' | 'not-applicable')[] => []);
  const open: string[] = [];
  for (const [key, { places, loaded }] of members) {
    const { verdict, elements } = judge(key, loaded, today);
    const all = elements ? elements.map((one) => statuses[one.verdict]) : [statuses[verdict]];
    const known = all.filter((status) => status === 'pass' || status === 'not-applicable');
    if (known.length < all.length) open.push(key);
    else
      for (const [position, place] of places.entries())
        told[place]?.push(...(isEachFiles ? known.slice(position, position + 1) : known));
  }
  const explained = new Set<number>();
  const seen = new Set(open);
  for (const key of seen) {
    for (const place of members.get(key)?.places ?? []) {
      explained.add(place);
      for (const other of keysByFile[place] ?? []) seen.add(other);
    }
  }
  return told.map((own, place) =>
    explained.has(place) ? undefined : own.length > 0 ? own : ['not-applicable'],
  );
}
