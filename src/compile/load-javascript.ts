import type { ContextType, Field, Type } from '../feel/types.ts';
import { sourceOf } from './javascript.ts';
import { type Layout, newLayout, placeName, scaleOf } from './layout.ts';
import { daysOf, elementField, limitsOf, reserve, verifiedNone, wordsOf } from './load.ts';
import { mostElements } from './plan.ts';
import * as scalars from './scalars.ts';

/** The source of a loader, and what it is given: words, limits and the readers of single values. */
export interface LoaderSource {
  /** A function of `tools` that gives `(root, tray) => void`. */
  readonly source: string;
  readonly tools: LoaderTools;
}

export interface LoaderTools {
  readonly scaled: typeof scalars.scaled;
  readonly day: typeof scalars.day;
  readonly moment: typeof scalars.moment;
  readonly flag: typeof scalars.flag;
  readonly word: typeof scalars.word;
  readonly text: typeof scalars.text;
  readonly distinct: typeof scalars.distinct;
  readonly unfit: typeof scalars.unfit;
  readonly reserve: typeof reserve;
  readonly words: readonly ReadonlyMap<string, number>[];
  readonly limits: readonly (scalars.Limits | undefined)[];
  readonly values: readonly ReadonlySet<unknown>[];
  readonly days: readonly scalars.Days[];
}

/** A loader written out field by field, so that each is read at a place of its own. */
export function loaderSource(
  type: ContextType,
  layout: Layout,
  numberOf: (word: string) => number,
): LoaderSource {
  const words: ReadonlyMap<string, number>[] = [];
  const limits: (scalars.Limits | undefined)[] = [];
  const values: ReadonlySet<unknown>[] = [];
  const days: scalars.Days[] = [];
  const functions: string[] = [];
  const root = recordFunction(type, layout, []);
  const source = [
    '"use strict";',
    'const {scaled,day,moment,flag,word,text,distinct,unfit,reserve,words,limits,values,days}=tools;',
    ...words.map((_, index) => `const w${index}=words[${index}];`),
    ...limits.map((_, index) => `const m${index}=limits[${index}];`),
    ...values.map((_, index) => `const v${index}=values[${index}];`),
    ...days.map((_, index) => `const d${index}=days[${index}];`),
    ...functions,
    `return function(o,y){${root}(o,y,0,0)};`,
  ].join('\n');
  return { source, tools: { ...scalars, reserve, words, limits, values, days } };

  /** The name of a function that reads a record into its places. */
  function recordFunction(of: ContextType, own: Layout, path: readonly string[]): string {
    const fields = [...of.fields.values()];
    const there = fields.map((field) => {
      const name = sourceOf(field.name);
      const read = fieldText(field, own, [...path, field.name], 'v');
      return `v=o[${name}];if(v!==undefined)k++;${read}`;
    });
    const absent = fields.map((field) => absentText(field, own, [...path, field.name]));
    functions.push(
      `function r${functions.length}(o,y,a,b){if(o===undefined||o===null){${absent.join('')}return}` +
        `if(typeof o!=='object'||Array.isArray(o))unfit();let v,k=0;\n${there.join('\n')}\ny.keys+=k}`,
    );
    return `r${functions.length - 1}`;
  }

  /** The fields of a record that is not there. */
  function absentText(field: Field, own: Layout, path: readonly string[]): string {
    const { type: of } = field;
    if (of.kind === 'context')
      return [...of.fields.values()]
        .map((one) => absentText(one, own, [...path, one.name]))
        .join('');
    const place = own.places.get(placeName(path));
    if (!place) return '';
    if (of.kind === 'text' && !of.words) return `y.texts[b+${place.index}]=undefined;`;
    return `y.numbers[a+${place.index}]=${of.kind === 'boolean' ? 2 : 'NaN'};`;
  }

  function fieldText(field: Field, own: Layout, path: readonly string[], value: string): string {
    const { type: of, name, key, absenceIsNone } = field;
    const place = own.places.get(placeName(path));
    if (path.length === 1 && name === verifiedNone)
      return `if(${value}!==undefined&&${value}!==null&&!(Array.isArray(${value})&&${value}.length===0))unfit();`;
    switch (of.kind) {
      case 'context':
        return `${recordFunction(of, own, path)}(${value},y,a,b);`;
      case 'list': {
        const element = place?.element ?? newLayout(of.of);
        const inner = elementFunction(field, of.of, element);
        const at = place && `y.numbers[a+${place.index}]`;
        const none = at ? `${at}=${absenceIsNone ? 0 : 'NaN'};` : '';
        const head = place
          ? `${at}=l;y.numbers[a+${place.index + 1}]=p;y.numbers[a+${place.index + 2}]=q;`
          : '';
        const once = key === undefined ? '' : `distinct(${value},${keyFunction(key)});`;
        return (
          `if(${value}===undefined||${value}===null){${none}}else{if(!Array.isArray(${value})||${value}.length>${mostElements})unfit();${once}` +
          `const l=${value}.length;let p=y.numbersEnd,q=y.textsEnd;reserve(y,l*${element.width},l*${element.texts});${head}` +
          `for(let i=0;i<l;i++){const c=${value}[i];if(c===undefined||c===null)unfit();${inner}(c,y,p,q);p+=${element.width};q+=${element.texts}}}`
        );
      }
      default: {
        const read = scalarText(field, value);
        if (!place) return `${read};`;
        return of.kind === 'text' && !of.words
          ? `y.texts[b+${place.index}]=${read};`
          : `y.numbers[a+${place.index}]=${read};`;
      }
    }
  }

  function keyFunction(key: string): string {
    const read = `typeof c==='object'&&c!==null?c[${sourceOf(key)}]:undefined`;
    functions.push(`function r${functions.length}(c){return ${read}}`);
    return `r${functions.length - 1}`;
  }

  function elementFunction(list: Field, of: Type, element: Layout): string {
    if (of.kind === 'context') return recordFunction(of, element, []);
    const read = fieldText(elementField(list, of), element, [''], 'v');
    functions.push(`function r${functions.length}(v,y,a,b){${read}}`);
    return `r${functions.length - 1}`;
  }

  function scalarText(field: Field, value: string): string {
    const { type: of } = field;
    const refused = `(${value}===undefined||${value}===null?NaN:unfit())`;
    switch (of.kind) {
      case 'number': {
        if (field.name === '') return refused;
        const own = limitsOf(field);
        if (own) limits.push(own);
        const read = `scaled(${value},${10 ** scaleOf(of)},${own ? `m${limits.length - 1}` : 'undefined'})`;
        if (!of.values) return read;
        values.push(new Set<unknown>([undefined, null, ...of.values.map(Number)]));
        return `(v${values.length - 1}.has(${value})?${read}:unfit())`;
      }
      case 'text':
        if (!of.words) return `text(${value})`;
        words.push(wordsOf(of, numberOf));
        return `word(${value},w${words.length - 1})`;
      case 'boolean':
        return `flag(${value})`;
      case 'date':
        days.push(daysOf(field));
        return `day(${value},d${days.length - 1})`;
      case 'date-time':
        days.push(daysOf(field));
        return `moment(${value},d${days.length - 1})`;
      default:
        return refused;
    }
  }
}
