import type { BlockContent } from 'mdast';

import type { Document } from '../document/document.ts';
import { heading, list, paragraph, strong, table } from '../document/nodes.ts';
import { card } from '../document/own-nodes.ts';
import type { BlueprintFile } from '../rulebook/files.ts';
import type { Paper } from './paper.ts';
import { keyText, letterOf, type Question } from './question.ts';
import type { Setting } from './setting.ts';

/** Answers of one line of an answer sheet. */
const answersALine = 5;

/** Lines of a roster that wait for a name under each post. */
const namesAPost = 3;

/** A question with its number in the paper, from 1. */
export interface Numbered {
  readonly number: number;
  readonly question: Question;
}

/** The questions of a paper as they are numbered. */
export function numbered({ parts }: Paper): readonly Numbered[] {
  return parts
    .flatMap(({ questions }) => questions)
    .map((question, index) => ({ number: index + 1, question }));
}

/** A paper as it is handed out. */
export function paperPage(paper: Paper, blueprint: BlueprintFile, setting: Setting): Document {
  const { says } = setting;
  const numbers = numbersOf(paper);
  return documentOf(
    says.paperTitle(setting.speaker.words(blueprint.title), paper.letter),
    [
      paragraph(says.terms(totalOf(paper), blueprint.passMark, blueprint.minutes)),
      paragraph(aboutOf(setting)),
      paragraph(says.fictional),
    ],
    paper.parts.flatMap(({ asks, questions }, place) => [
      partHeading(asks, place, setting),
      paragraph(says.howTo[asks.kind]),
      ...questions.map((question) => asked(question, numbers.get(question) ?? 0)),
    ]),
    setting,
  );
}

function partHeading(
  { kind, count, points }: Paper['parts'][number]['asks'],
  place: number,
  { says }: Setting,
): BlockContent {
  // a chapter begins a page, and these are no chapters
  return heading(3, says.partTitle(place, says.kinds[kind], count, points), `part-${place + 1}`);
}

function asked({ stem, extract, options }: Question, number: number): BlockContent {
  return card(
    [
      paragraph([strong(`${number}.`), ` ${stem}`]),
      ...(extract.length > 0 ? [list(extract, false, 'extract')] : []),
      ...options.map((text, place) => paragraph(`${letterOf(place)}. ${text}`, 'option')),
    ],
    'question',
  );
}

/** The sheet that answers are written on. */
export function answerSheet(paper: Paper, blueprint: BlueprintFile, setting: Setting): Document {
  const { says, speaker } = setting;
  const numbers = numbersOf(paper);
  return documentOf(
    says.sheetTitle(speaker.words(blueprint.title), paper.letter),
    [paragraph(says.terms(totalOf(paper), blueprint.passMark, blueprint.minutes))],
    [
      table(says.examinee, [says.examinee.map(() => '')]),
      ...paper.parts.flatMap(({ asks, questions }, place): readonly BlockContent[] => [
        partHeading(asks, place, setting),
        answerTable(
          questions.map((question) => numbers.get(question) ?? 0),
          questions.map(() => ''),
          setting,
        ),
      ]),
    ],
    setting,
  );
}

/** Numbers above, answers or room for them below, some in a line. */
function answerTable(
  numbers: readonly number[],
  answers: readonly string[],
  { says }: Setting,
): BlockContent {
  const [first, ...rest] = inLines(says.question, numbers.map(String));
  const [second, ...others] = inLines(says.answer, answers);
  return table(
    first ?? [],
    [second ?? [], ...rest.flatMap((line, index) => [line, others[index] ?? []])],
    'answers',
  );
}

/** Some texts in lines of the same length, with what they are before each line. */
function inLines(label: string, texts: readonly string[]): readonly (readonly string[])[] {
  const lines = Math.ceil(texts.length / answersALine);
  return Array.from({ length: lines }, (_, line) => [
    label,
    ...Array.from(
      { length: answersALine },
      (__, place) => texts[line * answersALine + place] ?? '',
    ),
  ]);
}

