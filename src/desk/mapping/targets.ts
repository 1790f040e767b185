import { inLanguage, type Language } from '../../base/language.ts';
import { lexiconOf } from '../../feel/sentence/lexicon.ts';
import type { Field, Title, Type } from '../../feel/types.ts';
import { foldedHeading } from '../../intake/bound.ts';
import { cellReader } from '../../intake/cells.ts';
import { listsIn, type Target, targetsIn, unitIn } from '../../intake/fields.ts';
import { offsetIn } from '../../intake/mapping.ts';
import { fieldKind } from '../../manual/field-kind.ts';
import type { Program, Subject } from '../../program/ast.ts';
import { parseRational } from '../../values/rational.ts';
import { fits } from './cells.ts';
import { type Ranking, rankingOf } from './likeness.ts';

/** A field as it is offered for a column. */
export interface FieldView {
  /** From the record of a row: `meta.id`, `parties[1].name`. */
  readonly path: string;
  readonly title: string;
  /** The records that it stands in, the outermost first. */
  readonly within: readonly string[];
  /** Of what kind its values are, in words: 金额, 日期. */
  readonly kind: string;
  /** What they are counted in; empty where nothing is. */
  readonly unit: string;
  /** The codes that it may hold; absent where it is none. */
  readonly words?: readonly WordView[];
  readonly isNumber?: true;
  /** A moment, for which a day alone is not enough. */
  readonly isMoment?: true;
}

export interface WordView {
  readonly word: string;
  readonly title: string;
}

/** Fields that are offered at once, at most. */
const most = 40;
/** Of these so many are tried on the cells of the column. */
const tried = 8;
/** What a field loses whose cells cannot be read. */
const unfit = 0.4;
/** What a field gains of whose words the cells are: of one of them, and of several. */
const [saysOne, saysSeveral] = [0.3, 0.6];
/** Of what a column says so much has to be words of a field; the rest may be a word of somebody's own. */
const mostlyWords = 0.5;
/** How a column is headed by which the rows of a list are told apart. */
const numbering = /^(?:序号|编号|流水号|No\.?)$/iu;
/** What systems keep in place of words: `01`, `A2`. */
const code = /^[A-Z]?\d{1,3}$/u;
/** How like a heading a field has to be, to be offered where no title has the words that were typed. */
const offered = 0.3;

/** The fields that columns of one kind of table may become, ranked. */
export interface Offering {
  readonly at: (path: string) => Target | undefined;
  /** The field that a heading is like enough to, to be shown as a guess. */
  readonly guess: (heading: string, cells: readonly string[]) => Target | undefined;
  /** By words of titles, of those of their records, and of paths; all where there are none. The likest first. */
  readonly search: (query: string, heading: string, cells: readonly string[]) => readonly Target[];
}

const offerings = new WeakMap<Subject, Map<string | undefined, Offering>>();

/** @param list - the list that rows of the table fill; undefined for the main table */
export function offeringOf(program: Program, subject: Subject, list: string | undefined): Offering {
  const known = offerings.get(subject) ?? new Map<string | undefined, Offering>();
  offerings.set(subject, known);
  const offering = known.get(list) ?? newOffering(program, subject, list);
  known.set(list, offering);
  return offering;
}

