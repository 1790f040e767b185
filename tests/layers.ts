/**
 * The layers of `src/`, bottom to top, each with the layers its files may import.
 * A new import between layers starts with a line here, so that a reviewer sees it.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  base: [],
  loan: [],
  values: ['base'],
  yaml: ['base'],
  feel: ['base', 'values'],
  dossier: ['base', 'values', 'yaml', 'feel'],
  rulebook: ['base', 'values', 'yaml'],
  program: ['base', 'values', 'yaml', 'feel', 'dossier', 'rulebook'],
  evaluate: ['base', 'values', 'feel', 'dossier', 'rulebook', 'program'],
  verify: ['base', 'values', 'feel', 'dossier', 'rulebook', 'program', 'evaluate'],
  checklist: ['base', 'values', 'evaluate', 'rulebook'],
  manual: ['feel', 'dossier', 'rulebook', 'program'],
  cases: ['base', 'yaml', 'feel', 'dossier', 'rulebook', 'program', 'evaluate'],
  report: [
    'base',
    'checklist',
    'yaml',
    'feel',
    'dossier',
    'rulebook',
    'program',
    'evaluate',
    'verify',
    'cases',
  ],
  index: [
    'base',
    'values',
    'yaml',
    'feel',
    'dossier',
    'rulebook',
    'program',
    'evaluate',
    'verify',
    'manual',
    'cases',
    'report',
  ],
  io: ['base', 'rulebook'],
  cli: [
    'base',
    'values',
    'yaml',
    'feel',
    'dossier',
    'program',
    'evaluate',
    'verify',
    'manual',
    'cases',
    'report',
    'io',
  ],
};

/** Layers that may use Node's own modules; everything else runs in a browser too. */
export const hosts: readonly string[] = ['io', 'cli'];
