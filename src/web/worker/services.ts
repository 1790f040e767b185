import { batchService } from './batch.ts';
import { bookService } from './book.ts';
import { checkService } from './check.ts';
import { checklistService } from './checklist.ts';
import { downloadsService } from './downloads.ts';
import { gateService } from './gate.ts';
import { handedService } from './handed.ts';
import { openService } from './open.ts';
import { tablesService } from './tables.ts';
import { sessionService } from './session.ts';
import { readService } from './read.ts';
import { teachService } from './teach.ts';
import { versionService } from './version.ts';

/** All that the page asks of its worker, an area a name. Arguments and answers are plain data, or files. */
export const services = {
  rulebook: openService,
  handed: handedService,
  check: checkService,
  book: bookService,
  tables: tablesService,
  checklist: checklistService,
  session: sessionService,
  read: readService,
  teach: teachService,
  version: versionService,
  gate: gateService,
  downloads: downloadsService,
  batch: batchService,
};

export type Services = typeof services;
