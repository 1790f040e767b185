import { bankDayOf, monthsBetween, workingDaysBetween, yearsBetween } from './days.ts';
import { compareExact, compareWide, lengthOf } from './closures.ts';
import { type Frame, newFrame, type Trit, verdicts } from './frame.ts';
import { worse } from './judge.ts';
import {
  type CompareTruth,
  file,
  type Holder,
  type List,
  type Loaded,
  mostExact,
  type Num,
  summands,
  type Text,
  trustOf,
  type Truth,
} from './plan.ts';
import type { EditionPlan, RulePlan } from './rules.ts';

/** Rules in one function: few enough for the engine that runs it to optimise it whole. */
const rulesInGroup = 60;

/** What a generated program calls: nothing of a rule's text is in its names. */
export interface Runtime {
  readonly far: (
    id: number,
    left: number,
    right: number,
    numbers: Float64Array,
    texts: Loaded['texts'],
    at: readonly number[],
  ) => Trit;
  readonly exact: (
    id: number,
    numbers: Float64Array,
    texts: Loaded['texts'],
    at: readonly number[],
  ) => Trit;
  readonly worse: (a: number, b: number) => number;
  readonly day: (millis: number) => number;
  readonly months: (from: number, to: number) => number;
  readonly years: (from: number, to: number) => number;
  readonly working: (from: number, to: number) => number;
  readonly length: (text: string | undefined) => number;
}

export interface Generated {
  /** The source of a function of a `Runtime` that gives `(numbers, texts, verdicts) => void`. */
  readonly source: string;
  readonly comparisons: readonly {
    readonly truth: CompareTruth;
    readonly holders: readonly Holder[];
  }[];
}

/** Where in the generated text an expression stands. */
interface Writer {
  /** Names of temporary variables of the function being written. */
  readonly temporaries: string[];
  /** Elements of the loops around, the outermost first; their names go by their depth. */
  readonly holders: readonly Holder[];
}

/**
 * JavaScript for the rules of a plan.
 *
 * It is written from plans alone, whose only texts are those that expressions compare with; they are written as
 * JSON, and nothing else of a rule reaches the source.
 */