function newOffering(program: Program, { type }: Subject, list: string | undefined): Offering {
  const of = list === undefined ? undefined : listsIn(type).find(({ path }) => path === list)?.of;
  const targets = list === undefined ? targetsIn(type, true) : of ? targetsIn(of, false) : [];
  const terms = program.rulebook.glossary?.data.terms ?? [];
  const ranking: Ranking = rankingOf(targets, terms, Object.values(of?.noun?.title ?? {}));
  const byPath = new Map(targets.map((target) => [target.path, target]));
  const offset = offsetIn(program.setting.zone);
  const known = new Map<string, ReturnType<Ranking>>();
  const coded = targets.flatMap((target) => {
    const words = wordsOf(target.field.type);
    return words.size > 0 ? [{ target, words }] : [];
  });
  return {
    at: (path) => byPath.get(path.replaceAll(/\[\d+\]/gu, '[1]')),
    guess: (heading, cells) => {
      const [best] = ranked(heading, cells);
      if (best && best.likeness > 0.5) return best.target;
      return of?.key !== undefined && numbering.test(heading) ? byPath.get(of.key) : undefined;
    },
    search: (query, heading, cells) => {
      const wanted = query
        .split(/\s+/u)
        .map(foldedHeading)
        .filter((word) => word !== '');
      const says = (texts: readonly string[]) => {
        const said = foldedHeading(texts.join('\n'));
        return wanted.every((word) => said.includes(word));
      };
      const found = ranked(heading, cells)
        .map(({ target }) => target)
        .filter(({ field, within, path }) =>
          says([...[field, ...within].flatMap(({ title }) => Object.values(title)), path]),
        );
      // what is called so itself goes before what stands in a record that is
      const isOwn = ({ field }: Target) => Number(says(Object.values(field.title)));
      if (found.length > 0) return found.toSorted((a, b) => isOwn(b) - isOwn(a)).slice(0, most);
      // banks have words of their own for what a field is called: the cells tell, where it is the heading itself
      const isHeading = foldedHeading(query) === foldedHeading(unitIn(heading).name);
      return ranked(query, isHeading ? cells : [])
        .filter(({ likeness }) => likeness > offered)
        .slice(0, tried)
        .map(({ target }) => target);
    },
  };

  function ranked(heading: string, cells: readonly string[]): ReturnType<Ranking> {
    const key = [heading, ...cells].join('\n');
    const before = known.get(key);
    if (before) return before;
    const { times } = unitIn(heading);
    const factor = times === undefined ? undefined : parseRational(String(times));
    const said = saidBy(cells);
    const all = ranking(heading)
      .map(({ target, likeness }) => ({ target, likeness: likeness + (said.get(target) ?? 0) }))
      .toSorted((a, b) => b.likeness - a.likeness);
    const best = all.slice(0, tried).map(({ target, likeness }) => {
      const { field } = target;
      const read = cellReader(field.type, { offset, times: factor });
      // codes of a system are asked for where the column stands
      const isAsked = wordsOf(field.type).size > 0 && cells.every((cell) => code.test(cell));
      const isFit = said.has(target) || isAsked || fits(cells, { field, read });
      return { target, likeness: isFit ? likeness : likeness - unfit };
    });
    const made = [...best, ...all.slice(tried)].toSorted((a, b) => b.likeness - a.likeness);
    known.set(key, made);
    return made;
  }

  /** What fields gain by what stands in a column: what is a word of one field is any text to another. */
  function saidBy(cells: readonly string[]): ReadonlyMap<Target, number> {
    const different = [...new Set(cells.map(foldedHeading))].filter((cell) => cell.length > 1);
    const gains = new Map<Target, number>();
    for (const { target, words } of different.length > 0 ? coded : []) {
      const found = different.filter((cell) => words.has(cell)).length;
      const share = found / different.length;
      if (share > mostlyWords) gains.set(target, share * (found > 1 ? saysSeveral : saysOne));
    }
    return gains;
  }
}

/** The words that a field may hold, and their titles, as headings are compared. */
function wordsOf(type: Type): ReadonlySet<string> {
  const all = kindsOf(type).flatMap((one) =>
    one.kind === 'text' && one.words ? [...one.words] : [],
  );
  return new Set(
    all.flatMap(([word, title]) => [word, ...Object.values(title)]).map(foldedHeading),
  );
}

/** @param path - as the mapping has it, where it is of another element than the first */
export function fieldView(
  { setting }: Program,
  { field, within, path: own }: Target,
  language: Language,
  path = own,
): FieldView {
  const words = (title: Title | undefined) => inLanguage(title, language);
  const lexicon = lexiconOf(language, setting);
  const { title, unit } = fieldKind(field, { language, lexicon, words });
  const kinds = kindsOf(field.type);
  const among = kinds.flatMap((type) =>
    type.kind === 'text' && type.words ? [...type.words] : [],
  );
  return {
    path,
    title: titleOf(field, language),
    within: within.map((one) => titleOf(one, language)),
    kind: title,
    unit,
    ...(among.length > 0 && {
      words: among.map(([word, said]) => ({ word, title: words(said) || word })),
    }),
    ...(kinds.some(({ kind }) => kind === 'number') && { isNumber: true }),
    ...(kinds.some(({ kind }) => kind === 'date-time') && { isMoment: true }),
  };
}

export function titleOf({ title, name }: Field, language: Language): string {
  return inLanguage(title, language) || name;
}

function kindsOf(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.of : type.kind === 'list' ? kindsOf(type.of) : [type];
}

/** Of the headings of a table so many have to be like fields of a list. */
const least = 0.4;

/** The list that rows of a table may be the elements of, by its name and its headings. */
export function likelyList(
  program: Program,
  subject: Subject,
  table: string,
  titles: readonly string[],
): string | undefined {
  const sheet = foldedHeading(table.slice(table.lastIndexOf('!') + 1));
  const headings = titles.filter((title) => title !== '');
  let best: { readonly path: string; readonly score: number } | undefined;
  for (const { path, title } of listsIn(subject.type)) {
    const offering = offeringOf(program, subject, path);
    const found = headings.filter((heading) => offering.guess(heading, [])).length;
    const isCalled = Object.values(title).some((one) => foldedHeading(one).includes(sheet));
    const score = found / Math.max(headings.length, 1) + (isCalled && sheet.length > 1 ? 1 : 0);
    if (score > (best?.score ?? least)) best = { path, score };
  }
  return best?.path;
}
