import { dayAfter, dayBefore } from '../values/neighbouring-days.ts';
import { parseDate } from '../values/temporal-text.ts';
import { field, type Yaml, type YamlEntry, type YamlMap } from '../yaml/tree.ts';
import { entryOf, textAt, textsOf } from './trees.ts';

/** Days between which one edition of each of two things holds; at most one of them is absent. */
export interface Piece {
  /** `from`, and `until` unless it holds to this day. */
  readonly period: readonly YamlEntry[];
  readonly own: YamlMap | undefined;
  readonly old: YamlMap | undefined;
}

/** A day after every day that is written. */
const endless = '9999-12-31';

/** Cuts time where an edition of either begins or ends. */
export function piecesOf(own: Yaml | undefined, old: Yaml | undefined): readonly Piece[] {
  const spans = [...spansOf(own, 'own'), ...spansOf(old, 'old')];
  const starts = spans.flatMap(({ from, until, place }) => [
    { day: from, place },
    { day: dayAfter(until), place },
  ]);
  const days = [...new Map(starts.map((start) => [start.day, start])).values()].toSorted((a, b) =>
    a.day < b.day ? -1 : 1,
  );
  return days.flatMap(({ day, place }, index): readonly Piece[] => {
    const holding = (of: 'own' | 'old') =>
      spans.find((one) => one.of === of && one.from <= day && day <= one.until);
    const [mine, theirs] = [holding('own'), holding('old')];
    if (day === endless || (!mine && !theirs)) return [];
    const next = days[index + 1]?.day ?? endless;
    const ends = next === endless ? [] : [dayBefore(next)];
    const period = [
      entryOf('from', textAt(day, place)),
      ...ends.map((end) => entryOf('until', textAt(end, place))),
    ];
    return [{ period, own: mine?.edition, old: theirs?.edition }];
  });
}

function spansOf(list: Yaml | undefined, of: 'own' | 'old') {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((edition) => {
    if (edition.kind !== 'map') return [];
    const day = (key: string) => textsOf(field(edition, key) ?? textAt('', edition.span))[0] ?? '';
    const until = day('until') === '' ? endless : day('until');
    const place = field(edition, 'from')?.span ?? edition.span;
    const sound = [day('from'), until].every((one) => parseDate(one));
    return sound && day('from') <= until ? [{ of, edition, from: day('from'), until, place }] : [];
  });
}
