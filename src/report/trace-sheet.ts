import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { Column, Workbook } from '../base/workbook.ts';
import { formatSet } from '../feel/sentence/format.ts';
import { pointLines, writtenPoint } from '../feel/sentence/clause.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import { conditionSentence, type Wording } from '../feel/sentence/sentence.ts';
import { inForce, type Program, type ProgramRule, namedIn, titleOfName } from '../program/ast.ts';
import { prose } from '../program/prose.ts';
import type { Words } from '../rulebook/files.ts';
import type { TracedClause } from '../trace/format.ts';
import { opinions, restatedIn, restatedKey, type ReviewKey, reviewKeys } from '../trace/sheet.ts';
import type { Digests } from '../trace/trace.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { reviewWords, type ReviewWords } from '../words/reviews.ts';

/** In characters, a Chinese one counting two; 0 hides the column. */
const widths: Readonly<Record<keyof ReviewWords['column'], number>> = {
  clause: 20,
  restated: 44,
  criteria: 48,
  original: 44,
  where: 20,
  checker: 10,
  date: 11,
  opinion: 10,
  remark: 20,
  digest: 0,
  rules: 0,
};

const filledIn: ReadonlySet<ReviewKey> = new Set([
  'original',
  'where',
  'checker',
  'date',
  'opinion',
  'remark',
]);

/** The verification sheet (核对表): a line a clause, with what rests on it, for someone who reads the original. */
export function reviewSheet(
  program: Program,
  clauses: readonly TracedClause[],
  digests: ReadonlyMap<string, Digests>,
  { language, asOf }: { readonly language: Language; readonly asOf: string },
): Workbook {
  const words = sayIn(reviewWords, language);
  const { title, version } = program.rulebook.manifest.data;
  const criteria = criteriaOf(program, language, asOf);
  const order = ['clause', 'restated', 'criteria', ...reviewKeys.slice(1)] as const;
  const reviewed = program.rulebook.reviewed?.data.reviewed ?? {};
  const rows = clauses.map((traced) => {
    const is = digests.get(traced.clause);
    // what was said of another text or other rules is to be said anew
    const isSame = traced.review !== 'changed' && traced.review !== 'rules-changed';
    const last = isSame ? reviewed[traced.clause] : undefined;
    const cells: Readonly<Record<(typeof order)[number], string>> = {
      clause: traced.clause,
      restated: restatedIn(program, traced.clause, language),
      criteria: criteria(traced),
      original: '',
      where: last?.where ?? '',
      checker: last?.by ?? '',
      date: last?.by === undefined ? '' : last.on,
      opinion: last?.says === undefined ? '' : words.opinions[last.says],
      remark: last?.remark ?? '',
      digest: is?.digest ?? '',
      rules: is?.rules ?? '',
    };
    return order.map((key) => cells[key]);
  });
  const columns = order.map((key): Column => ({
    key: key === 'restated' ? restatedKey : key === 'criteria' ? 'shown:criteria' : key,
    title: words.column[key],
    width: widths[key],
    ...(isFilledIn(key) && { open: true }),
    ...(key === 'opinion' && { choices: opinions.map((one) => words.opinions[one]) }),
  }));
  const heading = [words.title(inLanguage(title, language), version), words.instructions];
  return { sheets: [{ name: words.sheet, heading, columns, rows, protected: true }] };
}

function isFilledIn(key: string): boolean {
  return [...filledIn].some((one) => one === key);
}

/** The rules on a clause, each with its title and what it asks on a day. */
function criteriaOf(
  program: Program,
  language: Language,
  asOf: string,
): (clause: TracedClause) => string {
  const lexicon = lexiconOf(language, program.setting);
  const wording: Wording = { lexicon, ...namedIn(program), limitOf };
  const rules = new Map(program.rules.map((rule) => [rule.id, rule]));
  return ({ rules: ids, others }) =>
    [...ids.flatMap((id) => lineOf(rules.get(id))), ...others.map(nameOf)].join('\n');

  /** `parameter maximumTotalDebtRatio` by its title, and its value. */
  function nameOf(other: string): string {
    const [, name = ''] = other.split(' ');
    const title = inLanguage(titleOfName(name, program), language);
    if (title === '') return other;
    const value = limitOf(name);
    return value === undefined
      ? title
      : `${title}${sayIn(wordbooks, language).terms.colon}${value}`;
  }

  function lineOf(rule: ProgramRule | undefined): readonly string[] {
    if (!rule) return [];
    const edition = inForce(rule.editions, asOf) ?? rule.editions.at(-1);
    const said = (words: Words | undefined) => inLanguage(prose(words, asOf, program), language);
    const title = said(edition?.title);
    const own = pointLines(writtenPoint(said(edition?.criterion), lexicon)).join('\n');
    const asks =
      edition?.require && own === '' ? conditionSentence(edition.require.core, wording) : own;
    return [
      [`${rule.id} ${title}`, asks]
        .filter((part) => part !== '')
        .join(sayIn(wordbooks, language).terms.colon),
    ];
  }

  function limitOf(name: string): string | undefined {
    const reference = program.references.get(name);
    if (reference?.kind !== 'parameter') return undefined;
    const edition = inForce(reference.editions, asOf);
    const unit = reference.type.kind === 'number' ? reference.type.unit : undefined;
    return edition && formatSet(edition.value, unit, lexicon);
  }
}
