import type { Language } from '../base/language.ts';
import { invariant } from '../base/invariant.ts';
import type { CheckedFile } from '../check/checked.ts';
import { isExplained } from '../evaluate/explained.ts';
import type { Answer, Outcome } from '../evaluate/outcome.ts';
import { cellJson } from './cell.ts';
import { type Hide, hiderOf } from './hide.ts';
import { remedyJson, type Reporting } from './head.ts';
import type {
  ClauseCitedJson,
  Multilingual,
  OutcomeJson,
  PlaceJson,
  ReportHead,
  SeenJson,
  WantingJson,
} from './json-format.ts';
import type { PlaceView } from './place-view.ts';
import { fileShown } from './masked.ts';
import { pointersCompared, pointersRead } from './seen.ts';
import { lookupIn, type SeenPlace } from './seen-places.ts';
import { type BasisView, type OutcomeView, viewer } from './view.ts';

/** Places and files of one outcome that are named, at most; how many more there are is told. */
const [mostRelated, mostFiles] = [20, 50];

/** An outcome as data, and as its reader is told of what it lacks. */
export interface OutcomeSaid {
  readonly json: OutcomeJson;
  readonly wanting: readonly Omit<WantingJson, 'rules'>[];
}

/** Makes data of the outcomes of one dossier, in every language of the report. */
export function outcomesOf(
  { dossier, subject }: Pick<NonNullable<CheckedFile['judged']>, 'dossier' | 'subject'>,
  nameOf: (outcome: Outcome) => string,
  { rules }: Pick<ReportHead, 'rules'>,
  { program, languages, unmasked, options }: Reporting,
): (outcome: Outcome) => OutcomeSaid {
  const viewers = languages.map((language) => ({
    language,
    viewer: viewer(program, subject, dossier, language, unmasked),
  }));
  const hide = unmasked ? undefined : hiderOf(dossier, subject);
  return (outcome) => {
    const views = viewers.map((one) => ({
      language: one.language,
      view: one.viewer.view(outcome),
    }));
    const first = views[0]?.view;
    invariant(first, 'a report is in one language at least');
    const said = (say: (view: OutcomeView) => string | undefined): Multilingual =>
      Object.fromEntries(views.map(({ language, view }) => [language, say(view) ?? '']));
    const places = (of: (view: OutcomeView) => PlaceView | undefined): PlaceJson =>
      placeJson(
        views.flatMap(({ language, view }) => {
          const place = of(view);
          return place ? [{ language, place }] : [];
        }),
        outcome.group !== undefined,
        unmasked,
      );
    const rule = rules[outcome.rule];
    const title = said((view) => view.title);
    const remedy = remedyJson(outcome.remedy, outcome.day, program, languages);
    const related = first.related.slice(0, mostRelated);
    const more = (outcome.moreRelated ?? 0) + first.related.length - related.length;
    const json: OutcomeJson = {
      finding: nameOf(outcome),
      rule: outcome.rule,
      element: outcome.element,
      ...(outcome.rows !== undefined && { rows: outcome.rows }),
      ...(outcome.heldBy !== undefined && { heldBy: outcome.heldBy }),
      ...(outcome.awaits !== undefined && { awaits: outcome.awaits }),
      ...(first.group && {
        group: {
          key: first.group.key,
          files: first.group.files,
          unplaced: first.group.unplaced,
          dossiers: first.group.ids.slice(0, mostFiles),
          text: said(({ group }) => group?.text),
        },
      }),
      edition: outcome.edition,
      asOf: outcome.day,
      status: outcome.status,
      ...(outcome.isBranchs && outcome.kind && { kind: outcome.kind }),
      manual: outcome.manual,
      ...(isOther(title, rule?.title) && { title }),
      message: said((view) => view.message),
      because: distinctTexts(
        first.because.map(({ expression, value, rounded, text }, index) => ({
          expression,
          value,
          rounded,
          text: said(({ because }) => because[index]?.text ?? text),
        })),
      ),
      ...(isExplained(outcome.rule, outcome.status, options) && requirementOf(outcome)),
      ...(isExplained(outcome.rule, outcome.status, options) &&
        first.inapplicable !== undefined && { inapplicable: said((view) => view.inapplicable) }),
      missing: first.missing.map(({ path }) => path),
      basis: first.basis.map(clauseCited),
      ...(first.penalties.length > 0 && { penalties: first.penalties.map(clauseCited) }),
      at: places(({ at }) => at),
      related: related.map((_, index) => places((view) => view.related[index])),
      ...(more > 0 && { moreRelated: more }),
      ...(isAgainst(outcome) && { seen: seenBy(outcome) }),
      ...(remedy && isOther(remedy, rule?.remedy ?? undefined) && { remedy }),
      toPass: outcome.toPass.map(({ pointer, side, value }, index) => ({
        pointer,
        ...boundJson(side, value),
        text: said(({ toPass }) => toPass[index]),
      })),
      ...(first.shortfall !== undefined && { shortfall: said(({ shortfall }) => shortfall) }),
      ...(first.origin !== undefined && { origin: said(({ origin }) => origin) }),
      ...gateOf(outcome),
      ...(outcome.waiver && {
        waiver: {
          pointer: outcome.waiver.pointer,
          problems: [...outcome.waiver.problems],
          text: said(({ waiver }) => waiver),
        },
      }),
      ...(outcome.by && { by: { ...byPerson(outcome.by, hide), text: said(({ by }) => by) } }),
    };
    const wanting = outcome.missing.flatMap(({ why }, index) => {
      const one = first.missing[index];
      return one === undefined
        ? []
        : [
            {
              field: one.path,
              title: said(({ missing }) => missing[index]?.title),
              why,
              says: said(({ missing }) => missing[index]?.says),
            },
          ];
    });
    return { json, wanting };
  };

  function requirementOf(outcome: Outcome): Pick<OutcomeJson, 'requirement'> {
    const texts = viewers.map((one) => [one.language, one.viewer.requirement(outcome)] as const);
    if (texts.some(([, text]) => text === undefined)) return {};
    const requirement = Object.fromEntries(
      texts.map(([language, text]) => [language, text ?? ''] as const),
    );
    return { requirement };
  }

  /** Every value that the reasons read, and the record of the waiver that speaks of it. */
  function seenBy(outcome: Outcome): readonly SeenJson[] {
    const seen = outcome.group ?? { dossier, subject };
    const lookups = languages.map((language) => ({
      language,
      lookup: lookupIn(seen.dossier, seen.subject, language, unmasked, program.setting),
    }));
    const pointers = [
      ...new Set([
        ...pointersRead(outcome),
        ...pointersCompared(outcome),
        ...waiverPlaces(outcome),
      ]),
    ];
    return pointers.flatMap((pointer): readonly SeenJson[] => {
      const found = lookups.flatMap(({ language, lookup }) => {
        const place = lookup(pointer);
        return place ? [{ language, place }] : [];
      });
      const one = found[0]?.place;
      // of files judged together records have only the fields that are read
      if (!one || (outcome.group && one.isRecord)) return [];
      const texts = (say: (place: SeenPlace) => string) =>
        Object.fromEntries(found.map(({ language, place }) => [language, say(place)]));
      return [
        {
          ...(outcome.group && { file: fileShown(one.file, unmasked) }),
          path: one.path,
          title: texts(({ title }) => title),
          value: texts(({ value }) => value),
          line: one.line,
          column: one.column,
          ...(one.cell && { cell: cellJson(one.cell) }),
        },
      ];
    });
  }

  function waiverPlaces({ waiver }: Outcome): readonly string[] {
    const names = subject.file.waivers;
    if (!waiver || !names) return [];
    const { approvedOn, approvedBy, post, from, until } = names;
    return [approvedOn, approvedBy, post, from, until].map((name) => `${waiver.pointer}/${name}`);
  }
}

