import {
  isBranch,
  isOwn,
  languagesOf,
  type Rulebook,
  type Step,
  stepsOf,
} from '../rulebook/ast.ts';
import { editText } from '../yaml/edit-text.ts';
import { printYaml } from '../yaml/print.ts';
import { at } from '../yaml/tree.ts';
import { bareDays } from './bare-days.ts';
import type { Drafted } from './edition.ts';
import { textsIn } from './folders.ts';
import { type Answers, inEach, listOf, type Question, title } from './questions.ts';

/** A kind of thing that can be begun. */
export interface Kind {
  readonly questions: (rulebook: Rulebook) => readonly Question[];
  /** @returns files as they are to be, from the folder of the rulebook; undefined where one of them cannot be added to */
  readonly draft: (
    id: string,
    answers: Answers,
    rulebook: Rulebook,
  ) => readonly Drafted[] | undefined;
}

const from: Question = {
  key: 'from',
  asks: { zh: '从哪一天起（YYYY-MM-DD）', en: 'from which day (YYYY-MM-DD)' },
  takes: { form: 'day' },
};

const basis: Question = {
  key: 'basis',
  asks: { zh: '依据条款（可写几条，如 B-DEMO-CREDIT#1）', en: 'clauses it rests on' },
};

export const kinds: Readonly<Record<'rule' | 'parameter' | 'table' | 'source', Kind>> = {
  rule: { questions: ofRule, draft: rule },
  parameter: { questions: ofParameter, draft: parameter },
  table: { questions: ofTable, draft: table },
  source: { questions: () => ofSource, draft: source },
};

function ofRule(rulebook: Rulebook): readonly Question[] {
  const { requires = [] } = rulebook.manifest.data;
  const asked = new Set<string>(requires);
  const posts = rulebook.posts?.data.posts.map(({ post }) => post) ?? [];
  const clauses = clausesOf(rulebook);
  const steps = stepsOf(rulebook).map(({ id }) => id);
  const all: readonly (Question & { readonly when?: string })[] = [
    {
      key: 'step',
      asks: { zh: '属于哪个节点', en: 'the step it belongs to' },
      // the rules of a rulebook without a process are all in one place
      ...(rulebook.manifest.data.rules && { usual: steps[0] }),
      takes: { one: steps },
    },
    title,
    {
      key: 'kind',
      when: 'kind',
      asks: {
        zh: '性质：regulation 监管规定、bank 内部制度、service 服务标准',
        en: 'kind: regulation, bank, service',
      },
      takes: { one: ['regulation', 'bank', 'service'] },
    },
    {
      key: 'level',
      when: 'level',
      asks: {
        zh: '强制程度：mandatory 强制、advisory 提示、reference 参考',
        en: 'level: mandatory, advisory, reference',
      },
      usual: 'mandatory',
      takes: { one: ['mandatory', 'advisory', 'reference'] },
    },
    {
      key: 'posts',
      when: 'posts',
      asks: { zh: '由哪些岗位执行', en: 'posts that carry it out' },
      takes: { some: posts },
    },
    {
      key: 'asOf',
      when: 'asOf',
      asks: { zh: '判定日是哪个字段', en: 'the field that is its governing day' },
    },
    {
      key: 'when',
      asks: {
        zh: '何时适用（表达式，可不写）',
        en: 'when it applies (an expression; may be left out)',
      },
      usual: '',
    },
    { key: 'require', asks: { zh: '要求什么（表达式）', en: 'what it requires (an expression)' } },
    {
      key: 'finding',
      when: 'finding',
      asks: {
        zh: `不合规时怎么说，可用 {字段}${inEach.zh}`,
        en: `what to say when it is not met, {field} for a value${inEach.en}`,
      },
    },
    { ...basis, when: 'basis', takes: { some: clauses } },
    { ...from, when: 'editions' },
  ];
  return all.filter(({ when }) => when === undefined || asked.has(when));
}