export function generate(rules: readonly (RulePlan | undefined)[]): Generated {
  /** Functions already written, by their text without the name. */
  const functions = new Map<string, string>();
  const comparisons: { readonly truth: CompareTruth; readonly holders: readonly Holder[] }[] = [];
  /** Loops over the file's own lists: how often each is called in the group being written. */
  let closedCalls = new Map<string, number>();
  const groups: string[] = [];
  for (let start = 0; start < rules.length; start += rulesInGroup) {
    groups.push(groupOf(rules.slice(start, start + rulesInGroup), start));
  }
  const calls = groups.map((_, index) => `g${index}(n,s,o);`).join('');
  const source = [
    '"use strict";',
    'const {far,exact,worse,day,months,years,working,length}=runtime;',
    ...[...functions].map(([text, name]) => text.replace('function(', `function ${name}(`)),
    ...groups,
    `return function(n,s,o){${calls}};`,
  ].join('\n');
  return { source, comparisons };

  function groupOf(part: readonly (RulePlan | undefined)[], start: number): string {
    closedCalls = new Map();
    const writer: Writer = { temporaries: [], holders: [] };
    const lines = part.map((rule, index) => ruleLine(rule, start + index, writer));
    const [shared, body] = withShared(lines.join('\n'));
    return `function g${start / rulesInGroup}(n,s,o){${declared(writer)}\n${shared}${body}\n}`;
  }

  /** A loop that several rules of a group need is run once. */
  function withShared(body: string): readonly [string, string] {
    let shared = '';
    let rest = body;
    for (const [call, count] of closedCalls) {
      if (count < 2) continue;
      const name = `k${call.slice(1, call.indexOf('('))}`;
      shared += `const ${name}=${call};\n`;
      rest = rest.replaceAll(call, name);
    }
    return [shared, rest];
  }

  function ruleLine(rule: RulePlan | undefined, place: number, writer: Writer): string {
    if (!rule) return `o[${place}]=${verdicts.slow};`;
    const value = rule.each
      ? eachCall(rule.each, rule.editions, writer)
      : editions(rule.editions, writer);
    if (!rule.product) return `o[${place}]=${value};`;
    const t = temporary(writer);
    return `o[${place}]=(${t}=${truthText(rule.product, writer)})===0?3:${t}===2?2:${value};`;
  }

  function editions(list: readonly EditionPlan[], writer: Writer): string {
    const days = list.map((edition) => numText(edition.day, writer));
    const names = new Map([...new Set(days)].map((day) => [day, temporary(writer)]));
    let text = String(verdicts['not-applicable']);
    for (const [index, edition] of [...list.entries()].toReversed()) {
      const day = names.get(days[index] ?? '') ?? '';
      text = `${day}>=${edition.from}&&${day}<=${edition.until}?${editionText(edition, writer)}:${text}`;
    }
    for (const [day, name] of [...names].toReversed())
      text = `(${name}=${day})!==${name}?255:${text}`;
    return `(${text})`;
  }

  function editionText({ when, require, ifAbsent }: EditionPlan, writer: Writer): string {
    const unknown = ifAbsent ? verdicts.slow : verdicts['cannot-tell'];
    const holds = truthText(require, writer);
    if (!when) {
      if (!ifAbsent) return holds;
      const t = temporary(writer);
      return `((${t}=${holds})===2?${unknown}:${t})`;
    }
    const [w, t] = [temporary(writer), temporary(writer)];
    return `((${w}=${truthText(when, writer)})===0?3:${w}===2?2:(${t}=${holds})===2?${unknown}:${t})`;
  }

  function eachCall(list: List, rules: readonly EditionPlan[], writer: Writer): string {
    return lifted(writer, 'closed', (own) => {
      const [inside, open, close] = loopText(list, own, 'return 2');
      const kept = condition(list, inside);
      const one = editions(rules, inside);
      const sure =
        kept === undefined ? '' : `const c=${kept};if(c===0)continue;if(c===2)return 255;`;
      return `${open}let w=3;${close(`${sure}w=worse(w,${one});`)}return w;`;
    });
  }

  function truthText(truth: Truth, writer: Writer): string {
    switch (truth.kind) {
      case 'known':
        return String(truth.value);
      case 'flag':
        return place('n', truth.holder, truth.index, writer);
      case 'compare':
        return compareText(truth, writer);
      case 'divided': {
        const t = temporary(writer);
        const by = numText(truth.by, writer);
        const above = truthText(truth.above, writer);
        if (truth.above === truth.below) return `((${t}=${by})>0?${above}:2)`;
        return `((${t}=${by})>0?${above}:${t}<0?${truthText(truth.below, writer)}:2)`;
      }
      case 'one-of': {
        const t = temporary(writer);
        const tests = truth.words.map((word) => `${t}===${word}`).join('||');
        return `(${t}=${numText(truth.of, writer)},${tests || 'false'}?1:${t}===${t}?0:2)`;
      }
      case 'same-text':
        return textPair(truth.left, truth.right, writer, (a, b) => `${a}===${b}`);
      case 'text-test': {
        const method = {
          contains: 'includes',
          'starts with': 'startsWith',
          'ends with': 'endsWith',
        }[truth.test];
        return textPair(truth.of, truth.part, writer, (a, b) => `${a}.${method}(${b})`);
      }
      case 'all':
        return joinedText(truth.parts, 0, writer);
      case 'any':
        return joinedText(truth.parts, 1, writer);
      case 'not':
        return negated(truthText(truth.of, writer), writer);
      case 'same-truth': {
        const [t, u] = [temporary(writer), temporary(writer)];
        const [a, b] = [truthText(truth.left, writer), truthText(truth.right, writer)];
        return `((${t}=${a})===2||(${u}=${b})===2?2:${t}===${u}?1:0)`;
      }
      case 'choice':
        return choiceText(truth.condition, writer, '2', (own) => [
          truthText(truth.yes, own),
          truthText(truth.no, own),
        ]);
      case 'dated':
        return datedText(truth, writer, '2', (is) => truthText(is, writer));
      case 'some':
        return quantified(truth.list, truth.holds, 1, writer);
      case 'every':
        return quantified(truth.list, truth.holds, 0, writer);
      case 'present': {
        const { of } = truth;
        if (of.kind === 'text' || of.kind === 'text-slot')
          return `(${textText(of, writer)}!==undefined?1:0)`;
        const t = temporary(writer);
        return `((${t}=${numText(of, writer)})===${t}?1:0)`;
      }
    }
  }

  function negated(text: string, writer: Writer): string {
    const t = temporary(writer);
    return `((${t}=${text})===2?2:1-${t})`;
  }

  function joinedText(parts: readonly Truth[], decides: 0 | 1, writer: Writer): string {
    const otherwise = decides === 0 ? 1 : 0;
    return (
      parts
        .map((part) => truthText(part, writer))
        .reduceRight<string | undefined>((rest, part) => {
          if (rest === undefined) return part;
          const [t, u] = [temporary(writer), temporary(writer)];
          return `((${t}=${part})===${decides}?${decides}:(${u}=${rest})===${decides}?${decides}:${t}+${u}===${2 * otherwise}?${otherwise}:2)`;
        }, undefined) ?? String(otherwise)
    );
  }

  function textPair(
    left: Text,
    right: Text,
    writer: Writer,
    test: (a: string, b: string) => string,
  ): string {
    const [t, u] = [temporary(writer), temporary(writer)];
    const [a, b] = [textText(left, writer), textText(right, writer)];
    return `((${t}=${a})===undefined||(${u}=${b})===undefined?2:${test(t, u)}?1:0)`;
  }

  function compareText(truth: CompareTruth, writer: Writer): string {
    const trust = trustOf(truth);
    const at = `n,s,[${writer.holders.map((_, depth) => `e${depth},t${depth}`).join(',')}]`;
    if (trust === 'never') {
      comparisons.push({ truth, holders: writer.holders });
      return `exact(${comparisons.length - 1},${at})`;
    }
    if (trust === 'parts') return partsText(truth, writer, at);
    const [p, q] = [temporary(writer), temporary(writer)];
    const [left, right] = [numText(truth.left, writer), numText(truth.right, writer)];
    const { operator } = truth;
    if (trust === 'always') {
      if (operator === '=')
        return `((${p}=${left})===(${q}=${right})?1:${p}!==${p}||${q}!==${q}?2:0)`;
      const other = operator === '<' ? '>=' : '>';
      return `((${p}=${left})${operator}(${q}=${right})?1:${p}${other}${q}?0:2)`;
    }
    // the texts of the sides may have numbered comparisons of their own
    const own = comparisons.length;
    comparisons.push({ truth, holders: writer.holders });
    const sign = operator === '=' ? '===' : operator;
    const near = [p, q].map((one) => `${one}<${mostExact}&&${one}>-${mostExact}`).join('&&');
    return `(${p}=${left},${q}=${right},${near}?${p}${sign}${q}?1:0:far(${own},${p},${q},${at}))`;
  }

  /** Sums of large numbers of either sign: every part has to be exact by itself. */
  function partsText(truth: CompareTruth, writer: Writer, at: string): string {
    const small: string[] = [];
    const limited = (name: string) => small.push(`${name}<${mostExact}&&${name}>-${mostExact}`);
    const steps: string[] = [];
    const [p = '', q = ''] = [truth.left, truth.right].map((side) => {
      const names = summands(side).map((part) => {
        const name = temporary(writer);
        steps.push(`${name}=${numText(part, writer)}`);
        limited(name);
        return name;
      });
      if (names.length === 1) return names[0] ?? '';
      const sum = temporary(writer);
      steps.push(`${sum}=${names.join('+')}`);
      limited(sum);
      return sum;
    });
    const id = comparisons.length;
    comparisons.push({ truth, holders: writer.holders });
    const sign = truth.operator === '=' ? '===' : truth.operator;
    return `(${steps.join(',')},${small.join('&&')}?${p}${sign}${q}?1:0:${p}!==${p}||${q}!==${q}?2:exact(${id},${at}))`;
  }

  function numText(num: Num, writer: Writer): string {
    switch (num.kind) {
      case 'whole':
        return Number.isNaN(num.value)
          ? 'NaN'
          : num.value < 0
            ? `(${num.value})`
            : String(num.value);
      case 'slot':
        return place('n', num.holder, num.index, writer);
      case 'sum':
        return `(${num.parts.map((part) => numText(part, writer)).join('+')})`;
      case 'product':
        return `${numText(num.left, writer)}*${numText(num.right, writer)}`;
      case 'least':
      case 'most': {
        const name = num.kind === 'least' ? 'Math.min' : 'Math.max';
        return `${name}(${num.parts.map((part) => numText(part, writer)).join(',')})`;
      }
      case 'absolute':
        return `Math.abs(${numText(num.of, writer)})`;
      case 'choice':
        return choiceText(num.condition, writer, 'NaN', (own) => [
          numText(num.yes, own),
          numText(num.no, own),
        ]);
      case 'dated':
        return datedText(num, writer, 'NaN', (is) => numText(is, writer));
      case 'table':
        return lifted(writer, 'free', (own) => {
          const rows = num.rows.map(({ matches, gives }) => {
            const stop = num.first ? 'return a?f:NaN;' : '';
            return `m=${truthText(matches, own)};if(m!==0){v=${numText(gives, own)};if(!h){f=v;h=true}else if(v!==f)a=false;if(m===1){u=true;${stop}}}`;
          });
          return `let f=NaN,h=false,u=false,a=true,m=0,v=NaN;${rows.join('\n')}return u&&a?f:NaN;`;
        });
      case 'length':
        return `length(${textText(num.of, writer)})`;
      case 'distinct':
        return lifted(writer, 'closed', (own) => {
          const [inside, open, close] = loopText(num.list, own, 'return NaN');
          const text = textText(num.of, inside);
          return `${open}const d=new Set();${close(`const v=${text};if(v===undefined)return NaN;d.add(v);`)}return d.size;`;
        });
      case 'tally':
      case 'total':
      case 'lowest':
      case 'highest':
        return lifted(writer, 'closed', (own) => {
          const [inside, open, close] = loopText(num.list, own, 'return NaN');
          const kept = condition(num.list, inside);
          const sure =
            kept === undefined ? '' : `const c=${kept};if(c===0)continue;if(c===2)return NaN;`;
          const value = num.kind === 'tally' ? '1' : numText(num.of, inside);
          if (num.kind === 'tally' || num.kind === 'total')
            return `${open}let r=0;${close(`${sure}r+=${value};`)}return r;`;
          const sign = num.kind === 'lowest' ? '<' : '>';
          return `${open}let r=NaN,h=false;${close(`${sure}const v=${value};if(v!==v)return NaN;if(!h||v${sign}r)r=v;h=true;`)}return r;`;
        });
      case 'element':
        return lifted(writer, 'closed', (own) => {
          const [inside, open, close] = loopText(num.list, own, 'return NaN');
          const kept = condition(num.list, inside);
          const value = numText(num.of, inside);
          const sure =
            kept === undefined ? '' : `const c=${kept};if(c===0)continue;if(c===2)return NaN;`;
          const found = kept === undefined ? `return ${value};` : `r=${value};`;
          return `${open}let k=${num.position},r=NaN;${close(`${sure}if(--k===0){${found}}`)}return r;`;
        });
      case 'day-of':
        return `day(${numText(num.of, writer)})`;
      case 'between': {
        const name = { months: 'months', years: 'years', 'working-days': 'working' }[num.what];
        return `${name}(${numText(num.from, writer)},${numText(num.to, writer)})`;
      }
    }
  }

  function choiceText(
    condition: Truth,
    writer: Writer,
    unknown: string,
    branches: (own: Writer) => readonly [string, string],
  ): string {
    return lifted(writer, 'free', (own) => {
      const asked = truthText(condition, own);
      const [yes, no] = branches(own);
      return `const c=${asked};let y=${unknown};if(c!==0){y=${yes};if(c===1)return y;}const z=${no};return c===0||y===z?z:${unknown};`;
    });
  }

  function datedText<T>(
    of: {
      readonly day: Num;
      readonly editions: readonly {
        readonly from: number;
        readonly until: number;
        readonly is: T;
      }[];
    },
    writer: Writer,
    otherwise: string,
    text: (is: T) => string,
  ): string {
    const d = temporary(writer);
    const parts = of.editions.map(
      ({ from, until, is }) => `${d}>=${from}&&${d}<=${until}?${text(is)}:`,
    );
    return `(${d}=${numText(of.day, writer)},${parts.join('')}${otherwise})`;
  }

  function quantified(list: List, holds: Truth, decides: 0 | 1, writer: Writer): string {
    return lifted(writer, 'closed', (own) => {
      const [inside, open, close] = loopText(list, own, 'return 2');
      const kept = condition(list, inside);
      const one = truthText(holds, inside);
      const otherwise = 1 - decides;
      const body =
        kept === undefined
          ? `const x=${one};if(x===${decides})return ${decides};if(x===2)r=2;`
          : `const c=${kept};if(c===0)continue;const x=${one};if(x===${decides}&&c===1)return ${decides};if(x!==${otherwise})r=2;`;
      return `${open}let r=${otherwise};${close(body)}return r;`;
    });
  }

  /** The conditions of a list as one; undefined where there is none. */
  function condition(list: List, inside: Writer): string | undefined {
    return list.where.length === 0 ? undefined : joinedText(list.where, 0, inside);
  }

  /** The head of a loop over a list, and what puts a body into it. */
  function loopText(
    list: List,
    own: Writer,
    without: string,
  ): readonly [Writer, string, (body: string) => string] {
    const depth = own.holders.length;
    const inside: Writer = {
      temporaries: own.temporaries,
      holders: [...own.holders, list.element],
    };
    const at = (offset: number) => place('n', list.holder, list.index + offset, own);
    const open = `const l=${at(0)};if(l!==l)${without};`;
    const [e, t] = [`e${depth}`, `t${depth}`];
    const head = `for(let i=0,${e}=${at(1)}|0,${t}=${at(2)}|0;i<l;i++,${e}+=${list.size.width},${t}+=${list.size.texts})`;
    return [inside, open, (body) => `${head}{${body}}`];
  }

  /** A function of its own for what needs statements; its call. */
  function lifted(writer: Writer, kind: 'closed' | 'free', write: (own: Writer) => string): string {
    const own: Writer = { temporaries: [], holders: writer.holders };
    const body = write(own);
    const parameters = [
      'n',
      's',
      ...writer.holders.flatMap((_, depth) => [`e${depth}`, `t${depth}`]),
    ].join(',');
    const text = `function(${parameters}){${declared(own)}${body}}`;
    const name = functions.get(text) ?? `f${functions.size}`;
    functions.set(text, name);
    const call = `${name}(${parameters})`;
    if (kind === 'closed' && writer.holders.length === 0)
      closedCalls.set(call, (closedCalls.get(call) ?? 0) + 1);
    return call;
  }

  function textText(text: Text, writer: Writer): string {
    return text.kind === 'text'
      ? sourceOf(text.value)
      : place('s', text.holder, text.index, writer);
  }

  function place(array: 'n' | 's', holder: Holder, index: number, { holders }: Writer): string {
    if (holder === file) return `${array}[${index}]`;
    const depth = holders.indexOf(holder);
    const base = array === 'n' ? `e${depth}` : `t${depth}`;
    return `${array}[${base}+${index}]`;
  }
}

