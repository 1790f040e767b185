import { inLanguage, type Language, sayIn } from '../base/language.ts';
import { type DiffWords, diffWords } from '../words/diff.ts';
import { bandTitle, shownAmount } from '../report/glance-titles.ts';
import { glanceWords } from '../words/glance.ts';
import { statuses } from '../words/outcomes.ts';
import { levels } from '../words/rules.ts';
import type {
  CasesJson,
  ChangeJson,
  DiffReport,
  EvidenceJson,
  ImpactGroupJson,
  ImpactJson,
  RuleDiffJson,
  WitnessJson,
  WitnessSideJson,
} from './format.ts';
import type { Multilingual } from '../report/json-format.ts';
import type { SchemaChange } from './schemas.ts';
import { partSays } from './value-says.ts';

/** A heading, and what stands below it. */
export interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

export interface Item {
  readonly text: string;
  readonly inner: readonly string[];
}

/** What a comparison says in one language, whatever it is printed as. */
export interface DiffTold {
  readonly heading: string;
  readonly version: string;
  readonly sections: readonly Section[];
}

/** Says a comparison. */
export interface Teller {
  readonly says: DiffWords;
  readonly words: (texts: Multilingual | null | undefined) => string;
  /** What was done to what. */
  readonly thing: (change: ChangeJson) => string;
  readonly act: (change: ChangeJson) => string;
  /** Before and after, where there is either. */
  readonly texts: (change: ChangeJson) => string;
  readonly rule: (rule: RuleDiffJson) => string;
  /** Which rule it is, or which thing that a step asks. */
  readonly name: (rule: Pick<RuleDiffJson, 'id' | 'title'>) => string;
  readonly evidence: (rule: RuleDiffJson) => readonly string[];
  readonly version: (report: DiffReport) => string;
}

export function tellerIn(language: Language): Teller {
  const says = sayIn(diffWords, language);
  const { colon, comma } = marks(language);
  const words = (texts: Multilingual | null | undefined) => inLanguage(texts ?? {}, language);
  return { says, words, thing, act, texts, rule, name: nameOf, evidence, version };

  function thing({ thing: kind, id, title }: ChangeJson): string {
    const name = words(title);
    return [says.things[kind], id, ...(name === '' || name === id ? [] : [name])].join(' ');
  }

  function act(change: ChangeJson): string {
    const { act: done, from, standing } = change;
    const part = partOf(change);
    const how: string =
      done === 'changed'
        ? howChanged(change)
        : done === 'added' || done === 'removed'
          ? says.acts[done]
          : says.acts[done](from ?? '', words(change.before));
    const isBackdated =
      (done === 'edition-added' || done === 'edition-moved') && standing !== 'ahead';
    return [how, part, isBackdated ? says.backdated : ''].filter((one) => one !== '').join(comma);
  }

  /** Words are no matter of two times: what is said better is no correction of the law. */
  function howChanged({ from, until, standing, editions, weight }: ChangeJson): string {
    if (from === undefined || standing === undefined) return '';
    const isAlways = from.startsWith('0001');
    if (editions) {
      const period = says.period(isAlways ? undefined : from, until);
      const which = says.editions(editions.length) + (period && sayIn(brackets, language)(period));
      return says.manyStandings[weight === 'words' ? 'words' : standing](which);
    }
    if (weight === 'words') return '';
    return isAlways ? says.standings.always : says.standings[standing](from);
  }

  function partOf({ part, at }: ChangeJson): string {
    if (part === undefined) return '';
    const name = partSays(part, language);
    const where = words(at);
    return where === '' ? name : says.at(name, where);
  }

  function texts({ before, after, act: done }: ChangeJson): string {
    // what begins on another day says so itself
    if ((!before && !after) || done === 'edition-moved') return '';
    const [was, is] = [before, after].map((one) => oneLine(words(one)) || says.none);
    if (done === 'added' || done === 'removed') return (after ? is : was) ?? '';
    if (was !== is) return says.change(was ?? '', is ?? '');
    // a case may expect what it did, of another file
    const isElsewhere = JSON.stringify(before) !== JSON.stringify(after);
    return isElsewhere ? says.otherLanguage : (is ?? '');
  }

  function rule({ id, title, products, posts, step, is, effect }: RuleDiffJson): string {
    const whom = says.whom(
      products?.map(words).join(comma),
      posts.map(words).join(comma),
      words(step),
    );
    const what = [says.are[is], says.effects[effect]].filter((part) => part !== '').join(comma);
    return `${nameOf({ id, title })}${sayIn(brackets, language)(whom)}${colon}${what}`;
  }

  function nameOf({ id, title }: Pick<RuleDiffJson, 'id' | 'title'>): string {
    const [, , facet = ''] = id.split('/');
    const asks: Readonly<Record<string, string>> = says.process;
    return [id, words(title), asks[facet] ?? ''].filter((part) => part !== '').join(' ');
  }

  function evidence({ tightens, loosens }: RuleDiffJson): readonly string[] {
    return [...way('tightens', tightens), ...way('loosens', loosens)];
  }

  function way(which: 'tightens' | 'loosens', told: EvidenceJson): readonly string[] {
    const name = says.ways[which];
    switch (told.kind) {
      case 'never':
        return [says.never(name)];
      case 'proved':
        return [says.proved(which === 'tightens', told.within)];
      case 'unknown':
        return [says.notProved(name, told.tried)];
      case 'witness':
        return witness(name, told.witness);
    }
  }

  function witness(name: string, { of, shift, edits, old, new: now }: WitnessJson): string[] {
    const made = [
      says.made(of, shift),
      ...edits.map(({ title, pointer, value, says: said }) =>
        value === null
          ? says.without(words(title) || pointer)
          : says.edit(words(title) || pointer, words(said)),
      ),
    ].join(comma);
    const isLevel = old.status === now.status && old.level !== now.level;
    const sides = [old, now].map((side) => statusSays(side, isLevel)) as [string, string];
    const found = new Set([old, now].flatMap(({ message }) => (message ? [words(message)] : [])));
    return [
      `${says.witness(name, ...sides)}${sayIn(brackets, language)(made)}`,
      ...[...found].map((text) => `  ${oneLine(text)}`),
    ];
  }

  function statusSays({ status, level }: WitnessSideJson, withLevel: boolean): string {
    if (status === null) return says.notJudged;
    const said = sayIn(statuses[status], language);
    return withLevel && level
      ? said + sayIn(brackets, language)(sayIn(levels[level], language))
      : said;
  }

  function version({ version: { from, to, calls, least, isEnough } }: DiffReport): string {
    const step = says.steps[calls];
    return isEnough ? says.versionOk(from, to, step) : says.versionShort(from, to, step, least);
  }
}

