import type { BlockContent } from 'mdast';

import type { ModelEdition, ModelPage } from '../model.ts';
import { code, fileLink, heading, paragraph, strong, table } from '../../document/nodes.ts';
import { prose, proseLine } from '../../document/prose.ts';
import { rowsOf } from './appendix.ts';
import { citationRefs, isBrief, periodOf, ruleLinks, type Writing } from './common.ts';

/** Scoring models: what each is for, its points by band with the reasons, and its grades. */
export function modelsChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { manual, labels } = writing;
  return [
    heading(1, labels.appendix(number, labels.models), 'models'),
    paragraph(labels.modelsSay),
    ...manual.models.flatMap((page) => modelSection(page, writing)),
  ];
}

function modelSection(page: ModelPage, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const { isTechnical } = writing.manual.reading;
  const said = (label: string, text: string) =>
    text === '' ? [] : [paragraph([strong(label), labels.colon, ...proseLine(text)])];
  const editions = page.editions.filter(({ inForce }) => inForce || !isBrief(writing));
  return [
    heading(2, page.title, `model-${page.id}`),
    ...(isTechnical ? [paragraph([code(page.id)])] : []),
    ...prose(page.note),
    ...said(labels.modelOwner, page.owner),
    ...said(labels.modelPurpose, page.purpose),
    ...said(labels.modelLeavesOut, page.leavesOut),
    ...said(labels.modelOutcome, page.outcome),
    ...(page.usedBy.length === 0
      ? []
      : [paragraph([strong(labels.usedBy), labels.colon, ...ruleLinks(page.usedBy, writing)])]),
    ...editions.flatMap((edition) => modelEdition(edition, page, writing)),
    ...page.characteristics.flatMap((one) => characteristic(one, writing)),
    ...(isTechnical ? [paragraph([strong(labels.source), labels.colon, fileLink(page.path)])] : []),
  ];
}

function modelEdition(
  edition: ModelEdition,
  { gradeTable }: ModelPage,
  writing: Writing,
): readonly BlockContent[] {
  const { labels } = writing;
  const period = periodOf(edition, writing);
  const { developedUntil, developedOn, validatedOn, validUntil, base } = edition;
  return [
    paragraph([
      strong(edition.inForce ? labels.editionNow(period) : labels.editionThen(period)),
      labels.colon,
      ...citationRefs(edition.basis, writing),
    ]),
    ...prose(edition.note),
    table(
      [labels.modelDeveloped, labels.modelValidated, labels.modelValid, labels.modelBase],
      [
        [
          developedOn === '' ? developedUntil : `${developedUntil}${labels.comma}${developedOn}`,
          validatedOn,
          validUntil,
          [strong(base)],
        ],
      ],
    ),
    ...(edition.inForce ? [heading(3, labels.modelGrades, `table-${gradeTable}`)] : []),
    table(
      [labels.modelGrade, labels.modelScore, labels.modelMeans],
      edition.grades.map(({ title, from, below, means }) => [
        [strong(title)],
        labels.modelBetween(from, below),
        proseLine(means),
      ]),
    ),
  ];
}

function characteristic(
  { title, why, table: id }: ModelPage['characteristics'][number],
  writing: Writing,
): readonly BlockContent[] {
  const { manual, labels } = writing;
  const page = manual.tables.find((one) => one.id === id);
  const editions = (page?.editions ?? []).filter(({ inForce }) => inForce || !isBrief(writing));
  if (!page || editions.length === 0) return [];
  return [
    heading(3, title, `table-${id}`),
    ...prose(why),
    ...editions.flatMap((edition) => [
      ...(editions.length === 1
        ? []
        : [
            paragraph([
              strong(
                edition.inForce
                  ? labels.editionNow(periodOf(edition, writing))
                  : labels.editionThen(periodOf(edition, writing)),
              ),
            ]),
          ]),
      rowsOf(edition, page, writing),
    ]),
  ];
}
