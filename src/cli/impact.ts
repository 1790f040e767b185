import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

import { lastingMemory } from '../base/memory.ts';
import { hasErrors } from '../base/diagnostic.ts';
import { sayIn } from '../base/language.ts';
import type { Engine } from '../check/engine.ts';
import type { ChecklistsRead } from '../checklist/answers.ts';
import { listsOf } from '../desk/answers.ts';
import type { RulebookDiff } from '../diff/diff.ts';
import type { ImpactJson } from '../diff/format.ts';
import {
  type AskedText,
  type Both,
  hitJudge,
  type HitSetting,
  type HitSide,
  type TextHit,
} from '../diff/hit.ts';
import { impactOn, type KnownBook } from '../diff/impact.ts';
import { formBehind, judgedBy } from '../diff/judging.ts';
import { cacheFolder, readCache, writeCache } from '../io/cache.ts';
import { aboutHead } from '../report/about.ts';
import { runGenerated } from '../run/compile.ts';
import type { Progress } from '../streams/dossiers.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { readAnswers } from './answer-files.ts';
import { type Call, jobsOf } from './call.ts';
import { complainOf } from './console.ts';
import { comparedAt } from './compared.ts';
import { stampOfEngine } from './kept.ts';
import { progressLine } from './progress.ts';
import { rulebookAt } from './rulebook-at.ts';
import { incomingOf, kindOf } from './run-check.ts';
import { languageIn } from './sound.ts';
import { staffOf } from './staff.ts';
import { waiversOf } from './waivers.ts';
import { type WorkerResults, workersOf } from './workers.ts';

/** Options that name what a book is judged by, beside the rulebooks. */
export const bookRoles = ['staff', 'waivers', 'answers'] as const;

/** What a thread judges by, as data: it reads both rulebooks by itself. */
export interface ImpactSetting extends HitSetting {
  readonly given: Both<string | undefined>;
  readonly here: string;
  /** What they have to come to. */
  readonly digests: Both<string>;
}

/** What becomes of the books of `--on`; `wrong` after complaining of what they are to be judged by. */
export async function bookUnder(
  { old, now, rules, languages }: RulebookDiff,
  books: readonly string[],
  call: Call,
): Promise<ImpactJson | 'wrong'> {
  const { program } = now;
  const language = languageIn(program, call);
  const staff = staffOf(call, { program, language });
  if (staff === 'wrong') return 'wrong';
  const waivers = await waiversOf(call, { program, language });
  if (waivers === 'wrong') return 'wrong';
  complainOf(waivers?.problems ?? [], language);
  const lists = await listsOn([old, now], staff?.read.people, call);
  if (lists === 'wrong') return 'wrong';
  const [before, after] = call.positionals;
  const setting: ImpactSetting = {
    rules: rules.map(({ id }) => id),
    languages,
    kind: kindOf(call, program),
    unmasked: call.flag('unmask'),
    register: staff?.source,
    waiverEntries: waivers?.entries,
    lists,
    given: [before, after],
    here: rulebookAt(call.text('rulebook')),
    digests: [old.digest, now.digest],
  };
  const progress: Progress = { bytes: 0, total: undefined, records: 0, file: '' };
  const line = progressLine(progress, sayIn(wordbooks, language).terms);
  const workers = workersOf<AskedText, TextHit>('impact-worker', jobsOf(call), setting, progress);
  // what a person told of a file is not of the file
  const kept = lists ? undefined : keptBook(setting, books, [old, now]);
  try {
    const { json, known } = await impactOn(
      incomingOf(books, { progress }),
      rules,
      hitJudge([old, now], setting, runGenerated),
      {
        about: aboutHead(program, languages),
        elsewhere: workers,
        known: kept?.known,
        tell: line.tell,
      },
    );
    if (known) kept?.keep(known);
    return json;
  } finally {
    line.clear();
    await workers.close();
  }
}