function temporary({ temporaries }: Writer): string {
  const name = `x${temporaries.length}`;
  temporaries.push(name);
  return name;
}

function declared({ temporaries }: Writer): string {
  return temporaries.length > 0 ? `let ${temporaries.join(',')};` : '';
}

/** A text as JavaScript: JSON, with the two line ends that are not allowed in all of them escaped too. */
export function sourceOf(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);
}

/** What generated code calls when its doubles cannot decide. */
export function runtimeOf(
  { comparisons }: Generated,
  elements: number,
  calendar: Frame['calendar'],
): Runtime {
  const frame = newFrame(elements, calendar);
  const placed = (
    id: number,
    numbers: Float64Array,
    texts: Loaded['texts'],
    at: readonly number[],
  ): CompareTruth | undefined => {
    const compare = comparisons[id];
    frame.file = { numbers, texts };
    for (const [depth, holder] of (compare?.holders ?? []).entries()) {
      frame.numbersAt[holder] = at[2 * depth] ?? 0;
      frame.textsAt[holder] = at[2 * depth + 1] ?? 0;
    }
    return compare?.truth;
  };
  return {
    far: (id, left, right, numbers, texts, at) => {
      if (Number.isNaN(left) || Number.isNaN(right)) return 2;
      const truth = placed(id, numbers, texts, at);
      return truth ? compareWide(truth, left, right, frame) : 2;
    },
    exact: (id, numbers, texts, at) => {
      const truth = placed(id, numbers, texts, at);
      return truth ? compareExact(truth, frame) : 2;
    },
    worse,
    day: bankDayOf,
    months: monthsBetween,
    years: yearsBetween,
    length: lengthOf,
    working: (from, to) => (calendar ? workingDaysBetween(calendar, from, to) : Number.NaN),
  };
}
