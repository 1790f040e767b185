import { checkService } from './check.ts';
import { openService } from './open.ts';
import { tablesService } from './tables.ts';

/** All that the page asks of its worker, an area a name. Arguments and answers are plain data, or files. */
export const services = {
  rulebook: openService,
  check: checkService,
  tables: tablesService,
};

export type Services = typeof services;
