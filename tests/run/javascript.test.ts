import { describe, expect, test } from 'vitest';

import { planOf } from '../../src/plan/from-program.ts';
import { compileToJavaScript } from '../../src/run/compile.ts';
import type { JsonSchema } from '../../src/dossier/schema.ts';
import { type Book, bookOf, engineNames, enginesOf, reference, verdictsOf } from './harness.ts';
import { schema } from './schema.ts';

/** Texts that would end the one they stand in, or run. */
const hostile = [
  '"]});globalThis.broken=1;//',
  "');globalThis.broken=1;('",
  '`${globalThis.broken=1}`',
  '*/globalThis.broken=1;/*',
  '\\";globalThis.broken=1;"',
  'a\u2028globalThis.broken=1',
  'a\u2029globalThis.broken=1',
  '</script><script>globalThis.broken=1</script>',
  '\\u0022;globalThis.broken=1',
  '__proto__',
  'constructor',
  '张三；（且）“引号”',
  '😀',
];

const odd: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    note: { type: 'string' },
    kind: { type: 'string', enum: hostile },
    有害: { type: 'boolean' },
    $value: { type: 'number', 'x-unit': 'count' },
    'a"b];globalThis.broken=1;//': { type: 'string' },
  },
};

describe('generated code', () => {
  test.each(hostile)('compares with %j as a text like any other', (text) => {
    const quoted = JSON.stringify(text).replaceAll('\\\\u', String.raw`\\u`);
    const book = bookOf([`note = ${quoted}`, `kind = ${quoted}`, `contains(note, ${quoted})`], odd);
    if (!book) throw new Error('the rulebook is wrong');
    const engines = enginesOf(book);
    for (const note of [text, `${text} `, 'x']) {
      const json = JSON.stringify({ id: 'T', day: '2024-10-08', note, kind: text });
      for (const name of engineNames) {
        const told = verdictsOf(engines[name], json);
        if (told) expect(told).toEqual(reference(book, json));
      }
    }
    expect('broken' in globalThis).toBe(false);
  });

  test('holds nothing of a rule but numbers and texts written as JSON', () => {
    const book = bookOf(
      ['note = "q1w2e3"', 'amount / price >= 0.15', 'every i in items satisfies i.kind = "A"'],
      schema,
    );
    if (!book) throw new Error('the rulebook is wrong');
    const { judge, loader } = sourceOf(book);
    expect(judge).toContain('"q1w2e3"');
    const code = judge.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""');
    // names are letters and numbers of our own, the methods of texts and mathematics, and words of the language
    const names = new Set(code.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
    const own =
      /^(?:[a-z]\d*|frame|truth|num|text|far|undated|rule|worse|putOff|kept|beyond|visits|rowOf|cell|cellText|word|length|rounded|remainder|dayOf|part|clock|months|years|working|afterMonths|afterWorking|runtime|Math|min|max|abs|includes|startsWith|endsWith|NaN|undefined|true|false|const|let|if|else|for|return|function|continue|break|new|Set|add|size)$/u;
    expect([...names].filter((name) => !own.test(name))).toEqual([]);
    for (const name of ['amount', 'price', 'items', 'TST']) expect(code).not.toContain(name);
    expect(loader).toContain('"amount"');
  });

  test('is the same at every compilation', () => {
    const conditions = ['amount <= price', 'sum(items.amount) <= price', 'sum(items.amount) > 0'];
    const sources = [0, 1].map(() => {
      const book = bookOf(conditions, schema);
      if (!book) throw new Error('the rulebook is wrong');
      const { judge, loader } = sourceOf(book);
      return judge + loader;
    });
    expect(sources[0]).toBe(sources[1]);
  });
});

function sourceOf({ program, subject }: Book) {
  return compileToJavaScript(planOf(program, subject), subject.type, program.calendar);
}
