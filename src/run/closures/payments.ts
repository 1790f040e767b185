import { nearlyInUnits } from '../../feel/operations/builtins/payments.ts';
import type { Argument, CalledOf } from '../../plan/plan.ts';
import { isNarrow } from '../../plan/trust.ts';
import type { Frame } from '../frame.ts';
import type { Closing } from './closing.ts';

/**
 * `monthly payment` in equal instalments by doubles, where they can tell the smallest unit of money and the arguments are whole numbers;
 * what it gives is undefined for all else, which goes by exact values.
 */
export function instalmentAt(
  { builtin, args }: CalledOf,
  scale: number,
  close: Closing,
): ((frame: Frame) => number | undefined) | undefined {
  if (builtin !== 'monthly payment') return undefined;
  const [principal, rate, months] = args.slice(0, 3).map((arg) => narrowAt(arg, close));
  const method = args[3];
  if (!principal || !rate || !months || (method && method.kind !== 'text')) return undefined;
  const methodAt = method && close.text(method.of);
  return (frame) => {
    if (methodAt && methodAt(frame) !== 'EQUAL_INSTALMENT') return undefined;
    const term = months.of(frame) / months.by;
    const yearly = rate.of(frame);
    if (!Number.isInteger(term) || term < 1 || !(yearly > 0)) return undefined;
    return nearlyInUnits(principal.of(frame), principal.by, yearly, 12 * rate.by, term, scale);
  };
}

function narrowAt(
  arg: Argument | undefined,
  close: Closing,
): { readonly of: (frame: Frame) => number; readonly by: number } | undefined {
  if (arg?.kind !== 'number' || arg.over || !isNarrow(arg.of)) return undefined;
  return { of: close.num(arg.of), by: 10 ** arg.scale };
}
