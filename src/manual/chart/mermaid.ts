import type { LaneBox, LaneChart } from './lanes.ts';

/** The same chart for hosts that draw Mermaid: a group for each lane, without the lanes' order. */
export function mermaidOf({ lanes, rows, arrows }: LaneChart): string {
  const boxes = rows.flat();
  const names = new Map(boxes.map(({ id }, at) => [id, `b${at + 1}`]));
  const groups = lanes.flatMap((lane, at) => [
    `  subgraph l${at + 1} ["${label(lane)}"]`,
    ...boxes
      .filter((box) => box.lane === at)
      .map((box) => `    ${names.get(box.id)}${shaped(box)}`),
    '  end',
  ]);
  const joins = rows.flatMap(([first, ...others]) =>
    others.map(({ id }) => `  ${names.get(first?.id ?? '')} --- ${names.get(id)}`),
  );
  const lines = arrows.map(
    ({ from, to, kind }) =>
      `  ${names.get(from)} ${kind === 'next' ? '-->' : '-.->'} ${names.get(to)}`,
  );
  return ['flowchart TD', ...groups, ...joins, ...lines].join('\n');
}

function shaped({ shape, lines }: LaneBox): string {
  const words = lines.map(({ text }) => label(text)).join('<br>');
  return shape === 'gate' ? `{{"${words}"}}` : shape === 'share' ? `("${words}")` : `["${words}"]`;
}

/** Mermaid has its own meaning for these. */
function label(words: string): string {
  return words.replaceAll(/["[\]{}<>#;&\n]/gu, ' ').trim();
}
