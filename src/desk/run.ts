import type { FileBytes, Platform } from '../base/bytes.ts';
import { defectsOf } from '../report/defects.ts';
import { merged, recordPlace } from '../report/gather.ts';
import { glancing } from '../report/glance.ts';
import type { DossierJson, ReportHead, SummaryJson, TogetherJson } from '../report/json-format.ts';
import type { Desk } from './desk.ts';
import { type NoRun, readSavedRun, type RunReading } from './saved-run.ts';
import { sharing } from './sharing.ts';
import { standingOf } from './selection.ts';
import type { Work } from './work.ts';

/** A run that was saved, to be asked about as what was judged just now. */
export interface RunOpened {
  readonly work: Work;
  readonly about: RunAbout;
}

export interface RunAbout {
  /** Of its file. */
  readonly name: string;
  /** Its end is missing; it is not what its end says. What is there was read. */
  readonly wrong: 'cut' | 'digest' | undefined;
  readonly rulebook: Pick<ReportHead['rulebook'], 'id' | 'version' | 'digest'>;
  /** Whether the rulebook that is open is the one it was judged by, to the byte. */
  readonly isSameRulebook: boolean;
}

/** @throws FileFault */
export async function openRun(
  { digest }: Pick<Desk, 'digest'>,
  file: FileBytes,
  platform: Pick<Platform, 'sha256' | 'newSha256'>,
  reading: RunReading = {},
): Promise<RunOpened | NoRun> {
  const run = await readSavedRun(file, platform, holdingOf, reading);
  if (typeof run === 'string') return run;
  const { head, taker, summary, wrong } = run;
  const { id, version, digest: own } = head.rulebook;
  const { records } = taker;
  return {
    work: {
      head,
      records,
      summary: summary ?? { ...summaryOf(head, records), stopped: true },
    },
    about: {
      name: file.name,
      wrong,
      rulebook: { id, version, digest: own },
      isSameRulebook: own === digest,
    },
  };
}

/** Holds records, what was judged together with them; what many of them say alike is held once. */
function holdingOf(head: ReportHead) {
  const records: DossierJson[] = [];
  /** Of those that are judged with others, too. */
  const open = new Map<string, number>();
  const share = sharing();
  return {
    records,
    dossier: (record: DossierJson): void => {
      const { later, ...own } = record;
      if (later !== undefined) open.set(recordPlace(record), records.length);
      records.push(share(own));
    },
    together: (told: TogetherJson): void => {
      const place = open.get(recordPlace(told));
      const record = place === undefined ? undefined : records[place];
      if (place !== undefined && record) records[place] = merged(record, share(told), head);
    },
  };
}

/** What records come to, where no run says so itself. */
export function summaryOf(head: ReportHead, records: readonly DossierJson[]): SummaryJson {
  const { add, glance } = glancing(head, false);
  const defects = defectsOf(head);
  const counts = { pass: 0, fail: 0, 'cannot-tell': 0, unread: 0, outside: 0 };
  for (const record of records) {
    counts[standingOf(record)] += 1;
    defects.count(record);
    add(record);
  }
  const { outside: _, ...counted } = counts;
  const dossiers = counted.pass + counted.fail + counted['cannot-tell'];
  return { dossiers, ...counted, ...defects.counted(), glance: glance() };
}
