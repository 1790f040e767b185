import { readFileSync } from 'node:fs';

import { isObject } from '../src/base/json.ts';
import { type Said, said, type Spoken } from '../src/base/language.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a key of a type means; the type itself where the key is `''`. */
export type Meaning = (type: string, key: string, description: unknown) => Said<string>;

interface Telling {
  readonly meaningOf: Meaning;
  readonly language: Spoken;
}

const words = {
  head: { zh: '| 键 | 类型 | 含义 |', en: '| key | type | meaning |' },
  simpleHead: { zh: '| 类型 | 含义 |', en: '| type | meaning |' },
  or: { zh: ' 或 ', en: ' or ' },
  one: { zh: '、', en: ', ' },
  string: { zh: '文本', en: 'text' },
  number: { zh: '数', en: 'number' },
  integer: { zh: '整数', en: 'whole number' },
  boolean: { zh: '是否', en: 'true or false' },
  null: { zh: '`null`', en: '`null`' },
  anything: { zh: '任意值', en: 'anything' },
  list: said(
    (of: string) => `列表：${of}`,
    (of) => `list: ${of}`,
  ),
  by: said(
    (of: string) => `各键：${of}`,
    (of) => `by key: ${of}`,
  ),
};

/** The keys of the types of some schemas, each type once, where it comes first. */
export function fieldTables(
  kinds: readonly { readonly schema: string }[],
  meaningOf: Meaning,
  language: Spoken,
): {
  /** A text for each of the schemas. */
  readonly parts: readonly string[];
  /** Types without keys, in a table. */
  readonly simple: string;
} {
  const schemas = kinds.map(({ schema }) => schemaOf(schema));
  const simple = new Map<string, Json>();
  const told = new Set<string>();
  const telling = { meaningOf, language };
  const parts = schemas.map(({ $ref, definitions }) => {
    const top = $ref.slice('#/definitions/'.length);
    const types = [top, ...Object.keys(definitions).filter((name) => name !== top)];
    const texts = types.flatMap((name) => {
      const type = definitions[name];
      if (told.has(name) || !isObject(type)) return [];
      told.add(name);
      if (isObject(type['properties']))
        return [part(name, type, { isTop: name === top, ...telling })];
      simple.set(name, type);
      return [];
    });
    return texts.join('\n\n');
  });
  const rows = [...simple]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([name, type]) =>
        `| <a id="${name.toLowerCase()}"></a>\`${name}\` | ${simpleText(name, type, telling)} |`,
    );
  return { parts, simple: `${words.simpleHead[language]}\n| --- | --- |\n${rows.join('\n')}` };
}

/** A type with keys: what it is, and a table of them. */
function part(
  name: string,
  type: Json,
  { isTop, meaningOf, language }: Telling & { readonly isTop: boolean },
): string {
  const meaning = meaningOf(name, '', type['description'])[language];
  const says = isTop ? meaning : `<a id="${name.toLowerCase()}"></a>**\`${name}\`** ${meaning}`;
  const required = (type['required'] ?? []) as readonly string[];
  const rows = Object.entries(type['properties'] as Readonly<Record<string, Json>>).map(
    ([key, of]) => {
      const cells = [
        `\`${key}\`${required.includes(key) ? '\\*' : ''}`,
        typeText(of, language),
        meaningOf(name, key, of['description'])[language],
      ];
      return `| ${cells.map(inCell).join(' | ')} |`;
    },
  );
  return `${says}\n\n${words.head[language]}\n| --- | --- | --- |\n${rows.join('\n')}`;
}

function simpleText(name: string, type: Json, { meaningOf, language }: Telling): string {
  const meaning = meaningOf(name, '', type['description'])[language];
  const isWord = type['type'] === 'string' && type['enum'] === undefined;
  return inCell(
    isWord ? meaning : `${typeText(type, language)}${language === 'zh' ? '。' : '. '}${meaning}`,
  );
}

function typeText(type: Json, language: Spoken): string {
  const ref = type['$ref'];
  if (typeof ref === 'string') {
    const name = ref.slice('#/definitions/'.length);
    return `[\`${name}\`](#${name.toLowerCase()})`;
  }
  if ('const' in type) return `\`${String(type['const'])}\``;
  if (Array.isArray(type['enum']))
    return type['enum'].map((word) => `\`${String(word)}\``).join(words.one[language]);
  if (Array.isArray(type['anyOf']))
    return type['anyOf'].map((one: Json) => typeText(one, language)).join(words.or[language]);
  const is = type['type'];
  if (Array.isArray(is))
    return is.map((one: unknown) => typeText({ type: one }, language)).join(words.or[language]);
  if (is === 'array')
    return words.list[language](
      isObject(type['items']) ? typeText(type['items'], language) : words.anything[language],
    );
  if (isObject(type['properties'])) {
    const required = (type['required'] ?? []) as readonly string[];
    const keys = Object.keys(type['properties']).map(
      (key) => `\`${key}\`${required.includes(key) ? '\\*' : ''}`,
    );
    return keys.join(words.one[language]);
  }
  if (is === 'object')
    return words.by[language](
      isObject(type['additionalProperties'])
        ? typeText(type['additionalProperties'], language)
        : words.anything[language],
    );
  const known = ['string', 'number', 'integer', 'boolean', 'null'] as const;
  const simple = known.find((one) => one === is);
  return simple === undefined ? words.anything[language] : words[simple][language];
}

/** In a cell of a table a line is a line, and a bar no border. */
function inCell(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ').replaceAll('|', String.raw`\|`);
}

function schemaOf(name: string): { readonly $ref: string; readonly definitions: Json } {
  return JSON.parse(readFileSync(`schemas/${name}.schema.json`, 'utf8')) as {
    readonly $ref: string;
    readonly definitions: Json;
  };
}
