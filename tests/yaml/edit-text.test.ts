import { dump } from 'js-yaml';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { editText, type Plain } from '../../src/yaml/edit-text.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { plainOf } from '../../src/yaml/tree.ts';

const text = `# 台账
format: 1   # first
table:
  key: 编号
  columns:
    # what is close
    编号: id   # the number
    "金额（万元）": { to: amount, times: 10000 } # in ten thousands
    日期:
      to: day
      optional: true # not in all
    # 备注: none
lists:
  - name: 人员
    list: people

    columns: { 姓名: name }
  - name: 资料   # papers
    columns:
      名称: title
codes: {}
complete: [people, amount]
# the end
`;

/** The lines that an edit took out and put in. */
function difference(edited: string | undefined): string {
  const [before, after] = [text.split('\n'), (edited ?? '').split('\n')];
  const start = before.findIndex((line, at) => line !== after[at]);
  if (start < 0) return '';
  let end = 0;
  while (before.at(-1 - end) === after.at(-1 - end) && end < before.length - start) end += 1;
  const shown = (lines: readonly string[], sign: string) =>
    lines.slice(start, lines.length - end).map((line) => `${sign}${line}\n`);
  return [...shown(before, '-'), ...shown(after, '+')].join('');
}

test.each<[string, readonly (string | number)[], Plain | undefined, string]>([
  [
    'a value, its comment kept',
    ['table', 'columns', '编号'],
    'meta.id',
    `-    编号: id   # the number
+    编号: meta.id   # the number
`,
  ],
  [
    'a value that becomes a map',
    ['table', 'columns', '编号'],
    { to: 'id', times: 0.01 },
    `-    编号: id   # the number
+    编号:   # the number
+      to: id
+      times: 0.01
`,
  ],
  [
    'a value that a map becomes',
    ['table', 'columns', '日期'],
    'day',
    `-    日期:
-      to: day
-      optional: true # not in all
+    日期: day # not in all
`,
  ],
  [
    'within braces',
    ['table', 'columns', '金额（万元）', 'unit'],
    '万元',
    `-    "金额（万元）": { to: amount, times: 10000 } # in ten thousands
+    "金额（万元）": { to: amount, times: 10000, unit: 万元 } # in ten thousands
`,
  ],
  [
    'a new entry behind the last',
    ['table', 'columns', '备注: 一'],
    'parties[1].note',
    `+    '备注: 一': parties[1].note
`,
  ],
  [
    'maps that are missing',
    ['table', 'fixed', 'parties[1].role'],
    'OWNER',
    `+  fixed:
+    parties[1].role: OWNER
`,
  ],
  [
    'an entry out',
    ['table', 'columns', '日期'],
    undefined,
    `-    日期:
-      to: day
-      optional: true # not in all
`,
  ],
  [
    'the first entry of an item out',
    ['lists', 1, 'name'],
    undefined,
    `-  - name: 资料   # papers
-    columns:
+  - columns:
`,
  ],
  [
    'the only entry of a map out',
    ['lists', 1, 'columns', '名称'],
    undefined,
    `-    columns:
-      名称: title
+    columns: {}
`,
  ],
  [
    'an item more',
    ['lists', 2],
    { name: '审批', list: 'approvals', columns: {} },
    `+  - name: 审批
+    list: approvals
+    columns: {}
`,
  ],
  [
    'an item out',
    ['lists', 0],
    undefined,
    `-  - name: 人员
-    list: people
-
-    columns: { 姓名: name }
`,
  ],
  [
    'an item with its comments out',
    ['table'],
    undefined,
    `-table:
-  key: 编号
-  columns:
-    # what is close
-    编号: id   # the number
-    "金额（万元）": { to: amount, times: 10000 } # in ten thousands
-    日期:
-      to: day
-      optional: true # not in all
-    # 备注: none
`,
  ],
  [
    'within brackets',
    ['complete', 2],
    'people[].name',
    `-complete: [people, amount]
+complete: [people, amount, 'people[].name']
`,
  ],
  [
    'into empty braces',
    ['codes', '产品', '01'],
    'HOUSING',
    `-codes: {}
+codes:
+  产品:
+    '01': HOUSING
`,
  ],
  ['nothing where nothing is', ['table', 'fixed', 'a'], undefined, ''],
])('%s', (_, keys, value, expected) => {
  const edited = editText(text, keys, value);
  expect(difference(edited)).toBe(expected);
});

test.each<[string, string, readonly (string | number)[]]>([
  ['no YAML', 'a: [', ['a']],
  ['a text on the way', 'a: b', ['a', 'c']],
  ['a list where a key is asked for', 'a: [1]', ['a', 'c']],
])('%s is not edited', (_, given, keys) => {
  expect(editText(given, keys, 'x')).toBeUndefined();
});

const word = fc.constantFrom('编号', '01', 'a: b', '#x', "it's", '"q"', 'true', '', '[1]', 'x');
const { tree } = fc.letrec<{ tree: Plain }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(word, tie('tree'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test('an edited text says what the edited data say', () => {
  const map = fc.dictionary(word, tree, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
  fc.assert(
    fc.property(map, word, tree, fc.integer({ min: 0, max: 3 }), (data, key, value, flowLevel) => {
      const given = dump(data, { flowLevel: flowLevel === 0 ? -1 : flowLevel, lineWidth: -1 });
      const edited = editText(given, [key], value) ?? '';
      expect(dataOf(edited)).toEqual({ ...data, [key]: value });
      const out = editText(edited, [key], undefined) ?? '';
      const { [key]: _, ...others } = data;
      if (Object.keys(others).length > 0) expect(dataOf(out)).toEqual(others);
    }),
  );
});

function dataOf(edited: string): unknown {
  const { value, diagnostics } = parseYaml({ name: '', text: edited });
  expect(diagnostics).toEqual([]);
  return value && JSON.parse(JSON.stringify(plainOf(value)));
}
