import { file, type RowId, type RowList } from './plan.ts';
import { type Part, visitParts } from './walk.ts';

/** Whether a part runs a loop of its own. */
export function isLoop(part: Part): boolean {
  switch (part.kind) {
    case 'tally':
    case 'distinct':
    case 'distinct-texts':
    case 'total':
    case 'lowest':
    case 'highest':
    case 'element':
    case 'some':
    case 'every':
    case 'sorted':
      return true;
    default:
      return false;
  }
}

const known = new WeakMap<Part, boolean>();

/**
 * Whether a loop comes to the same wherever in a file it is asked for: it reads the file and its own elements alone, not
 * the row or the element that a loop around it has come to.
 */
export function isLoopOfFile(part: Part): boolean {
  if (!isLoop(part)) return false;
  const before = known.get(part);
  if (before !== undefined) return before;
  const own = new Set<RowId>([file]);
  const read = new Set<RowId>();
  const unsettled: Part[] = [];
  visitParts([part], (one) => {
    switch (one.kind) {
      case 'rows':
        own.add(one.element);
        read.add(one.row);
        break;
      case 'pieces':
        own.add(one.element);
        break;
      case 'slot':
      case 'flag':
      case 'text-slot':
        read.add(one.slot.row);
        break;
      case 'piece':
        read.add(one.row);
        break;
      case 'outcome':
        // what rules said so far is not the same for those that follow
        unsettled.push(one);
        break;
      default:
    }
  });
  const is = unsettled.length === 0 && [...read].every((row) => own.has(row));
  known.set(part, is);
  return is;
}

/**
 * A loop over a list of the file that is run anew for each row or element around it: the list, where it is one, since
 * such work grows with the square of the file.
 */
export function nestedListOf(part: Part): RowList | undefined {
  if (!isLoop(part) || !('list' in part) || part.list.kind !== 'rows') return undefined;
  return part.list.row === file && !isLoopOfFile(part) ? part.list : undefined;
}
