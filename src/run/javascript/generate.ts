import { isLoopOfFile } from '../../plan/of-file.ts';
import type { Plan, RulePlan } from '../../plan/plan.ts';
import type { Part } from '../../plan/walk.ts';
import type { Loaded } from '../frame.ts';
import type { Layouts } from '../layout.ts';
import { rulesInPass } from '../passes.ts';
import { numJs } from './numbers.ts';
import { print, printFunction } from './print.ts';
import { ruleJs } from './rules.ts';
import { type KnownPart, runtimeNames } from './runtime.ts';
import * as js from './syntax.ts';
import type { Js, OnceJs, Statement } from './syntax.ts';
import { textJs } from './texts.ts';
import { truthJs } from './truths.ts';
import {
  type Body,
  type CodesRead,
  type Delegated,
  isSteady,
  positions,
  withinVisits,
  type Writing,
} from './writing.ts';

/** Some of the rules, one after the other: verdicts, editions and days go into the arrays. */
export type GeneratedPass = (
  numbers: Float64Array,
  texts: Loaded['texts'],
  verdicts: Uint8Array,
  editions: Int16Array,
  days: Int32Array,
) => void;

export interface Generated {
  /** The body of a function of a `Runtime` that gives a list of `GeneratedPass`, in the order of the rules. */
  readonly source: string;
  /** What it asks the runtime for, by number, and the loops that each stands in. */
  readonly delegated: readonly KnownPart[];
  /** What it reads of code sets, by number. */
  readonly codes: readonly CodesRead[];
}

/** Names of what every function of rules is given. */
const given = ['n', 's', 'o', 'q', 'y'];

/**
 * JavaScript for the rules of a plan.
 *
 * It is written from plans alone, whose only texts are those that expressions compare with; they are written as
 * JSON, and nothing else of a rule reaches the source.
 */
export function generate(plan: Plan, layouts: Layouts): Generated {
  /** Names of the functions already written, by their text without the name. */
  const functions = new Map<string, string>();
  const delegated: KnownPart[] = [];
  const codes: CodesRead[] = [];
  /** Calls that run loops over the file's own lists, in the group being written. */
  let calls = new Map<string, { readonly js: OnceJs; uses: number }>();
  const write: Writing = {
    layouts,
    truth: (truth, body) => truthJs(truth, body, write),
    num: (num, body) => numJs(num, body, write),
    text: (text, body) => textJs(text, body, write),
    lifted,
    named,
    codes: codesNumber,
    known,
    delegated: (part, body) => {
      const [id, at] = known(part, body);
      return js.call(part.kind, id, at);
    },
  };
  const groups: string[] = [];
  for (let start = 0; start < plan.rules.length; start += rulesInPass)
    groups.push(groupOf(plan.rules.slice(start, start + rulesInPass), start));
  const source = [
    '"use strict";',
    `const {${runtimeNames.join(',')}}=runtime;`,
    ...[...functions].map(([text, name]) => `function ${name}${text}`),
    ...groups.map((text, index) => `function g${index}${text}`),
    `return [${groups.map((_, index) => `g${index}`).join(',')}];`,
  ].join('\n');
  return { source, delegated, codes };

  function groupOf(rules: readonly RulePlan[], start: number): string {
    calls = new Map();
    const body: Body = { temporaries: [], rows: [], isOuter: true };
    const judged = rules.flatMap((rule, index): readonly Statement[] =>
      // what has no plan was left to the evaluator beforehand
      rule.kind === 'planned' ? ruleJs(rule, start + index, body, write) : [],
    );
    const shared = [...calls.values()].filter(({ uses }) => uses > 1);
    const constants = shared.map(({ js: once }, index) => {
      const statement = js.constant(`k${index}`, once.call);
      once.name = `k${index}`;
      return statement;
    });
    return printFunction({ parameters: given, body: [declared(body), ...constants, ...judged] });
  }

  function lifted(part: Part, body: Body, make: (own: Body) => readonly Statement[]): Js {
    const isOfFile = isLoopOfFile(part);
    const own: Body = { temporaries: [], rows: isOfFile ? [] : body.rows, isOuter: false };
    const parameters = ['n', 's', ...positions(own)];
    const name = functionOf(parameters, own, (inside) => [
      ...withinVisits(part, write),
      ...make(inside),
    ]);
    const call = js.call(name, ...parameters.map(js.name));
    if (!isOfFile) return call;
    if (body.isOuter && isSteady(part)) return once(call);
    return js.call('kept', js.number(Number(name.slice(1))), js.name(name));
  }

  function functionOf(
    parameters: readonly string[],
    own: Body,
    make: (own: Body) => readonly Statement[],
  ): string {
    const statements = make(own);
    const text = printFunction({ parameters, body: [declared(own), ...statements] });
    const name = functions.get(text) ?? `f${functions.size}`;
    functions.set(text, name);
    return name;
  }

  function named(
    { rows }: Body,
    more: readonly string[],
    make: (own: Body) => readonly Statement[],
  ): Js {
    const own: Body = { temporaries: [], rows, isOuter: false };
    return js.name(functionOf(['n', 's', ...more], own, make));
  }

  /** The same call, for all that need it in the group. */
  function once(call: Js): Js {
    const text = print(call);
    const known = calls.get(text);
    if (known) {
      known.uses += 1;
      return known.js;
    }
    const made: OnceJs = { kind: 'once', call, name: undefined };
    calls.set(text, { js: made, uses: 1 });
    return made;
  }

  function codesNumber(read: CodesRead): Js {
    const known = codes.findIndex((other) => isSameRead(read, other));
    if (known >= 0) return js.number(known);
    codes.push(read);
    return js.number(codes.length - 1);
  }

  function known(part: Delegated, body: Body): readonly [id: Js, at: Js] {
    delegated.push({ part, rows: body.rows });
    const at: Js = { kind: 'list', items: positions(body).map(js.name) };
    return [js.number(delegated.length - 1), at];
  }
}

function declared({ temporaries }: Body): Statement {
  return { kind: 'declare', names: temporaries };
}

function isSameRead(a: CodesRead, b: CodesRead): boolean {
  const column = (read: CodesRead) => (read.kind === 'code' ? undefined : read.column);
  return a.kind === b.kind && a.sheet === b.sheet && column(a) === column(b);
}
