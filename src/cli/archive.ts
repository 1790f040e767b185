import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { indentedJson } from '../base/json.ts';
import type { Language } from '../base/language.ts';
import { sayIn } from '../base/language.ts';
import { archiveTo, type ArchivePart, type PartWriter } from '../io/archive.ts';
import type { Output } from '../io/output.ts';
import { nodePlatform } from '../io/platform.ts';
import { rulebookFolder } from '../io/rulebook.ts';
import { openSpool } from '../io/spool.ts';
import { merged, reportOf } from '../report/gather.ts';
import { htmlWriter } from '../report/html.ts';
import type { DossierJson, ReportHead, SummaryJson, TogetherJson } from '../report/json-format.ts';
import { jsonText } from '../report/json-text.ts';
import type { Writer } from '../report/write.ts';
import type { RulebookFolder } from '../rulebook/folder.ts';
import { wordbooks } from '../words/messages/messages.ts';
import type { Sound } from './sound.ts';

/** What goes into the archive of a check beside its reports. */
export interface ArchiveSetting {
  readonly loaded: Pick<Sound, 'program' | 'folder'>;
  readonly language: Language;
  /** Files that were judged by, by the option that each was given by. */
  readonly inputs: readonly { readonly role: string; readonly path: string }[];
}

/**
 * The archive of a check (检查档案包): the page, written as dossiers are judged, then the report as data, then all that
 * was judged by, and at last the digests of every file.
 */
export function archiveWriter(
  head: ReportHead,
  put: Output['write'],
  setting: ArchiveSetting,
): Writer {
  const { loaded, language } = setting;
  const archive = archiveTo(put);
  const spool = openSpool();
  const kept: number[] = [];
  let count = 0;
  let page: PartWriter | undefined;
  const writer = htmlWriter(head, async (text) => page?.add(text), {
    language,
    rulebook: loaded.program.rulebook,
    sha256: nodePlatform.sha256,
  });
  return {
    begin: async () => {
      page = archive.open('report.html');
      await writer.begin();
    },
    result: async (result) => {
      if (result.kept) kept.push(count);
      count += 1;
      spool.add(JSON.stringify(result.record));
      await writer.result(result);
    },
    end: async (together, summary) => {
      const later = new Map<number, TogetherJson>();
      await writer.end(noted(together, later), summary);
      await page?.end();
      for (const part of partsOf(summary(), later)) {
        // eslint-disable-next-line no-await-in-loop -- one after the other
        await archive.part(part);
      }
      await archive.finish();
      spool.close();
    },
  };

  /** All files behind the page: a line for each kind of them. */
  function* partsOf(
    summary: SummaryJson,
    later: ReadonlyMap<number, TogetherJson>,
  ): Generator<ArchivePart> {
    const dossiers = { [Symbol.iterator]: () => dossiersOf(later) };
    yield { name: 'report.json', pieces: () => jsonText(reportOf(head, dossiers, summary)) };
    yield* rulebookParts(rulebookFolder(loaded.folder).folder);
    for (const { role, path } of setting.inputs)
      yield { name: `inputs/${role}/${basename(path)}`, pieces: () => [readFileSync(path)] };
    const digests = archive.written();
    yield { name: 'digests.json', pieces: () => [indentedJson({ format: 1, files: digests })] };
    yield { name: '清单.txt', pieces: () => [contents(summary)] };
  }

  function* noted(together: Iterable<TogetherJson>, later: Map<number, TogetherJson>) {
    let next = 0;
    for (const one of together) {
      later.set(kept[next] ?? -1, one);
      next += 1;
      yield one;
    }
  }

  function* dossiersOf(later: ReadonlyMap<number, TogetherJson>): Generator<DossierJson> {
    let place = 0;
    for (const line of spool.lines()) {
      const record = JSON.parse(line) as DossierJson;
      const own = later.get(place);
      place += 1;
      yield own ? merged(record, own, head) : record;
    }
  }

  /** What is in the archive, for people; the digests are those of `sha256sum`. */
  function contents(summary: SummaryJson): string {
    const { terms } = sayIn(wordbooks, language);
    const { rulebook, engine, today } = head;
    const { archive: words } = terms;
    const lines = [
      words.title,
      '',
      words.judgedBy(`${rulebook.id} ${rulebook.version}`, rulebook.digest, engine),
      words.day(today),
      terms.summary(summary),
      ...(summary.record ? [terms.record.kept(summary.record.run, summary.record.head)] : []),
      '',
      ...archive.written().map(({ name, sha256 }) => `${sha256}  ${name}`),
    ];
    return `${lines.join('\n')}\n`;
  }
}

/** The files of a rulebook, and of those that it builds on, each in a folder of its own. */
function* rulebookParts(top: RulebookFolder): Generator<ArchivePart> {
  let number = 1;
  for (let layer: RulebookFolder | undefined = top; layer; layer = layer.parent) {
    const folder = number === 1 ? 'rulebook' : `rulebook-${number}`;
    for (const [path, { text }] of [...layer.files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      yield { name: `inputs/${folder}/${path}`, pieces: () => [text] };
    number += 1;
  }
}
