import type { Language } from '../base/language.ts';
import { type Capture, type Engine, engineOf } from '../check/engine.ts';
import type { Examples } from '../manual/model.ts';
import type { Program } from '../program/ast.ts';
import { readSound } from '../program/read.ts';
import { languagesOf } from '../rulebook/ast.ts';
import { packedMemory, type PageDays, type RulebookPack, unpackedFolder } from './pack.ts';

/** A rulebook that is open, with what judges by it: what every piece of work at the desk begins with. */
export interface Desk {
  readonly program: Program;
  /** `sha256:…` of the rulebook. */
  readonly digest: string;
  /** Version of the engine. */
  readonly version: string;
  /** Of the rulebook. */
  readonly languages: readonly Language[];
  /** What came of the cases of all rules, for the manual; they are run there where the pack does not have it. */
  readonly examples?: Examples;
  /** Where the page is no more than a draft. */
  readonly draft?: RulebookPack['draft'];
  readonly engine: Engine;
  /** An engine for files whose source does not record everything. */
  readonly engineFor: (capture: Capture) => Engine;
  readonly days: PageDays;
}

/** Opens a rulebook that was packed without errors; plans are read by closures, for pages run no code of texts. */
export function openDesk(pack: RulebookPack): Desk {
  const program = readSound(unpackedFolder(pack.folder), packedMemory(pack));
  const { digest, engine: version, examples, draft, days } = pack;
  return {
    program,
    digest,
    version,
    languages: languagesOf(program.rulebook.manifest.data),
    ...(examples && { examples: new Map(examples) }),
    ...(draft && { draft }),
    engine: engineOf(program),
    engineFor: (capture) => engineOf(program, undefined, 0, undefined, capture),
    days,
  };
}
