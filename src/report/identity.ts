import { keysOf } from '../base/pointer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { isContext } from '../dossier/path.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import { plainValue } from '../feel/sentence/format.ts';
import { isKind, type Value } from '../feel/value.ts';

/**
 * Names the outcomes of one dossier so that the names last from check to check: `D-1/RSK-007`, `D-1/INT-004/I1`. An
 * element without a key goes by its content, a group by its key: moving it, or adding another, leaves its name as it is.
 */
export function namerOf(name: string, dossier: Dossier): (outcome: Outcome) => string {
  const given = new Map<string, number>();
  return (outcome) => {
    const plain = [name, outcome.rule, ...elementOf(outcome), ...groupOf(outcome)].join('/');
    const before = given.get(plain) ?? 0;
    given.set(plain, before + 1);
    // equal elements cannot be told from each other
    return before === 0 ? plain : `${plain}.${before + 1}`;
  };

  function elementOf({ element, elementAt, group }: Outcome): readonly string[] {
    if (element === null) return [];
    if (elementAt === undefined) return [element];
    let value: Value | undefined = (group?.dossier ?? dossier).root;
    for (const key of keysOf(elementAt)) {
      if (isContext(value)) value = value.entries.get(key);
      else value = isKind(value, 'list') ? value.items[Number(key)] : undefined;
    }
    return [`~${digest(written(value)).toString(16).padStart(8, '0')}`];
  }
}

/** Four digits of a key, which may be personal: enough to tell the groups of one file apart, too few to guess it by. */
function groupOf({ group }: Outcome): readonly string[] {
  if (!group || group.key === null) return [];
  return [`@${(digest(group.key) % 0x1_0000).toString(16).padStart(4, '0')}`];
}

function written(value: Value | undefined): string {
  if (value === undefined) return '';
  if (isContext(value)) {
    const names = [...value.entries.keys()].toSorted();
    return `{${names.map((name) => `${name}:${written(value.entries.get(name))}`).join(',')}}`;
  }
  if (isKind(value, 'list')) return `[${value.items.map(written).join(',')}]`;
  return isKind(value, 'unknown') ? '?' : plainValue(value);
}

/** FNV-1a in 32 bits, over UTF-16 units (Fowler, Noll, Vo; IETF draft-eastlake-fnv): names things, and guards nothing. */
function digest(text: string): number {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193) >>> 0;
  return hash;
}
