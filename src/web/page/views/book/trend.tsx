import { sayIn } from '../../../../base/language.ts';
import type { GlanceGroupJson } from '../../../../report/json-format.ts';
import { bookWords } from '../../../../words/desk/book.ts';
import { address, language } from '../../state.ts';
import { only } from './state.ts';

/** Months that are drawn, the latest. */
const mostMonths = 36;
/** In units of the drawing, which are pixels where it is not made smaller. */
const [column, gap, height, below, above] = [36, 20, 140, 22, 20];

/** Files of each month as columns, those with findings within them; the table of months says the same. */
export function Trend({ months }: { readonly months: readonly GlanceGroupJson[] }) {
  const words = sayIn(bookWords, language.value);
  const drawn = months
    .flatMap(({ key, files, judged = files }) => (key === null ? [] : [{ key, files, judged }]))
    .slice(-mostMonths);
  const most = Math.max(1, ...drawn.map(({ judged }) => judged));
  const width = drawn.length * (column + gap) + gap;
  const tall = (count: number) => (count / most) * height;
  return (
    <figure class="trend">
      <figcaption>{words.trend}</figcaption>
      <div class="scroll">
        <svg
          role="group"
          aria-label={words.trend}
          width={width}
          height={height + above + below}
          viewBox={`0 0 ${width} ${height + above + below}`}
        >
          <line class="trend-ground" x1="0" x2={width} y1={above + height} y2={above + height} />
          {drawn.map(({ key, files, judged }, index) => {
            const x = gap + index * (column + gap);
            const top = (count: number) => above + height - tall(count);
            return (
              <g key={key}>
                <a
                  href={address('check', 'files')}
                  aria-label={words.inMonth(key, files, judged)}
                  onClick={() => only('month', key)}
                >
                  <rect
                    class="bar-whole"
                    x={x}
                    y={top(judged)}
                    width={column}
                    height={tall(judged)}
                  />
                  <rect class="bar-part" x={x} y={top(files)} width={column} height={tall(files)} />
                </a>
                <text
                  aria-hidden="true"
                  x={x + column / 2}
                  y={top(judged) - 5}
                  text-anchor="middle"
                >
                  {`${files}/${judged}`}
                </text>
                <text
                  aria-hidden="true"
                  x={x + column / 2}
                  y={above + height + 16}
                  text-anchor="middle"
                >
                  {key.slice(2)}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
    </figure>
  );
}