/** All that a comparison says, in its order. */
export function diffTold(report: DiffReport, language: Language): DiffTold {
  const teller = tellerIn(language);
  const { says, words, thing, act, texts } = teller;
  const { colon, comma } = marks(language);
  const { changes, schemas, rules, impact, cases } = report;
  const item = (change: ChangeJson): Item => {
    const done = [act(change), texts(change)].filter((part) => part !== '').join(colon);
    return {
      text: `${thing(change)}${colon}${done}`,
      inner: change.rules.length > 0 ? [says.readBy(listed(change.rules))] : [],
    };
  };
  const weighing = changes.filter(({ weight }) => weight !== 'words');
  // the heading tells of the version
  const wording = changes.filter(({ weight, part }) => weight === 'words' && part !== 'version');
  const broken = schemas.map((one): Item => ({ text: schemaSays(one, language), inner: [] }));
  const unproved = rules.filter(({ tightens, loosens }) =>
    [tightens, loosens].some(({ kind }) => kind === 'unknown'),
  );
  const sections: readonly Section[] = [
    { title: says.changesHeading, items: [...broken, ...weighing.map(item)] },
    {
      title: says.rulesHeading,
      items: rules.map((rule) => ({ text: teller.rule(rule), inner: teller.evidence(rule) })),
    },
    ...(impact ? [impactSection(impact)] : []),
    ...(cases ? [casesSection(cases)] : []),
    { title: says.wordsHeading, items: wording.map(item) },
    {
      title: says.unproved,
      items: unproved.map((one) => ({ text: teller.name(one), inner: [] })),
    },
  ];
  const isNothing = changes.length + schemas.length === 0;
  return {
    heading: says.heading(words(report.new.title), report.old.version, report.new.version),
    version: isNothing
      ? says.nothing
      : [
          ...(rules.length === 0 && broken.length === 0 ? [says.wordsAlone] : []),
          teller.version(report),
        ].join(comma),
    sections: sections.filter(({ items }) => items.length > 0),
  };

  function listed(ids: readonly string[]): string {
    const shown = ids.slice(0, 12);
    return [...shown, ...(ids.length > shown.length ? [`… ${ids.length}`] : [])].join(comma);
  }

  function casesSection({ ran, failed }: CasesJson): Section {
    return {
      title: says.casesHeading,
      items: [
        ...(ran > 0 ? [{ text: says.cases(ran, failed.length), inner: [] }] : []),
        ...failed.map((one) => ({ text: words(one.says), inner: [`${one.file}:${one.line}`] })),
      ],
    };
  }

  function impactSection(book: ImpactJson): Section {
    const { summary, unread, groups, each } = impactTold(book, report.rules, language);
    const rest = each.length - mostTold;
    const told = groups.map(({ title, rows }): Item => ({
      text: title,
      inner: rows.map(
        ({ name, dossiers, worse, better, amount }) =>
          `${name}${colon}${says.group(dossiers, worse, better, amount)}`,
      ),
    }));
    return {
      title: says.impactHeading,
      items: [
        ...[summary, ...unread].map((text) => ({ text, inner: [] })),
        ...told,
        ...each.slice(0, mostTold).map(({ name, verdict, why }) => ({
          text: `${name}${colon}${verdict}`,
          inner: why,
        })),
        ...(rest > 0 ? [{ text: says.more(rest), inner: [] }] : []),
      ],
    };
  }
}

