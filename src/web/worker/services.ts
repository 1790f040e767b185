import { batchService } from './batch.ts';
import { checkService } from './check.ts';
import { gateService } from './gate.ts';
import { openService } from './open.ts';

/** All that the page asks of its worker, an area a name. Arguments and answers are plain data, or files. */
export const services = {
  rulebook: openService,
  check: checkService,
  gate: gateService,
  batch: batchService,
};

export type Services = typeof services;