/** What came back on the check-lists of `--answers`, of rules of either rulebook; `wrong` after complaining. */
async function listsOn(
  [old, now]: Both<RulebookDiff['old']>,
  people: Engine['people'],
  call: Call,
): Promise<ChecklistsRead | undefined | 'wrong'> {
  const given = call.texts('answers');
  if (given.length === 0) return undefined;
  const { sheets, problems } = await readAnswers(given);
  const program = { ...now.program, rules: [...now.program.rules, ...old.program.rules] };
  const lists = listsOf(sheets, { program, digest: now.digest, engine: { people } });
  // which of the two rulebooks asked is all one
  const wrong = lists.diagnostics.filter(({ code }) => code !== 'checklist/other-rulebook');
  complainOf([...problems, ...wrong], call.language);
  return hasErrors([...problems, ...wrong]) ? 'wrong' : lists;
}

/** What a thread does; undefined where a rulebook is no longer what it was. */
export function judgeInThread(
  setting: ImpactSetting,
): (asked: readonly AskedText[]) => WorkerResults<TextHit> {
  const { given, here, digests } = setting;
  const memory = lastingMemory();
  const sides = given.flatMap((one, index): HitSide[] => {
    const { program, digest } = comparedAt(one, here, memory);
    return program && digest === digests[index] ? [{ program, ...judgedBy(program) }] : [];
  });
  const [old, now] = sides;
  const judge = old && now && hitJudge([old, now], setting, runGenerated);
  return (asked) => judge?.ofTexts(asked);
}

/** What is kept of a book: files by digest, and of rules, as both rulebooks have them, the places of those that differ. */
interface KeptBook {
  readonly files: readonly string[];
  readonly rules: { readonly [key: string]: readonly number[] };
}

/** Rules that are kept of one book, those of the last run first. */
const mostRules = 1000;

/**
 * What earlier runs found of books, which holds as long as a rule judges by the same on both sides; undefined where
 * nothing is kept.
 */
function keptBook(
  setting: ImpactSetting,
  books: readonly string[],
  sides: Both<RulebookDiff['old']>,
): { readonly known: KnownBook; readonly keep: (known: KnownBook) => void } | undefined {
  const stamp = stampOfEngine();
  if (stamp === undefined || cacheFolder() === undefined) return undefined;
  const { here, kind, register, waiverEntries } = setting;
  const name = `impact-${digestOf([stamp, resolve(here), books.map((book) => resolve(book)), kind, register?.text, [...(waiverEntries ?? [])]])}`;
  const bytes = readCache(name);
  const before: KeptBook = bytes
    ? (JSON.parse(Buffer.from(bytes).toString()) as KeptBook)
    : { files: [], rules: {} };
  const ground = sides.map(groundOf);
  const keys = new Map(
    setting.rules.map((id) => [
      id,
      digestOf([ground, sides.map((side) => formBehind(id, side) ?? null)]),
    ]),
  );
  const rules = [...keys].flatMap(([id, key]) => {
    const places = before.rules[key];
    return places ? [[id, new Set(places.map((place) => before.files[place] ?? ''))] as const] : [];
  });
  return { known: { files: new Set(before.files), rules: new Map(rules) }, keep };

  function keep(known: KnownBook): void {
    const files = [...known.files];
    const places = new Map(files.map((file, index) => [file, index]));
    const placesOf = (differ: Iterable<string>) =>
      [...differ].flatMap((one) => places.get(one) ?? []);
    const own = [...keys].map(([id, key]) => [key, placesOf(known.rules.get(id) ?? [])] as const);
    const had = new Set(before.files);
    // of a file that came since, only the rules of this run are known
    const others = files.every((file) => had.has(file)) ? Object.entries(before.rules) : [];
    const all = [
      ...own,
      ...others.map(([key, old]) => {
        return [key, placesOf(old.map((place) => before.files[place] ?? ''))] as const;
      }),
    ];
    const book: KeptBook = { files, rules: Object.fromEntries(new Map(all.slice(0, mostRules))) };
    writeCache(name, Buffer.from(JSON.stringify(book)));
  }
}

/** What every rule of a rulebook stands on: how files are read, and what is set for all. */
function groundOf({ program: { rulebook, subjects } }: RulebookDiff['old']): unknown {
  const { version: _, ...manifest } = rulebook.manifest.data;
  return [manifest, [...subjects.values()].map(({ file }) => file), [...rulebook.schemas]];
}

function digestOf(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex');
}