/** What becomes of a book, in one language. */
export interface ImpactTold {
  readonly summary: string;
  readonly unread: readonly string[];
  /** Of the dossiers that are hit. */
  readonly groups: readonly {
    readonly title: string;
    readonly rows: readonly (Omit<ImpactGroupJson, 'key' | 'title'> & { readonly name: string })[];
  }[];
  readonly each: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly why: readonly string[];
  }[];
}

/** @param rules - which may change, for what they are called */
export function impactTold(
  { dossiers, unread, changed, by, each }: ImpactJson,
  rules: readonly Pick<RuleDiffJson, 'id' | 'title'>[],
  language: Language,
): ImpactTold {
  const says = sayIn(diffWords, language);
  const { colon } = marks(language);
  const titles = new Map(rules.map(({ id, title }) => [id, title]));
  const sum = (way: 'worse' | 'better') =>
    by.branch.reduce((total, group) => total + group[way], 0);
  return {
    summary: says.impact(dossiers, changed, sum('worse'), sum('better')),
    unread: unread > 0 ? [says.unread(unread)] : [],
    // what no file says tells nothing apart
    groups: kinds
      .filter((kind) => by[kind].some(({ key }) => key !== null))
      .map((kind) => ({
        title: says.by[kind],
        rows: by[kind].map(({ key, title, amount, ...counts }) => ({
          ...counts,
          name: nameOf(kind, key, title),
          amount: shownAmount(amount),
        })),
      })),
    each: each.map(({ id, file, old, new: now, outcomes }) => ({
      name: id ?? file,
      verdict: says.change(statusIn(old), statusIn(now)),
      why: outcomes.flatMap(({ rule, element, old: was, new: is }) => [
        `${rule}${element === null ? '' : ` ${element}`}${colon}${says.change(sideIn(was), sideIn(is))}`,
        ...[was, is].flatMap(({ message }) =>
          message ? [`  ${oneLine(inLanguage(message, language))}`] : [],
        ),
      ]),
    })),
  };

  function nameOf(
    kind: (typeof kinds)[number],
    key: string | null,
    title: Multilingual | undefined,
  ): string {
    if (key === null) return says.unknownKey;
    if (kind === 'amount') return bandTitle(key, sayIn(glanceWords, language));
    if (kind === 'rule') return tellerIn(language).name({ id: key, title: titles.get(key) ?? {} });
    return inLanguage(title, language) || key;
  }

  function statusIn(status: keyof typeof statuses): string {
    return sayIn(statuses[status], language);
  }

  function sideIn({ status }: WitnessSideJson): string {
    return status === null ? says.notJudged : statusIn(status);
  }
}

/** What became of a place of a dossier schema. */
export function schemaSays(
  { subject, path, does, what }: SchemaChange,
  language: Language,
): string {
  const says = sayIn(diffWords, language);
  const { colon, comma } = marks(language);
  const known: Readonly<Record<string, string>> = says.whats;
  const place = [subject, path].filter((part) => part !== '').join('.');
  return `${says.things.schema} ${place}${colon}${says.schemaDoes[does]}${comma}${known[what] ?? `\`${what}\``}`;
}

const kinds = ['rule', 'branch', 'product', 'month', 'amount'] as const;

/** Dossiers that are told one by one, at most. */
const mostTold = 20;

const brackets = {
  zh: (text: string) => `（${text}）`,
  en: (text: string) => ` (${text})`,
};

/** Marks between the parts of what is said. */
export function marks(language: Language) {
  return sayIn(
    {
      zh: { colon: '：', comma: '，', semicolon: '；', stop: '。' },
      en: { colon: ': ', comma: ', ', semicolon: '; ', stop: '.' },
    },
    language,
  );
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, ' ');
}

export function prettyDiff(
  { heading, version, sections }: DiffTold,
  { bold }: { readonly bold: (text: string) => string },
): string {
  const lines = sections.flatMap(({ title, items }) => [
    '',
    bold(title),
    ...items.flatMap(({ text, inner }) => [`  ${text}`, ...inner.map((line) => `      ${line}`)]),
  ]);
  return `${[bold(heading), version, ...lines].join('\n')}\n`;
}

/** For the comment of a merge request. */
export function markdownDiff({ heading, version, sections }: DiffTold): string {
  const lines = sections.flatMap(({ title, items }) => [
    '',
    `### ${title}`,
    '',
    ...items.flatMap(({ text, inner }) => [
      `- ${escaped(text)}`,
      ...inner.map((line) => `${line.startsWith('  ') ? '    ' : '  '}- ${escaped(line.trim())}`),
    ]),
  ]);
  return `${[`## ${escaped(heading)}`, '', escaped(version), ...lines].join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\*_<>[\]#|~]/gu, (mark) => `\\${mark}`);
}
