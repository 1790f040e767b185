import type { Source } from '../base/source.ts';
import type { Capture, Engine } from '../check/engine.ts';
import { readRegister } from '../check/read.ts';
import type { WaiverEntries } from '../dossier/waiver-register.ts';
import { headOf, type Reporting } from './head.ts';
import type { Paint } from './paint.ts';
import { recorderOf } from './record.ts';
import { type ResultMaker, resultMaker } from './result.ts';

/** What batches of dossiers are judged by in another place, such as another thread, as data that can be sent there. */
export interface BatchSetting extends Pick<
  Reporting,
  'options' | 'languages' | 'unmasked' | 'staff' | 'waivers' | 'scheme' | 'bounds'
> {
  readonly isWhole: boolean;
  readonly kind: string | undefined;
  /** The register that posts are looked up in, as it was read. */
  readonly register?: Source | undefined;
  /** Waivers of a register. */
  readonly waiverEntries?: WaiverEntries | undefined;
  /** What the source of the files records; without it, everything. */
  readonly capture?: Capture | undefined;
}

/**
 * Makes results as the run makes them that sent the setting.
 *
 * @param engine - of what the setting's source records
 * @param source - the rulebook's digest and the version of the engine
 */
export function batchMaker(
  engine: Engine,
  source: Pick<Reporting, 'rulebookDigest' | 'engine'>,
  setting: BatchSetting,
  paint: Paint,
): ResultMaker {
  const { isWhole, kind, register, waiverEntries: waivers, capture: _, ...asked } = setting;
  const reporting: Reporting = { program: engine.program, ...source, ...asked };
  const people = register && readRegister(register, engine).value?.people;
  return resultMaker({
    engine: { ...engine, people, waivers },
    recorder: recorderOf(headOf(reporting), reporting, isWhole),
    reporting,
    kind,
    paint,
  });
}
