import { invariant } from '../../base/invariant.ts';
import { type Desk, openDesk } from '../../desk/desk.ts';
import { deskFacts, type DeskFacts } from '../../desk/facts.ts';
import type { RulebookPack } from '../../desk/pack.ts';
import { unpackedText } from '../packed.ts';

let desk: Desk | undefined;
let carried: Carried | undefined;

/** What workers are started with. */
export interface Carried {
  /** The rulebook, as the page carries it. */
  readonly rulebook: string;
  /** The code that workers run, this one too. */
  readonly code: Blob;
}

/** The rulebook that is open. */
export function openedDesk(): Desk {
  invariant(desk, 'nothing is asked before the rulebook is open');
  return desk;
}

/** For workers of this one, which open the rulebook by themselves. */
export function carriedParts(): Carried {
  invariant(carried, 'no other worker is started before the rulebook is open');
  return carried;
}

export const openService = {
  /** Opens the rulebook that a page carries, as it stands there. */
  open: async (rulebook: string, code: Blob): Promise<DeskFacts> => {
    carried = { rulebook, code };
    desk = openDesk(JSON.parse(await unpackedText(rulebook)) as RulebookPack);
    return deskFacts(desk);
  },
};