function rule(id: string, answers: Answers, rulebook: Rulebook): readonly Drafted[] | undefined {
  const step = stepsOf(rulebook).find((one) => one.id === answers['step']);
  if (!step) return undefined;
  const texts = wordsIn(rulebook);
  const folder = step.entry.path.replace(/\/?[^/]*$/u, '');
  const path = `${folder.startsWith('stages/') ? folder : 'rules'}/${id}.yaml`;
  const given = <T>(key: string, made: (text: string) => T) => {
    const text = answers[key] ?? '';
    return text === '' ? {} : { [key]: made(text) };
  };
  const same = (text: string) => text;
  const data = {
    rule: id,
    ...given('kind', same),
    ...given('level', same),
    ...(answers['kind'] === undefined ? {} : { check: 'data', status: 'draft' }),
    ...given('posts', listOf),
    title: texts(answers['title'] ?? ''),
    ...given('asOf', same),
    ...given('when', same),
    require: answers['require'] ?? 'true',
    ...given('finding', texts),
    ...given('basis', listOf),
    ...(answers['from'] === undefined ? {} : { editions: [{ from: answers['from'] }] }),
  };
  const list = isOwnStep(rulebook, step) ? listedIn(step, id) : insertedIn(rulebook, step, id);
  return list && [{ path, text: headed('rule', path, data) }, list];
}

/** A step without a process is the list of its rulebook, of which a branch has none. */
function isOwnStep(rulebook: Rulebook, { entry }: Step): boolean {
  return (
    isOwn(rulebook, entry.yaml.span) && (!isBranch(rulebook) || entry.path !== 'rulebook.yaml')
  );
}

function listedIn({ entry }: Step, id: string): Drafted | undefined {
  const { path, yaml, data } = entry;
  const text = editText(yaml.span.source.text, ['rules', data.rules.length], id);
  return text === undefined ? undefined : { path, text };
}

/** A branch puts its rule behind those of a step that it did not write. */
function insertedIn({ layers }: Rulebook, step: Step, id: string): Drafted | undefined {
  const manifest = layers.at(-1)?.manifest;
  const after = step.rules.at(-1)?.id;
  if (!manifest || after === undefined) return undefined;
  const { source } = manifest.span;
  const has = at(manifest, ['insert']);
  const index = has.whole && has.yaml.kind === 'list' ? has.yaml.items.length : undefined;
  const text =
    index === undefined
      ? editText(source.text, ['insert'], [{ after, rules: [id] }])
      : editText(source.text, ['insert', index], { after, rules: [id] });
  return text === undefined ? undefined : { path: 'rulebook.yaml', text };
}

function ofParameter(rulebook: Rulebook): readonly Question[] {
  return [
    title,
    {
      key: 'unit',
      asks: {
        zh: '单位，如 ratio、money、months、days、working-days、count',
        en: 'unit, such as ratio, money, months, days, working-days, count',
      },
    },
    {
      key: 'stricter',
      asks: {
        zh: '下级规则库往哪个方向移动算从严：higher、lower，不许移动写 none',
        en: 'which way is stricter: higher, lower; none where branches may not move it',
      },
      usual: 'none',
      takes: { one: ['higher', 'lower', 'none'] },
    },
    { key: 'value', asks: { zh: '数值', en: 'value' }, takes: { form: 'number' } },
    ...since(rulebook),
  ];
}

function parameter(id: string, answers: Answers, rulebook: Rulebook): readonly Drafted[] {
  const { stricter } = answers;
  const path = `parameters/${id}.yaml`;
  const data = {
    parameter: id,
    title: wordsIn(rulebook)(answers['title'] ?? ''),
    unit: answers['unit'],
    ...(stricter !== undefined && stricter !== 'none' && { stricter }),
    ...said(answers, { value: Number(answers['value']) }),
  };
  return [{ path, text: headed('parameter', path, data) }];
}

function ofTable(rulebook: Rulebook): readonly Question[] {
  return [
    title,
    {
      key: 'input',
      asks: { zh: '按什么查（表达式）', en: 'what it is looked up by (an expression)' },
    },
    {
      key: 'output',
      asks: { zh: '查出来的叫什么（名称）', en: 'name of what it gives' },
      usual: 'value',
      takes: { form: 'name' },
    },
    { key: 'unit', asks: { zh: '查出来的单位', en: 'unit of what it gives' } },
    ...since(rulebook),
  ];
}

