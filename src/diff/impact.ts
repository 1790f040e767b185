import type { Kept } from '../check/kept.ts';
import { keysOfFile } from '../report/glance.ts';
import { inOrder, type UnderWay } from '../report/in-order.ts';
import { codeTitles } from '../report/glance-titles.ts';
import type { AboutHeadJson, GlanceKey } from '../report/json-format.ts';
import type { Elsewhere, Incoming } from '../report/run.ts';
import { add, parseRational, printRational, type Rational, zero } from '../values/rational.ts';
import type { Affected } from './affected.ts';
import type { ImpactedJson, ImpactGroupJson, ImpactJson, VerdictJson } from './format.ts';
import {
  type AskedText,
  type Both,
  type Hit,
  type HitJudge,
  type TextHit,
  verdictsWith,
} from './hit.ts';

export interface ImpactOptions {
  /** What the codes are called that files are told apart by. */
  readonly about: AboutHeadJson;
  /** Judges texts in another place, such as another thread. */
  readonly elsewhere?: Elsewhere<AskedText, TextHit> | undefined;
  /** What is known of the book. */
  readonly known?: KnownBook | undefined;
  /** Told how many were judged. */
  readonly tell?: ((dossiers: number) => void) | undefined;
}

/** Of which files of a book it is known whether a rule says the same of them by both rulebooks. */
export interface KnownBook {
  /** Digests of the files that were judged by every rule that is known. */
  readonly files: ReadonlySet<string>;
  /** Rules by their ids: digests of the files of which they do not say the same. */
  readonly rules: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What changes in a book, and what is known of it from now on. */
export interface Impact {
  readonly json: ImpactJson;
  /** Undefined where rules judge files together: what they say of one hangs on the others. */
  readonly known: KnownBook | undefined;
}

/**
 * Judges a book of dossiers by both rulebooks, first by the rules alone that may judge otherwise. Where one does,
 * the dossier is judged by all rules, and its verdicts are compared. What is known of a dossier is not asked again.
 *
 * Dossiers come and go; where one of the rules judges files together their texts are held, and what it reads of them.
 */
export async function impactOn(
  incoming: AsyncIterable<readonly Incoming[]>,
  rules: readonly Affected[],
  judge: HitJudge,
  { about, elsewhere, known: given, tell }: ImpactOptions,
): Promise<Impact> {
  const ids = rules.map(({ id }) => id);
  const isTogether =
    judge.isScopeFirst ||
    rules.some((one) =>
      [one.old, one.now].some((rule) => rule !== undefined && 'group' in rule && rule.group),
    );
  const known = isTogether ? undefined : given;
  const fresh = ids.filter((id) => !known?.rules.has(id));
  const files = new Set<string>();
  const differ = new Map(ids.map((id) => [id, new Set<string>()]));
  const hits = new Map<number, Hit>();
  const held: { readonly asked: AskedText; readonly kept: Both<Kept>; readonly place: number }[] =
    [];
  /** Texts of a book that is judged as a whole, by their places. */
  const whole = new Map<number, AskedText['text']>();
  let [place, dossiers, unread] = [0, 0, 0];
  for await (const { batch, made } of inOrder(incoming, begun, elsewhere?.most ?? 0)) {
    let next = 0;
    for (const one of batch) {
      place += 1;
      const asked = 'problem' in one ? undefined : askedOf(one);
      if (asked && judge.isScopeFirst) {
        whole.set(place, asked.text);
        continue;
      }
      const found = asked && made[next++];
      if (!asked || !found?.isRead) {
        unread += 1;
        continue;
      }
      dossiers += 1;
      note(asked, found.differ);
      if (found.hit && found.hit.outcomes.length > 0) hits.set(place, found.hit);
      if (isTogether && found.kept) held.push({ asked, kept: found.kept, place });
    }
    tell?.(place);
  }
  if (judge.isScopeFirst) takeWhole();
  else if (isTogether) takeTogether();
  const each = [...hits].toSorted(([a], [b]) => a - b).map(([, hit]) => hit);
  return {
    json: {
      dossiers,
      unread,
      changed: each.length,
      verdicts: verdictsOf(each),
      by: groupsOf(each, about),
      each: each.map(jsonOf),
    },
    known: isTogether ? undefined : { files, rules: differ },
  };

  function begun(batch: readonly Incoming[]): UnderWay<TextHit> {
    if (judge.isScopeFirst) return { batch, made: [] };
    const asked = batch.flatMap((one) => ('problem' in one ? [] : askedOf(one)));
    return { batch, made: elsewhere?.ofTexts(asked) ?? judge.ofTexts(asked) };
  }

  function askedOf(text: AskedText['text']): AskedText {
    const { digest = '' } = text.source;
    if (!known?.files.has(digest)) return { text, rules: ids, isHit: false, isKnown: false };
    const isHit = ids.some((id) => known.rules.get(id)?.has(digest) === true);
    return { text, rules: fresh, isHit, isKnown: true };
  }

  function note({ text, rules: asked }: AskedText, found: readonly string[]): void {
    const { digest = '' } = text.source;
    if (digest === '') return;
    files.add(digest);
    for (const [id, own] of differ) {
      const isDiffering = asked.includes(id)
        ? found.includes(id)
        : known?.rules.get(id)?.has(digest) === true;
      if (isDiffering) own.add(digest);
    }
  }

  function takeWhole(): void {
    const places = [...whole.keys()];
    for (const [index, { isRead, hit }] of judge.together([...whole.values()]).entries()) {
      if (isRead) dossiers += 1;
      else unread += 1;
      if (hit && hit.outcomes.length > 0) hits.set(places[index] ?? 0, hit);
    }
  }

  /** Adds what rules that judge files together say otherwise: all of the file's own stands beside it. */
  function takeTogether(): void {
    for (const [index, later] of judge.later(held.map(({ kept }) => kept)).entries()) {
      const one = held[index];
      // of a file that some other rule hits, the verdicts are with what these say all the same
      if (!one || (later.outcomes.length === 0 && !hits.has(one.place))) continue;
      const hit = hits.get(one.place) ?? wholeOf(one.asked);
      if (!hit) continue;
      const [old, now] = verdictsWith(hit, later);
      const outcomes = [...hit.outcomes, ...later.outcomes];
      hits.set(one.place, { ...hit, old, new: now, outcomes });
    }
  }

  function wholeOf(asked: AskedText): Hit | undefined {
    return judge.ofTexts([{ ...asked, rules: [], isHit: true, isKnown: true }])[0]?.hit;
  }
}

/** Without what it is counted by. */
function jsonOf(hit: Hit): ImpactedJson {
  const { about: _, tallies: __, malformed: ___, isAnswered: ____, ...told } = hit;
  return told;
}

type Impacted = Pick<Hit, keyof Pick<ImpactedJson, 'old' | 'new' | 'outcomes'> | 'about'>;

function verdictsOf(each: readonly Impacted[]): ImpactJson['verdicts'] {
  const counts = Map.groupBy(each, ({ old, new: now }) => `${old} ${now}`);
  return [...counts.values()].flatMap((ones) => {
    const [first] = ones;
    return first ? [{ old: first.old, new: first.new, dossiers: ones.length }] : [];
  });
}

function groupsOf(each: readonly Impacted[], titles: AboutHeadJson): ImpactJson['by'] {
  return {
    branch: ofFiles('branch'),
    product: ofFiles('product'),
    month: ofFiles('month'),
    amount: ofFiles('amount'),
    rule: [...new Set(each.flatMap(({ outcomes }) => outcomes.map(({ rule }) => rule)))].map(
      (rule) =>
        groupOf(
          rule,
          each.filter(({ outcomes }) => outcomes.some((one) => one.rule === rule)),
        ),
    ),
  };

  function ofFiles(kind: GlanceKey): readonly ImpactGroupJson[] {
    const keyOf = ({ about }: Impacted) => new Map(keysOfFile(about)).get(kind) ?? null;
    return [...Map.groupBy(each, keyOf)]
      .map(([key, ones]) => {
        const isCoded = kind === 'branch' || kind === 'product';
        const title = isCoded && key !== null ? codeTitles(kind, key, titles) : undefined;
        return { ...groupOf(key, ones), ...(title && { title }) };
      })
      .toSorted((a, b) => ((a.key ?? '~') < (b.key ?? '~') ? -1 : 1));
  }
}

function groupOf(key: string | null, ones: readonly Impacted[]): ImpactGroupJson {
  const amount = ones.reduce(
    (sum: Rational, { about }) => add(sum, parseRational(about.amount ?? '') ?? zero),
    zero,
  );
  return {
    key,
    dossiers: ones.length,
    worse: ones.filter(({ old, new: now }) => rank(now) < rank(old)).length,
    better: ones.filter(({ old, new: now }) => rank(now) > rank(old)).length,
    amount: printRational(amount),
  };
}

const worstFirst: readonly VerdictJson[] = ['fail', 'cannot-tell', 'pass'];

function rank(verdict: VerdictJson): number {
  return worstFirst.indexOf(verdict);
}
