import { inLanguage, sayIn, type Language, textsIn } from '../base/language.ts';
import { positionOf } from '../base/source.ts';
import { dossierName } from '../check/checked.ts';
import type { Engine } from '../check/engine.ts';
import { judgeAll } from '../check/judge-all.ts';
import { locate } from '../dossier/dossier.ts';
import { placeInGroup } from '../dossier/together.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import { formatNumber, formatValue, mask, plainValue } from '../feel/sentence/format.ts';
import { personalOf } from '../feel/sentence/sentence.ts';
import { isUnknown, distinct } from '../feel/operations/unknown.ts';
import { isKind, type Missing, type Value } from '../feel/value.ts';
import type { Subject, View, ViewSection } from '../program/ast.ts';
import { diagnosticJson } from '../report/diagnostic-json.ts';
import { headOf, type Reporting } from '../report/head.ts';
import { hiderOf } from '../report/hide.ts';
import { hiddenValue } from '../report/hide-value.ts';
import type { Multilingual } from '../report/json-format.ts';
import { diagnosticsOf, fileShown } from '../report/masked.ts';
import { idOf, placesIn } from '../report/place-view.ts';
import { recorderOf } from '../report/record.ts';
import { stepsJson } from '../report/step-json.ts';
import type { Words } from '../rulebook/files.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { viewWords } from '../words/view.ts';
import {
  type Cell,
  factsOf,
  type Files,
  filesTogether,
  momentFor,
  sumOf,
  type Table,
  tableOf,
  type Total,
} from './compute.ts';
import type {
  ViewFileJson,
  ViewFindingJson,
  ViewMissingJson,
  ViewPlainJson,
  ViewReport,
  ViewSectionJson,
  ViewStepJson,
  ViewTotalJson,
  ViewValueJson,
} from './format.ts';
import type { Gathered, TakenFile } from './gather.ts';

/** Places of one value that are told, and fields that one lacks, at most. */
const [mostPlaces, mostLacking] = [10, 20];

/**
 * One key over its files, as data in every language of the report; the same files give the same bytes.
 *
 * @param canReadTwice - whether files of wider groups were looked for
 */
