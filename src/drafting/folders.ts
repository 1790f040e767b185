import { type Language, spokenTo } from '../base/language.ts';
import { printYaml } from '../yaml/print.ts';
import type { Drafted } from './edition.ts';
import { type Answers, inEach, type Question, title } from './questions.ts';

const issuer: Question = {
  key: 'issuer',
  asks: { zh: `制定机构${inEach.zh}`, en: `issuer${inEach.en}` },
};

/**
 * What a new folder has to know.
 *
 * @param language - of its writer
 */
export function questionsOfFolder(
  kind: 'branch' | 'rulebook',
  language: Language,
): readonly Question[] {
  if (kind === 'branch') return [title, issuer];
  return [
    {
      key: 'languages',
      asks: { zh: '用哪些语言，如 zh、en', en: 'in which languages, such as zh, en' },
      usual: language,
      takes: { form: 'languages' },
    },
    title,
    {
      key: 'currency',
      asks: { zh: '用哪种货币（ISO 4217 代码）', en: 'in which currency (a code of ISO 4217)' },
      ...(spokenTo(language) === 'zh' && { usual: 'CNY' }),
      takes: { form: 'currency' },
    },
  ];
}

type Texts = (answer: string) => Readonly<Record<string, string>>;

/** A rulebook of a branch, which builds on another. */
export function branch(
  id: string,
  answers: Answers,
  above: { readonly path: string; readonly languages: readonly string[] },
): readonly Drafted[] {
  const texts = textsIn(above.languages);
  const data = {
    format: 1,
    id,
    version: '0.1.0',
    title: texts(answers['title'] ?? ''),
    issuer: texts(answers['issuer'] ?? ''),
    languages: above.languages,
    extends: above.path,
  };
  return [{ path: 'rulebook.yaml', text: printYaml(data) }];
}

/** The smallest rulebook there is: one record, one rule, three cases. */
export function rulebook(
  id: string,
  answers: Answers,
  languages: readonly string[],
): readonly Drafted[] {
  const texts = textsIn(languages);
  const both = (zh: string, en: string) => {
    const known: Readonly<Record<string, string>> = { zh, en };
    return Object.fromEntries(languages.map((one) => [one, known[one] ?? en]));
  };
  const manifest = {
    format: 1,
    id,
    version: '0.1.0',
    title: texts(answers['title'] ?? ''),
    languages,
    currency: answers['currency'],
    subjects: {
      record: { title: both('记录', 'Record'), schema: 'record.schema.json', id: 'number' },
    },
    rules: ['R001'],
  };
  const schema = {
    type: 'object',
    properties: {
      number: { type: 'string', 'x-title': both('编号', 'number') },
      price: { type: 'number', 'x-unit': 'money', 'x-title': both('总价', 'price') },
      deposit: { type: 'number', 'x-unit': 'money', 'x-title': both('押金', 'deposit') },
    },
  };
  const rule = {
    rule: 'R001',
    title: both('押金不超过总价的三成', 'The deposit is at most 30% of the price'),
    require: 'deposit <= price * 0.3',
  };
  const cases = {
    cases: [
      {
        title: both('恰好三成', 'Exactly 30%'),
        with: { price: 1000, deposit: 300 },
        expect: 'pass',
      },
      {
        // whole, for there are currencies without decimals
        title: both('多一些', 'A little more'),
        with: { price: 1000, deposit: 301 },
        expect: 'fail',
      },
      {
        title: both('没有押金', 'No deposit given'),
        with: { price: 1000 },
        expect: { 'cannot-tell': ['deposit'] },
      },
    ],
  };
  return [
    { path: 'rulebook.yaml', text: printYaml(manifest) },
    { path: 'record.schema.json', text: `${JSON.stringify(schema, undefined, 2)}\n` },
    { path: 'rules/R001.yaml', text: printYaml(rule) },
    { path: 'rules/R001.cases.yaml', text: printYaml(cases) },
  ];
}

/** An answer as a text in some languages: `中文 | English`. */
export function textsIn(languages: readonly string[]): Texts {
  return (answer) => {
    const parts = answer.split(/\s*[|｜]\s*/u);
    return Object.fromEntries(
      languages.map((language, index) => [language, parts[index] ?? ''] as const),
    );
  };
}
