import type { Workbook } from '../base/workbook.ts';
import type { Paper } from './paper.ts';
import { rosterRows, rosterTexts } from './pages.ts';
import { keyText, letterOf } from './question.ts';
import type { Setting } from './setting.ts';

/** All questions of some papers as a table, with the columns that examination platforms take. */
export function questionBank(papers: readonly Paper[], { says }: Setting): Workbook {
  const { bank } = says;
  const questions = papers.flatMap(({ parts }) => parts.flatMap((part) => part.questions));
  const rows = questions.map((one) => [
    says.kinds[one.kind],
    [one.stem, ...one.extract].join('\n'),
    one.options.map((text, place) => `${letterOf(place)}. ${text}`).join('\n'),
    keyText(one.key, says.truth),
    one.explanation.join('\n'),
    says.difficulties[one.difficulty],
    one.topic,
    one.posts.join(says.listed),
    one.basis.join('\n'),
  ]);
  const columns = [
    { key: 'kind', title: bank.kind, width: 10 },
    { key: 'stem', title: bank.stem, width: 60 },
    { key: 'options', title: bank.options, width: 45 },
    { key: 'answer', title: bank.answer, width: 14 },
    { key: 'explanation', title: bank.explanation, width: 50 },
    { key: 'difficulty', title: bank.difficulty, width: 8 },
    { key: 'topic', title: bank.topic, width: 28 },
    { key: 'posts', title: bank.posts, width: 20 },
    { key: 'basis', title: bank.basis, width: 45 },
  ];
  return { sheets: [{ name: bank.sheet, heading: [], columns, rows }] };
}

/** The roster of a version as a table to be filled in. */
export function rosterBook(setting: Setting): Workbook {
  const { roster } = setting.says;
  const columns = [
    { key: 'number', title: roster.number, width: 6 },
    { key: 'post', title: roster.post, width: 22 },
    { key: 'name', title: roster.name, width: 14, open: true as const },
    { key: 'staff', title: roster.staff, width: 12, open: true as const },
    { key: 'signature', title: roster.signature, width: 18, open: true as const },
    { key: 'date', title: roster.date, width: 14, open: true as const },
  ];
  return {
    sheets: [
      {
        name: roster.sheet,
        heading: [...rosterTexts(setting)],
        columns,
        rows: rosterRows(setting),
      },
    ],
  };
}
