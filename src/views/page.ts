import type { BlockContent } from 'mdast';

import { inLanguage, sayIn, type Language } from '../base/language.ts';
import { severalLines } from '../base/shown.ts';
import type { Document } from '../document/document.ts';
import { sheetOf } from '../document/sheet.ts';
import { heading, list, paragraph, table } from '../document/nodes.ts';
import { cover } from '../document/own-nodes.ts';
import type { Multilingual } from '../report/json-format.ts';
import { stepLine } from '../report/to-do.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { viewWords } from '../words/view.ts';
import type {
  ViewFindingJson,
  ViewMissingJson,
  ViewReport,
  ViewSectionJson,
  ViewStepJson,
  ViewTotalJson,
} from './format.ts';

/** Places of a finding that are shown, at most; the JSON has them all. */
const mostPlaces = 6;

/** A view as a document of one page, in one language. */
export function viewDocument(report: ViewReport, language: Language): Document {
  const words = sayIn(viewWords, language);
  const { terms } = sayIn(wordbooks, language);
  const text = (texts: Multilingual | undefined) => inLanguage(texts, language);
  const title = `${text(report.title)} ${report.key.value}`;
  return sheetOf({
    language,
    title,
    number: report.rulebook.id,
    version: report.rulebook.version,
    day: report.today ?? '2000-01-01',
    listed: 2,
    blocks: [
      cover([heading(1, title, 'title')]),
      ...opening(),
      ...report.sections.flatMap((section) => [
        heading(2, text(section.title), section.section),
        ...(section.note ? [paragraph(text(section.note))] : []),
        ...sectionBlocks(section),
      ]),
    ],
  });

  function opening(): readonly BlockContent[] {
    const { files, groups, masked, today, note } = report;
    const told = [
      words.files(files.read, files.taken.length),
      ...(files.unread > 0 ? [words.unread(files.unread)] : []),
      ...(today === undefined ? [] : [words.asOf(today)]),
      ...(masked ? [words.masked] : []),
    ];
    const { count, first } = files.unplaced;
    return [
      ...(note ? [paragraph(text(note))] : []),
      paragraph(told.join(words.between)),
      ...groups.flatMap(({ title: of, keys, files: theirs, notRead }) => {
        if (keys.length === 0) return [];
        const named = keys.join(terms.comma);
        return [
          paragraph(
            notRead
              ? words.groupNotRead(text(of), named)
              : words.group(text(of), named, theirs.length),
          ),
        ];
      }),
      ...(count > 0 ? [paragraph(words.unplaced(count, first.join(terms.comma)))] : []),
    ];
  }

  function sectionBlocks(section: ViewSectionJson): readonly BlockContent[] {
    const { column } = words;
    switch (section.kind) {
      case 'facts':
        if (section.facts.length === 0) return [paragraph(words.none)];
        return [
          table(
            [column.item, column.value],
            section.facts.map((fact) => [text(fact.title), text(fact.text)]),
            'particulars',
          ),
        ];
      case 'table':
        return tableBlocks(section);
      case 'sum':
        return [
          table(
            [column.item, column.amount],
            [...section.parts, ...(section.total ? [section.total] : [])].map((one) => [
              text(one.title),
              text(one.text),
            ]),
            'particulars',
          ),
        ];
      case 'findings':
        return [
          ...findingBlocks(section.findings, words.noFindings, true),
          ...(section.open.cannotTell + section.open.waiting > 0
            ? [paragraph(words.open(section.open.cannotTell, section.open.waiting))]
            : []),
        ];
      case 'contradictions':
        return findingBlocks(section.findings, words.noContradictions, false);
      case 'next':
        return nextBlocks(section.steps);
      default:
        return section satisfies never;
    }
  }

  function tableBlocks({
    columns,
    rows,
    totals,
    wanting,
  }: Extract<ViewSectionJson, { kind: 'table' }>): readonly BlockContent[] {
    const body = rows.map(({ cells, doubt }) =>
      cells.map(
        (cell, index) =>
          text(cell.text) + (index === 0 && doubt ? words.doubtful(fieldsOf(doubt)) : ''),
      ),
    );
    return [
      rows.length === 0
        ? paragraph(words.none)
        : table(
            columns.map((one) => text(one.title)),
            body,
          ),
      ...totals.filter(isWorthTelling).map((total) => paragraph(totalSaid(total, totals.length))),
      ...(wanting.length > 0 ? [paragraph(words.wanting(fieldsOf(wanting)))] : []),
    ];

    function isWorthTelling({ counted, unknown }: ViewTotalJson): boolean {
      return counted + unknown > 0;
    }
  }

  function totalSaid(total: ViewTotalJson, totals: number): string {
    const name = totals > 1 ? `${text(total.title)}${words.total}` : words.total;
    return `${name}${terms.colon}${text(total.text)}`;
  }

  /** What is missing, by file. */
  function fieldsOf(missing: readonly ViewMissingJson[]): string {
    const said = missing.map(({ dossier, title: of, why }) =>
      [dossier ?? '', `${text(of)}${terms.brackets(text(why))}`].filter(Boolean).join(' '),
    );
    return [...new Set(said)].join(terms.comma);
  }

  function findingBlocks(
    findings: readonly ViewFindingJson[],
    none: string,
    isByFile: boolean,
  ): readonly BlockContent[] {
    if (findings.length === 0) return [paragraph(none)];
    const { column } = words;
    return [
      table(
        [column.grade, column.rule, column.found, ...(isByFile ? [column.file] : []), column.place],
        findings.map((finding) => {
          const { dossier, outcome } = finding;
          const rule = report.rules[outcome.rule];
          const titled = text(outcome.title ?? rule?.title);
          return [
            terms.level[rule?.level ?? 'mandatory'],
            `${outcome.rule} ${titled}`,
            severalLines(text(outcome.message)),
            ...(isByFile ? [dossier] : []),
            placesSaid(finding),
          ];
        }),
      ),
    ];
  }

  /** Where a finding stands, with what is there; of one that several files make together, in each of them. */
  function placesSaid({ dossier, outcome }: ViewFindingJson): string {
    const { at, related, group, seen = [] } = outcome;
    const byFile = new Map<string, string>();
    const [first, second] = [at, related.find(({ file }) => file !== at.file)];
    const fields = new Set(
      [first, second].flatMap((place) => (place ? [fieldOf(place.pointer)] : [])),
    );
    for (const place of group ? [at, ...related] : [at]) {
      const { of = dossier, path } = placed(place.path);
      // a file of the group that has no part in it was read for something else
      if (byFile.has(of) || !fields.has(fieldOf(place.pointer))) continue;
      const same = seen.find((one) => one.file === place.file && placed(one.path).path === path);
      const name = text(place.title) || path;
      const value = same ? `${terms.colon}${severalLines(text(same.value))}` : '';
      const where = [...(place.file === undefined ? [] : [place.file]), words.line(place.line)];
      const whose = group ? `${of} ` : '';
      byFile.set(of, `${whose}${name}${value}${terms.brackets(where.join(' '))}`);
    }
    const places = [...byFile.values()];
    const more = places.length - mostPlaces;
    return `${places.slice(0, mostPlaces).join(terms.semicolon)}${more > 0 ? words.andMore(places.length) : ''}`;
  }

  function nextBlocks(steps: readonly ViewStepJson[]): readonly BlockContent[] {
    if (steps.length === 0) return [paragraph(words.nothingNext)];
    return [
      list(steps.map(({ dossier, step }) => `${dossier}${terms.colon}${stepLine(step, language)}`)),
    ];
  }
}

/** `dossiers[D-1].parties[P1].name` as the file and the path in it. */
function placed(path: string): { readonly of?: string; readonly path: string } {
  const found = /^dossiers\[([^\]]*)\]\.(.*)$/u.exec(path);
  return found ? { of: found[1] ?? '', path: found[2] ?? '' } : { path };
}

/** The name of the field at a JSON pointer. */
function fieldOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}