/** The key of a paper, with explanations, clauses and editions. */
export function keyPage(paper: Paper, blueprint: BlueprintFile, setting: Setting): Document {
  const { says, speaker } = setting;
  const numbers = numbersOf(paper);
  return documentOf(
    says.keyTitle(speaker.words(blueprint.title), paper.letter),
    [
      paragraph(says.terms(totalOf(paper), blueprint.passMark, blueprint.minutes)),
      paragraph(aboutOf(setting)),
    ],
    paper.parts.flatMap(({ asks, questions }, place): readonly BlockContent[] => [
      partHeading(asks, place, setting),
      answerTable(
        questions.map((question) => numbers.get(question) ?? 0),
        questions.map(({ key }) => keyText(key, says.truth)),
        setting,
      ),
      ...questions.map((question) => explained(question, numbers.get(question) ?? 0, setting)),
    ]),
    setting,
  );
}

function explained(question: Question, number: number, setting: Setting): BlockContent {
  const { says } = setting;
  const { kind, explanation, topic, key } = question;
  // each finding of a case has its own beside it
  const basis = kind === 'case' ? [] : question.basis;
  return card(
    [
      paragraph([strong(`${number}.`), ` ${topic}`]),
      paragraph([strong(says.answer), says.colon, keyText(key, says.truth)]),
      ...explanation.map((text, index) =>
        paragraph(index === 0 ? [strong(says.explanation), says.colon, text] : text),
      ),
      ...(basis.length > 0
        ? [paragraph([strong(says.basis), says.colon, basis.join(says.semicolon)])]
        : []),
      ...editionLine(question, setting),
    ],
    'key',
  );
}

/** Which editions the key is of. */
function editionLine({ rests }: Question, { rules, says }: Setting): readonly BlockContent[] {
  const editions = rules
    .filter(({ id }) => rests.rules.includes(id))
    .map(({ id, edition }) => says.edition(id, edition.from));
  return editions.length === 0
    ? []
    : [paragraph([strong(says.editions), says.colon, editions.join(says.semicolon)])];
}

/** Who has read this version: a line for each name that a post will have. */
export function rosterPage(setting: Setting): Document {
  const { says } = setting;
  const { roster } = says;
  const [title, declares] = rosterTexts(setting);
  return documentOf(
    title,
    [paragraph(declares)],
    [
      table(
        [roster.number, roster.post, roster.name, roster.staff, roster.signature, roster.date],
        rosterRows(setting),
        'roster',
      ),
    ],
    setting,
  );
}

/** Its title, and what is signed. */
export function rosterTexts({ program, speaker, says }: Setting): readonly [string, string] {
  const { title, version } = program.rulebook.manifest.data;
  const name = speaker.words(title);
  return [says.roster.title(name, version), says.roster.declares(name, version, speaker.asOf)];
}

/** Some lines for each post that is asked, or that acts in a step asked about where none is named. */
export function rosterRows(setting: Setting): readonly (readonly string[])[] {
  const { program, steps, post } = setting;
  const acting = new Set(setting.posts ?? steps.flatMap(({ edition }) => edition.posts));
  const posts = (program.rulebook.posts?.data.posts ?? []).filter((one) => acting.has(one.post));
  return posts
    .flatMap((one) => Array.from({ length: namesAPost }, () => post(one.post)))
    .map((title, index) => [String(index + 1), title, '', '', '', '']);
}

function totalOf({ parts }: Paper): number {
  return parts.reduce((sum, { asks }) => sum + asks.count * asks.points, 0);
}

function numbersOf(paper: Paper): ReadonlyMap<Question, number> {
  return new Map(numbered(paper).map(({ number, question }) => [question, number]));
}

function aboutOf({ program, speaker, says }: Setting): string {
  const { title, version } = program.rulebook.manifest.data;
  return says.about(speaker.words(title), version, speaker.asOf);
}

function documentOf(
  title: string,
  front: readonly BlockContent[],
  blocks: readonly BlockContent[],
  { speaker: { language, asOf }, program }: Setting,
): Document {
  const { id, version } = program.rulebook.manifest.data;
  return {
    language,
    title,
    number: id,
    version,
    day: asOf,
    parts: [
      {
        name: 'README',
        listed: 3,
        blocks: [heading(1, title, 'title'), ...front, ...blocks],
      },
    ],
  };
}