/** Whether it is held against somebody, so that what it saw has to be shown. */
function isAgainst({ status }: Outcome): boolean {
  return status === 'fail' || status === 'waived';
}

/** Two conditions may read alike: they are told once. */
function distinctTexts(because: OutcomeJson['because']): OutcomeJson['because'] {
  return [...new Map(because.map((one) => [JSON.stringify(one.text), one])).values()];
}

function boundJson(
  side: Outcome['toPass'][number]['side'],
  value: string,
): Pick<OutcomeJson['toPass'][number], 'atLeast' | 'atMost' | 'exactly'> {
  if (side === 'exactly') return { exactly: value };
  return side === 'at-least' ? { atLeast: value } : { atMost: value };
}

function isOther(text: Multilingual, usual: Multilingual | undefined): boolean {
  return Object.entries(text).some(([key, value]) => usual?.[key] !== value);
}

/** The gate that was passed although it was closed, of an outcome that says so. */
export function gateOf({ finding }: Outcome): Pick<OutcomeJson, 'gate'> {
  if (finding?.kind !== 'process' || finding.facet !== 'gate') return {};
  return { gate: { step: finding.params.other ?? '', rules: [...(finding.params.rules ?? [])] } };
}

function byPerson(
  { answer, name, date, page, remark }: Answer,
  hide: Hide | undefined,
): Omit<NonNullable<OutcomeJson['by']>, 'text'> {
  const said = (text: string) => hide?.(text) ?? text;
  return {
    kind: 'person',
    answer,
    name: said(name),
    date,
    page: page ?? null,
    remark: remark === undefined ? null : said(remark),
  };
}

function placeJson(
  views: readonly { readonly language: Language; readonly place: PlaceView }[],
  isTogether: boolean,
  unmasked: boolean,
): PlaceJson {
  const one = views[0]?.place;
  invariant(one, 'a report is in one language at least');
  const { file, pointer, path, line, column, cell, row } = one;
  const field = row?.field;
  return {
    ...(isTogether && { file: fileShown(file, unmasked) }),
    pointer,
    path,
    // a row of a register is told by its number and field
    ...(!row &&
      one.title !== '' && {
        title: Object.fromEntries(views.map(({ language, place }) => [language, place.title])),
      }),
    line,
    column,
    ...(cell && { cell: cellJson(cell) }),
    ...(row && { row: row.number }),
    ...(field && {
      field: {
        name: field.name,
        title: Object.fromEntries(
          views.map(({ language, place }) => [language, place.row?.field?.title ?? field.title]),
        ),
      },
    }),
  };
}

function clauseCited({ clause, confidence, verified }: BasisView): ClauseCitedJson {
  return { clause, confidence, verified };
}
