/** Behind which something is put into a title. */
export const title = /title:\s*(?:\{ )?zh: /u;

/** Edits of the fixture, after each of which it is sound: what is put in behind the first place like this in a file. */
export const edits: readonly (readonly [
  what: string,
  path: RegExp,
  behind: RegExp,
  added: string,
])[] = [
  ['the title of a rule', /\/ABC-001-own-share\.yaml$/u, title, '足额'],
  ['its prose', /\/ABC-001-own-share\.yaml$/u, /mistakes:\s*zh: \|\s*- /u, '不看'],
  ['its criterion', /\/ABC-001-own-share\.yaml$/u, /require: share >= floor/u, ' and paid > 1'],
  ['what it reads', /\/ABC-002-ceiling\.yaml$/u, /require: /u, 'share > floor - 1 and '],
  ['a case', /\/ABC-001-own-share\.cases\.yaml$/u, title, '例：'],
  ['a step', /\/step\.yaml$/u, title, '再次'],
  ['a limit', /^parameters\/floor\.yaml$/u, /value: 0\.2/u, '1'],
  ['the title of a limit', /^parameters\/floor\.yaml$/u, title, '自有'],
  ['a table', /^tables\/ceiling\.yaml$/u, title, '最高'],
  ['a definition', /^definitions\.yaml$/u, title, '实际'],
  ['a document', /^documents\.yaml$/u, title, '纸质'],
  ['a post', /^posts\.yaml$/u, title, '总行'],
  ['a term', /^glossary\.yaml$/u, title, '总行'],
  ['a field', /^schemas\/file\.schema\.json$/u, /"zh": "自付/u, '总'],
  ['a source', /^sources\/R-ONE\.md$/u, title, '总行'],
  ['the rulebook', /^rulebook\.yaml$/u, title, '总行'],
];