export function viewReport(
  view: View,
  gathered: Gathered,
  engine: Engine,
  reporting: Reporting,
  canReadTwice: boolean,
): ViewReport {
  const { program, languages, unmasked, options } = reporting;
  const head = headOf(reporting);
  const texts = (words: Words | undefined): Multilingual =>
    textsIn(languages, (language) => inLanguage(words, language));
  const { own, key, groups } = gathered;
  const grouped = new Map<string, readonly TakenFile[]>(
    [...groups].map(([name, { others }]) => [name, [...own, ...others]]),
  );
  const filesOf = memoFiles();
  const judged = judgedFiles();
  const totals = new Map<string, Total>();
  const sections = view.sections.map(sectionJson);
  const { rulebook, engine: version, masked, today } = head;
  const rules = new Set(
    sections.flatMap((section) =>
      'findings' in section ? section.findings.map(({ outcome }) => outcome.rule) : [],
    ),
  );
  const { data } = view.entry;
  return {
    format: 1,
    rulebook,
    engine: version,
    languages,
    masked,
    ...(today !== undefined && { today }),
    view: view.name,
    title: texts(data.title),
    ...(data.note && { note: texts(data.note) }),
    key: { title: texts(data.key), value: keyShown(key) },
    files: {
      read: gathered.files,
      others: gathered.others,
      unread: gathered.unread,
      taken: own.map(fileJson),
      unplaced: {
        count: gathered.unplaced.count,
        first: gathered.unplaced.first.map((name) => fileShown(name, unmasked)),
      },
    },
    groups: view.groups.map(({ name, title }) => {
      const { keys = [], others = [] } = groups.get(name) ?? {};
      return {
        group: name,
        title: texts(title),
        keys: keys.map(keyShown),
        files: others.map(fileJson),
        ...(keys.length > 0 && !canReadTwice && { notRead: true as const }),
      };
    }),
    sections,
    rules: Object.fromEntries(
      [...rules].flatMap((id) => {
        const rule = head.rules[id];
        if (!rule) return [];
        const { title, level, kind, posts } = rule;
        return [[id, { title, level, kind, posts }]];
      }),
    ),
    diagnostics: diagnosticsOf({ diagnostics: gathered.problems }, { unmasked }).map((one) =>
      diagnosticJson(one, languages),
    ),
  };

  function keyShown(one: string): string {
    const [by] = [...view.keys.values()].flatMap(({ core }) => personalOf(core) ?? []);
    return by && !unmasked ? mask(one, by) : one;
  }

  function fileJson({ read, session }: TakenFile): ViewFileJson {
    return {
      id: fileShown(dossierName(read), unmasked),
      file: fileShown(read.file, unmasked, read.digest),
      ...(read.record && { record: read.record.number }),
      subject: session.subject.name,
    };
  }

  function takenFor({ group }: Pick<ViewSection, 'group'>): readonly TakenFile[] {
    return group === undefined ? own : (grouped.get(group) ?? own);
  }

  function memoFiles(): (section: ViewSection) => Files | undefined {
    const made = new Map<Subject, Map<string | undefined, Files | undefined>>();
    return (section) => {
      const { subject, files, group } = section;
      const bySubject = made.get(subject) ?? new Map<string | undefined, Files | undefined>();
      made.set(subject, bySubject);
      if (!bySubject.has(group)) {
        const sessions = takenFor(section).map(({ session }) => session);
        bySubject.set(
          group,
          filesTogether(
            sessions.filter((one) => one.subject === subject),
            files,
          ),
        );
      }
      return bySubject.get(group);
    };
  }

  function sectionJson(section: ViewSection): ViewSectionJson {
    const { name, title, note, group, shows } = section;
    const base = {
      section: name,
      title: texts(title),
      ...(note && { note: texts(note) }),
      ...(group !== undefined && { group }),
    };
    switch (shows.kind) {
      case 'facts': {
        const files = filesOf(section);
        const moment =
          files && momentFor(files, program, { asked: view.asked, key, today: options.today });
        const say = files && sayer(files);
        const cells = moment ? factsOf(shows.facts, moment) : [];
        return {
          ...base,
          kind: 'facts',
          facts: cells.map((cell) => ({
            fact: cell.of.name,
            title: texts(cell.of.title),
            ...(say ? say.fact(cell) : { value: null, text: texts({}) }),
          })),
        };
      }
      case 'table': {
        const files = filesOf(section);
        const table: Table = files
          ? tableOf(
              shows,
              momentFor(files, program, { asked: view.asked, key, today: options.today }),
            )
          : { rows: [], wanting: [], totals: new Map() };
        const say = files && sayer(files);
        for (const [column, total] of table.totals) totals.set(`${name}.${column}`, total);
        return {
          ...base,
          kind: 'table',
          columns: shows.columns.map((column) => ({
            column: column.name,
            title: texts(column.title),
          })),
          rows: say
            ? table.rows.map(({ cells, doubt }) => ({
                cells: cells.map(say.value),
                ...(doubt.length > 0 && { doubt: say.missing(doubt) }),
              }))
            : [],
          wanting: say ? say.missing(table.wanting) : [],
          totals: shows.columns.flatMap((column) => {
            const total = table.totals.get(column.name);
            return total ? [totalJson(`${name}.${column.name}`, column.title, total, say)] : [];
          }),
        };
      }
      case 'sum': {
        const known = shows.adds.flatMap((one) => {
          const total = totals.get(`${one.section}.${one.column}`);
          return total ? [{ ...one, total }] : [];
        });
        const all = sumOf(known.map(({ total }) => total));
        return {
          ...base,
          kind: 'sum',
          parts: known.map((one) =>
            totalJson(`${one.section}.${one.column}`, one.title, one.total, undefined),
          ),
          total: all ? totalJson(name, shows.total ?? title, all, undefined) : null,
        };
      }
      case 'findings':
        return { ...base, kind: 'findings', ...openFindings(section) };
      case 'contradictions':
        return { ...base, kind: 'contradictions', findings: contradictions(section) };
      case 'next':
        return { ...base, kind: 'next', steps: nextSteps(section) };
      default:
        return shows satisfies never;
    }
  }

  function totalJson(
    of: string,
    title: Words,
    { type, known, counted, unknown, missing }: Total,
    say: ReturnType<typeof sayer> | undefined,
  ): ViewTotalJson {
    const plain = known ? plainValue(known) : null;
    return {
      of,
      title: texts(title),
      value: unknown > 0 ? null : plain,
      known: plain,
      counted,
      unknown,
      text: textsIn(languages, (language) => {
        const words = sayIn(viewWords, language);
        const unit = type.kind === 'number' ? type.unit : undefined;
        const shown = known && formatNumber(known, unit, lexiconOf(language, program.setting));
        if (unknown === 0) return shown ?? '';
        return shown === undefined ? words.unknownTotal(unknown) : words.partly(shown, unknown);
      }),
      missing: say ? say.missing(missing) : [],
    };
  }

  /** Says values of files, masked, with their places. */
  function sayer(files: Files) {
    const { dossier, subject, members } = files;
    const hide = unmasked ? undefined : hiderOf(dossier, subject);
    const inWords = languages.map((language) => ({
      language,
      lexicon: lexiconOf(language, program.setting, hide),
      places: placesIn({ dossier, subject, members }, program, (words) =>
        inLanguage(words, language),
      ),
      terms: sayIn(wordbooks, language).terms,
    }));
    return { value, fact, missing };

    /** Of all files: a list without values says that none has one, which nobody verified. */
    function fact(cell: Cell): ViewValueJson {
      const told = value(cell);
      const isEmpty = isKind(cell.value, 'list') && cell.value.items.length === 0;
      if (!isEmpty || told.missing) return told;
      return {
        ...told,
        text: textsIn(languages, (language) => sayIn(viewWords, language).notRecorded),
      };
    }

    function value({ of, value: given, places }: Cell): ViewValueJson {
      const { core } = of.is;
      const shown = hide ? hiddenValue(given, core, hide) : given;
      const lacking = lackingIn(given);
      const at = places.filter((place) => placeInGroup(place)).slice(0, mostPlaces);
      return {
        value: plain(shown),
        text: Object.fromEntries(
          inWords.map(({ language, lexicon }) => {
            const known = isUnknown(given)
              ? ''
              : formatValue(withoutUnknown(shown), core.type, lexicon);
            const lacks =
              lacking.length > 0
                ? sayIn(viewWords, language).unknown(fieldsSaid(lacking, language))
                : '';
            return [language, [known, lacks].filter((text) => text !== '').join(lexicon.comma)];
          }),
        ),
        ...(at.length > 0 && { at: at.map(place) }),
        ...(lacking.length > 0 && { missing: missing(lacking) }),
      };
    }

    function fieldsSaid(lacking: readonly Missing[], language: Language): string {
      const found = inWords.find((one) => one.language === language);
      const titles = lacking.map(({ pointer }) =>
        inFile(found?.places.titleOf(pointer) ?? pointer),
      );
      return [...new Set(titles)].slice(0, 3).join(found?.lexicon.comma ?? ', ');
    }

    function place(pointer: string) {
      const inside = placeInGroup(pointer);
      const member = inside && members[inside.index];
      const { line } = positionOf(locate(dossier, pointer));
      return {
        dossier: member ? fileShown(idOf(member), unmasked) : '',
        pointer: inside?.pointer ?? pointer,
        line,
      };
    }

    function missing(all: readonly Missing[]): readonly ViewMissingJson[] {
      return distinct(all)
        .slice(0, mostLacking)
        .map(({ pointer, why }) => {
          const inside = placeInGroup(pointer);
          const member = inside && members[inside.index];
          const path = inWords[0]?.places.path(pointer) ?? pointer;
          return {
            ...(member && { dossier: fileShown(idOf(member), unmasked) }),
            field: inFile(path),
            title: Object.fromEntries(
              inWords.map(({ language, places }) => [language, inFile(places.titleOf(pointer))]),
            ),
            why: Object.fromEntries(
              inWords.map(({ language, terms }) => [language, terms.missing[why]]),
            ),
          };
        });
    }
  }

  /** Every file of the view by what it was judged as, among all of them. */
  function judgedFiles() {
    const all = new Map<TakenFile, true>();
    for (const file of [own, ...grouped.values()].flat()) all.set(file, true);
    const files = [...all.keys()];
    const recorder = recorderOf(head, reporting, false);
    let made: ReadonlyMap<TakenFile, ReturnType<typeof one>> | undefined;
    const one = (checked: ReturnType<typeof judgeAll>[number]) => ({
      record: recorder.dossier(checked, 0),
      checked,
    });
    return (file: TakenFile) => {
      made ??= new Map(
        judgeAll(
          files.map(({ read }) => read),
          engine,
          options,
        ).flatMap((checked, index) => {
          const of = files[index];
          return of ? [[of, one(checked)] as const] : [];
        }),
      );
      return made.get(file);
    };
  }

  function openFindings(section: ViewSection) {
    const records = takenFor(section).flatMap((file) => {
      const found = judged(file);
      return found ? [found.record] : [];
    });
    const all = records.flatMap(({ id, file, outcomes, waiting }) => ({
      dossier: id ?? file,
      file,
      outcomes,
      waiting: waiting.length,
    }));
    return {
      findings: all.flatMap(({ dossier, file, outcomes }) =>
        outcomes
          .filter(({ status, group }) => status === 'fail' && !group)
          .map((outcome): ViewFindingJson => ({ dossier, file, dossiers: [], outcome })),
      ),
      open: {
        cannotTell: all.reduce(
          (count, { outcomes }) =>
            count +
            outcomes.filter(({ status, manual }) => status === 'cannot-tell' && !manual).length,
          0,
        ),
        waiting: all.reduce((count, { waiting }) => count + waiting, 0),
      },
    };
  }

  /** What rules that judge files together find: once for each set of files, as the file sees it where it begins. */
  function contradictions(section: ViewSection): readonly ViewFindingJson[] {
    const found = takenFor(section).flatMap((file) => {
      const record = judged(file)?.record;
      return (record?.outcomes ?? []).flatMap((outcome) => {
        const { status, group } = outcome;
        if (status !== 'fail' || !group || !record) return [];
        const one = { dossier: record.id ?? record.file, file: record.file, outcome };
        // a couple has one and the same contradiction in the group of each
        return [
          {
            ...one,
            of: JSON.stringify([outcome.rule, outcome.element, group.dossiers.toSorted()]),
          },
        ];
      });
    });
    return [...Map.groupBy(found, ({ of }) => of).values()].flatMap((all): ViewFindingJson[] => {
      const seen = new Set(all.flatMap(({ outcome }) => outcome.related.slice(0, 1).map(placeKey)));
      const first = all.find(({ outcome }) => seen.has(placeKey(outcome.at))) ?? all[0];
      if (!first) return [];
      const { dossier, file, outcome } = first;
      const others = new Set(all.map((one) => one.dossier));
      others.delete(dossier);
      return [{ dossier, file, dossiers: [...others], outcome }];
    });
  }

  function nextSteps(section: ViewSection): readonly ViewStepJson[] {
    const all = takenFor(section).flatMap((file) => {
      const found = judged(file);
      if (!found) return [];
      const { checked, record } = found;
      return stepsJson(checked, reporting)
        .filter(({ state }) => state === 'next')
        .map((step) => ({ dossier: record.id ?? record.file, step }));
    });
    const urgency = ({ step: { deadline } }: ViewStepJson) =>
      `${deadline?.late ? 0 : 1} ${deadline?.day ?? '9999'}`;
    return all.toSorted((a, b) => (urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0));
  }
}

/** What a value lacks, and the values in a list. */
function lackingIn(value: Value): readonly Missing[] {
  if (isUnknown(value)) return value.missing;
  if (!isKind(value, 'list')) return [];
  return distinct([
    ...value.items.flatMap(lackingIn),
    ...(value.maybe ?? []).flatMap((one) => one?.missing ?? []),
  ]);
}

/** A list with those of its values that are known. */
function withoutUnknown(value: Value): Value {
  if (!isKind(value, 'list')) return value;
  return { ...value, items: value.items.filter((item) => !isUnknown(item)) };
}

function plain(value: Value): ViewPlainJson {
  if (value === null || isUnknown(value)) return null;
  if (typeof value === 'boolean') return value;
  return isKind(value, 'list') ? value.items.map(plain) : plainValue(value);
}

function placeKey({ file = '', pointer }: ViewFindingJson['outcome']['at']): string {
  return `${file} ${pointer}`;
}

/** A path of the group, or what it is called, as it is in its own file. */
function inFile(path: string): string {
  return path.replace(/^dossiers\[[^\]]*\]\./u, '');
}
