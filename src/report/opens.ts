import { keysOf } from '../base/pointer.ts';
import { type Language, inLanguage, textsIn } from '../base/language.ts';
import { fieldAt } from '../dossier/path.ts';
import { isUncaptured } from '../evaluate/tally.ts';
import type { Judgement } from '../evaluate/outcome.ts';
import type { Subject } from '../program/ast.ts';
import type { IntakeJson, Multilingual, RangeJson } from './json-format.ts';
import type { Result } from './result.ts';

/** A field that was not captured, and rules that it would open. */
export interface Opens {
  /** `parties[].mobile` */
  readonly field: string;
  readonly title: { readonly [language: string]: string };
  readonly rules: readonly string[];
}

/** Fields told one by one, at most. */
const mostFields = 10;

/** What was not captured in each of many files: of each only what was not told before. */
export function newlyOpens(): (judgement: Judgement, subject: Subject) => readonly Opens[] {
  const told = new Set<string>();
  return ({ findings }, { type }) => {
    const found = new Map<string, { title: Opens['title']; rules: string[] }>();
    for (const outcome of findings) {
      if (!isUncaptured(outcome)) continue;
      for (const { why, pointer } of outcome.missing) {
        if (why !== 'not-captured') continue;
        const path = patternOf(pointer);
        const key = `${outcome.rule} ${path}`;
        if (told.has(key)) continue;
        told.add(key);
        const one = found.get(path) ?? {
          title: fieldAt(type, pointer).field?.title ?? {},
          rules: [],
        };
        one.rules.push(outcome.rule);
        found.set(path, one);
      }
    }
    return [...found].map(([field, one]) => ({ field, ...one }));
  };
}

/** `/parties/0/mobile` as `parties[].mobile`; what is behind the last element of a list is the list. */
function patternOf(pointer: string): string {
  return keysOf(pointer)
    .reduce(
      (path, key) => (/^\d+$/u.test(key) ? `${path}[]` : path === '' ? key : `${path}.${key}`),
      '',
    )
    .replace(/\[\]$/u, '');
}

/** Sums up what many files lack. */
export interface IntakeCounting {
  readonly add: (result: Result) => void;
  readonly counted: () => Pick<
    IntakeJson,
    'rules' | 'data' | 'outOfScope' | 'uncaptured' | 'manual' | 'opens'
  >;
  /** The rules that a field would open, with what it is called. */
  readonly opened: (field: string) => { readonly title: Multilingual; readonly rules: number };
}

export function newIntakeCounting(languages: readonly Language[]): IntakeCounting {
  const opens = new Map<string, { title: Opens['title']; rules: Set<string> }>();
  const ranges = {
    data: newRange(),
    outOfScope: newRange(),
    uncaptured: newRange(),
    manual: newRange(),
  };
  let rules = 0;
  return {
    add: ({ record: { scope, later = 0 }, opens: own }) => {
      if (scope) {
        for (const [name, range] of Object.entries(ranges))
          widen(range, scope[name as keyof typeof ranges]);
        const { data, person, manual, uncaptured, outOfScope } = scope;
        rules = Math.max(rules, data + person + manual + uncaptured + outOfScope + later);
      }
      for (const { field, title, rules: by } of own ?? []) {
        const one = opens.get(field) ?? { title, rules: new Set() };
        for (const rule of by) one.rules.add(rule);
        opens.set(field, one);
      }
    },
    counted: () => ({
      rules,
      data: shown(ranges.data),
      outOfScope: shown(ranges.outOfScope),
      uncaptured: shown(ranges.uncaptured),
      manual: shown(ranges.manual),
      opens: [...opens]
        .toSorted(([a, one], [b, other]) => other.rules.size - one.rules.size || (a < b ? -1 : 1))
        .slice(0, mostFields)
        .map(([field, one]) => ({
          field,
          title: titled(one.title, field),
          rules: one.rules.size,
        })),
    }),
    opened: (field) => {
      const one = opens.get(field);
      return { title: titled(one?.title, field), rules: one?.rules.size ?? 0 };
    },
  };

  function titled(title: Opens['title'] | undefined, field: string): Multilingual {
    return textsIn(languages, (language) => inLanguage(title, language) || field);
  }
}

interface Range {
  least: number;
  most: number;
}

function newRange(): Range {
  return { least: Infinity, most: 0 };
}

function widen(range: Range, by: number): void {
  range.least = Math.min(range.least, by);
  range.most = Math.max(range.most, by);
}

function shown({ least, most }: Range): RangeJson {
  return { least: Math.min(least, most), most };
}
