import { invariant } from '../../base/invariant.ts';
import { type Desk, openDesk } from '../../desk/desk.ts';
import { deskFacts, type DeskFacts } from '../../desk/facts.ts';
import type { RulebookPack } from '../../desk/pack.ts';
import { unpackedText } from '../packed.ts';

let desk: Desk | undefined;

/** The rulebook that is open. */
export function openedDesk(): Desk {
  invariant(desk, 'nothing is asked before the rulebook is open');
  return desk;
}

export const openService = {
  /** Opens the rulebook that a page carries, as it stands there. */
  open: async (packed: string): Promise<DeskFacts> => {
    desk = openDesk(JSON.parse(await unpackedText(packed)) as RulebookPack);
    return deskFacts(desk);
  },
};