function table(id: string, answers: Answers, rulebook: Rulebook): readonly Drafted[] {
  const texts = wordsIn(rulebook);
  const path = `tables/${id}.yaml`;
  const shown = texts(answers['title'] ?? '');
  const data = {
    table: id,
    title: shown,
    hit: 'unique',
    inputs: [{ is: answers['input'], title: shown }],
    outputs: [{ output: answers['output'], title: shown, unit: answers['unit'] }],
    // eslint-disable-next-line unicorn/no-thenable -- a key of the file, which nobody awaits
    ...said(answers, { rows: [{ when: ['-'], then: [0] }] }),
  };
  return [{ path, text: headed('table', path, data) }];
}

/** From which day it holds and what it rests on: asked for as far as the rulebook asks for it. */
function since(rulebook: Rulebook): readonly Question[] {
  const asked = new Set<string>(rulebook.manifest.data.requires);
  const clauses = clausesOf(rulebook);
  const optional = (key: string) => (asked.has(key) ? {} : { usual: '' });
  return [
    { ...from, ...optional('editions') },
    ...(asked.has('basis') || clauses.length > 0
      ? [{ ...basis, ...optional('basis'), takes: { some: clauses } }]
      : []),
  ];
}

/** What it says, from its first day where it has one. */
function said(answers: Answers, says: object): object {
  const clauses = listOf(answers['basis'] ?? '');
  const based = clauses.length > 0 ? { basis: clauses } : {};
  return answers['from']
    ? { editions: [{ from: answers['from'], ...says, ...based }] }
    : { ...says, ...based };
}

const ofSource: readonly Question[] = [
  title,
  {
    key: 'kind',
    asks: {
      zh: '性质：regulation 监管规定、bank 内部制度',
      en: 'kind: regulation, bank',
    },
    takes: { one: ['regulation', 'bank'] },
  },
  { key: 'number', asks: { zh: `文号${inEach.zh}`, en: `number${inEach.en}` } },
  { key: 'issuer', asks: { zh: `制定机关${inEach.zh}`, en: `issuer${inEach.en}` } },
  { key: 'issued', asks: { zh: '印发日', en: 'day of issue' }, takes: { form: 'day' } },
  from,
  {
    key: 'confidence',
    asks: {
      zh: '依据强弱：OWN 自己的，V1 读过原文，V2、V3 见过转载，GK 凭一般了解',
      en: 'confidence: OWN, V1 (the original was read), V2, V3, GK',
    },
    usual: 'GK',
    takes: { one: ['OWN', 'V1', 'V2', 'V3', 'GK'] },
  },
  {
    key: 'clause',
    asks: { zh: `第一条的内容${inEach.zh}`, en: `text of its first clause${inEach.en}` },
  },
];

function source(id: string, answers: Answers, rulebook: Rulebook): readonly Drafted[] {
  const texts = wordsIn(rulebook);
  const shown = texts(answers['title'] ?? '');
  const [writer = 'zh', ...others] = languagesOf(rulebook.manifest.data);
  const head = {
    source: id,
    title: shown,
    kind: answers['kind'],
    number: texts(answers['number'] ?? ''),
    issuer: texts(answers['issuer'] ?? ''),
    issued: answers['issued'],
    from: answers['from'],
    confidence: answers['confidence'],
  };
  const heading = [writer, ...others].map((language) => shown[language] ?? '').join(' | ');
  const clause = texts(answers['clause'] ?? '');
  const parts = [
    `# ${shown[writer] ?? id}`,
    `\`\`\`yaml\n${bareDays(printYaml(head))}\`\`\``,
    `## 1 ${heading}`,
    clause[writer] ?? '',
    ...others.map((language) => `> ${clause[language] ?? ''}`),
  ];
  const text = `${parts.join('\n\n')}\n`;
  return [{ path: `sources/${id}.md`, text }];
}

/** Refs of all clauses. */
function clausesOf({ sources }: Rulebook): readonly string[] {
  return sources.flatMap(({ clauses }) => [...clauses.values()].map(({ ref }) => ref));
}

/** An answer as a text in the languages of the rulebook. */
function wordsIn({ manifest }: Rulebook): ReturnType<typeof textsIn> {
  return textsIn(languagesOf(manifest.data));
}

/** A file with the line that tells editors its schema. */
function headed(kind: string, path: string, data: unknown): string {
  const up = '../'.repeat(path.split('/').length);
  return `# yaml-language-server: $schema=${up}schemas/${kind}.schema.json\n${bareDays(printYaml(data))}`;
}
