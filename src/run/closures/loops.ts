import { file, type List, type PieceList, type RowId, type RowList } from '../../plan/plan.ts';
import { piecesOf } from '../calls.ts';
import type { Frame, Trit } from '../frame.ts';
import { placeOfList } from '../layout.ts';
import type { Closing, NumAt, TruthAt } from './closing.ts';
import { mostQuick, quickPieces } from './quick.ts';

/** A number of the file or of an element. */
export function numberAt(row: RowId, index: number): NumAt {
  if (row === file) return (frame) => frame.file.numbers[index] ?? Number.NaN;
  return (frame) => frame.file.numbers[(frame.numbersAt[row] ?? 0) + index] ?? Number.NaN;
}

/** Whether all conditions of a list hold for the element that it has come to. */
export function keptOf({ where }: List, close: Closing): TruthAt | undefined {
  return where.length === 0 ? undefined : close.truth({ kind: 'all', parts: where });
}

/** Calls for each element until told to stop: 1 when it was, 0 at the end, 2 where there is no list. */
export function walkAll(list: List, close: Closing, visit: (frame: Frame) => boolean): TruthAt {
  return list.kind === 'rows' ? walkRows(list, close, visit) : walkPieces(list, close, visit);
}

function walkRows(list: RowList, close: Closing, visit: (frame: Frame) => boolean): TruthAt {
  const { index, element: layout } = placeOfList(close.layouts, list);
  const [count, numbersAt, textsAt] = [0, 1, 2].map((offset) => numberAt(list.row, index + offset));
  const { element } = list;
  const { width, texts } = layout;
  return (frame) => {
    const elements = count?.(frame) ?? Number.NaN;
    if (Number.isNaN(elements)) return 2;
    let at = numbersAt?.(frame) ?? 0;
    let text = textsAt?.(frame) ?? 0;
    for (let place = 0; place < elements; place += 1) {
      frame.numbersAt[element] = at;
      frame.textsAt[element] = text;
      if (visit(frame)) return 1;
      at += width;
      text += texts;
    }
    return 0;
  };
}

function walkPieces(list: PieceList, close: Closing, visit: (frame: Frame) => boolean): TruthAt {
  const [of, by] = [close.text(list.of), close.text(list.by)];
  const { element } = list;
  const quick = quickPieces(list.by);
  return (frame) => {
    const [text, pattern] = [of(frame), by(frame)];
    if (text === undefined || pattern === undefined) return 2;
    const pieces =
      quick && text.length <= mostQuick ? quick(text) : carefully(text, pattern, frame);
    if (!pieces) return 2;
    for (const piece of pieces) {
      frame.pieces[element] = piece;
      if (visit(frame)) return 1;
    }
    return 0;
  };

  function carefully(text: string, pattern: string, frame: Frame): readonly string[] | undefined {
    const { pieces, beyond } = piecesOf(text, pattern, close.plan.setting);
    frame.beyond ||= beyond;
    return pieces;
  }
}

/** The same for the elements that are kept; 2 too where that cannot be told of one of them. */
export function walk(list: List, close: Closing, visit: (frame: Frame) => boolean): TruthAt {
  const where = keptOf(list, close);
  if (!where) return walkAll(list, close, visit);
  // it stops early for nothing but an element of which it cannot be told
  const run = walkAll(list, close, (frame) => {
    const kept = where(frame);
    if (kept === 1) visit(frame);
    return kept === 2;
  });
  return (frame) => (run(frame) === 0 ? 0 : 2);
}

/** `some` is decided by an element for which it is true, `every` by one for which it is false. */
export function quantifier(list: List, holds: TruthAt, decides: 0 | 1, close: Closing): TruthAt {
  const where = keptOf(list, close);
  const otherwise = decides === 0 ? 1 : 0;
  let all: Trit = otherwise;
  const run = walkAll(list, close, (frame) => {
    const kept = where ? where(frame) : 1;
    if (kept === 0) return false;
    const one = holds(frame);
    if (kept === 1 && one === decides) return true;
    if (one !== otherwise) all = 2;
    return false;
  });
  return (frame) => {
    // a loop inside this one has its own closure, so its tally cannot be this one
    all = otherwise;
    const ended = run(frame);
    return ended === 2 ? 2 : ended === 1 ? decides : all;
  };
}

/** What the kept elements come to, one after the other; `unknown` where it cannot be told which they are. */
export function gathered<V>(
  list: List,
  close: Closing,
  of: (frame: Frame) => V,
  begin: { readonly none: V; readonly unknown: V },
  join: (all: V, one: V) => V,
): (frame: Frame) => V {
  let all = begin.none;
  let isFirst = true;
  const run = walk(list, close, (frame) => {
    const one = of(frame);
    all = isFirst ? one : join(all, one);
    isFirst = false;
    return false;
  });
  return (frame) => {
    all = begin.none;
    isFirst = true;
    return run(frame) === 2 ? begin.unknown : all;
  };
}

/** The value of the kept element at a position counted from 1, from the end where negative. */
export function element<V>(
  { list, position }: { readonly list: List; readonly position: number },
  close: Closing,
  of: (frame: Frame) => V,
  unknown: V,
): (frame: Frame) => V {
  const count = position < 0 ? countOf(list, close) : undefined;
  let left = position;
  let value = unknown;
  const find = walk(list, close, (frame) => {
    left -= 1;
    if (left === 0) value = of(frame);
    return left === 0;
  });
  return (frame) => {
    const from = count ? count(frame) + 1 : 0;
    left = from + position;
    value = unknown;
    return !(left > 0) || find(frame) === 2 ? unknown : value;
  };
}

/** How many elements are kept; NaN where that cannot be told. */
export function countOf(list: List, close: Closing): NumAt {
  return gathered(
    list,
    close,
    () => 1,
    { none: 0, unknown: Number.NaN },
    (all, one) => all + one,
  );
}

/** How many different values the kept elements have; NaN where one of them is not known. */
export function distinctOf<V>(
  list: List,
  close: Closing,
  of: (frame: Frame) => V,
  isKnown: (value: V) => boolean,
): NumAt {
  const seen = new Set<V>();
  let unknown = 0;
  const run = walk(list, close, (frame) => {
    const value = of(frame);
    if (isKnown(value)) seen.add(value);
    else unknown += 1;
    return false;
  });
  return (frame) => {
    seen.clear();
    unknown = 0;
    return run(frame) + unknown === 0 ? seen.size : Number.NaN;
  };
}
