import type { Model } from '../program/ast.ts';
import { pathFrom } from '../rulebook/ast.ts';
import type { ModelEditionFile } from '../rulebook/files.ts';
import { capital } from '../words/capitals.ts';
import type { AppendixSetting } from './appendices.ts';
import type { ModelEdition, ModelPage } from './model.ts';
import { spanOf } from './reads.ts';
import { noteOf } from './speaker.ts';

/** Scoring models as they are read: the points of a characteristic are one of the tables, which keep their places. */
export function modelPages(setting: AppendixSetting): readonly ModelPage[] {
  return setting.program.models.map((model) => modelPage(model, setting));
}

function modelPage(model: Model, { program, speaker, cite, usedBy }: AppendixSetting): ModelPage {
  const { data, path, yaml } = model.entry;
  const editionOf = (edition: ModelEditionFile): ModelEdition => ({
    ...spanOf(edition),
    inForce:
      edition.from <= speaker.asOf &&
      (edition.until === undefined || speaker.asOf <= edition.until),
    developedUntil: edition.developedUntil,
    developedOn: speaker.words(edition.developedOn),
    validatedOn: edition.validatedOn,
    validUntil: edition.validUntil,
    base: String(edition.base),
    grades: edition.grades.map(({ title, from, means }, index) => ({
      title: capital(speaker.words(title)),
      from: from === undefined ? '' : String(from),
      below: index === 0 ? '' : String(edition.grades[index - 1]?.from ?? ''),
      means: speaker.words(means),
    })),
    basis: cite(edition.basis),
    note: noteOf(edition, speaker),
  });
  return {
    id: model.name,
    title: capital(speaker.words(data.title)) || model.name,
    path: pathFrom(program.rulebook, path, yaml.span),
    note: speaker.words(data.note),
    owner: speaker.words(data.owner),
    purpose: speaker.words(data.purpose),
    leavesOut: speaker.words(data.leavesOut),
    outcome: speaker.words(data.outcome?.title),
    characteristics: model.characteristics.map(({ name, title, points }) => ({
      title: capital(speaker.words(title)),
      why: speaker.words(
        data.characteristics.find(({ characteristic }) => characteristic === name)?.why,
      ),
      table: points,
    })),
    gradeTable: model.names.grade,
    editions: data.editions.map(editionOf).toReversed(),
    usedBy: usedBy(model.name),
  };
}
