import { useEffect, useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { Titled } from '../../../../desk/facts.ts';
import { teachWords } from '../../../../words/desk/teach.ts';
import { desk, facts, language, text } from '../../state.ts';
import {
  type Blueprint,
  blueprint,
  change,
  doing,
  draw,
  type Kind,
  openBlueprint,
  saveBlueprint,
  written,
} from './state.ts';

/** What papers are to be made of. */
export function BlueprintForm() {
  const words = sayIn(teachWords, language.value);
  const { title, posts, stages, papers, passMark, minutes, redLines, seed, asOf } = blueprint.value;
  const isBusy = doing.value !== undefined || !facts.value;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void draw();
      }}
    >
      <div class="fields">
        <label class="name">
          {words.name}
          <input
            type="text"
            required
            value={text(title)}
            onChange={({ currentTarget }) =>
              change({ title: { ...title, [written.value]: currentTarget.value } })
            }
          />
        </label>
        <label>
          {words.day}
          <input
            type="date"
            required
            value={asOf}
            onChange={({ currentTarget }) => {
              if (currentTarget.value !== '') change({ asOf: currentTarget.value });
            }}
          />
        </label>
      </div>
      <div class="parts">
        <Several
          label={words.posts}
          things={facts.value?.posts ?? []}
          chosen={posts ?? []}
          choose={(ids) => change({ posts: ids })}
        />
        <Several
          label={words.stages}
          things={facts.value?.stages ?? []}
          chosen={stages ?? []}
          choose={(ids) => change({ stages: ids })}
        />
      </div>
      <Kinds />
      <div class="fields">
        <Whole label={words.count} value={papers} from={1} to={8} set={(to) => ({ papers: to })} />
        <Whole label={words.passMark} value={passMark} from={1} set={(to) => ({ passMark: to })} />
        <Whole label={words.minutes} value={minutes} from={1} set={(to) => ({ minutes: to })} />
        <Whole
          label={words.redLines}
          value={Math.round((redLines ?? 0) * 100)}
          from={0}
          to={100}
          set={(to) => ({ redLines: to / 100 })}
        />
        <Whole label={words.seed} value={seed} from={0} set={(to) => ({ seed: to })} />
      </div>
      <p class="soft">{words.seedNote}</p>
      <div class="acts">
        <button type="submit" class="main" disabled={isBusy}>
          {words.draw}
        </button>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => {
            change({ seed: seed + 1 });
            void draw();
          }}
        >
          {words.again}
        </button>
        <button type="button" disabled={isBusy} onClick={() => void saveBlueprint()}>
          {words.keep}
        </button>
        <label class="button">
          {words.open}
          <input
            type="file"
            accept=".yaml,.yml,.json"
            disabled={isBusy}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) void openBlueprint(file);
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
    </form>
  );
}

function Several({
  label,
  things,
  chosen,
  choose,
}: {
  readonly label: string;
  readonly things: readonly Titled[];
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}) {
  if (things.length === 0) return null;
  return (
    <fieldset>
      <legend>{label}</legend>
      {things.map(({ id, title }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ currentTarget }) => {
              choose(
                things.flatMap((one) =>
                  (one.id === id ? currentTarget.checked : chosen.includes(one.id)) ? [one.id] : [],
                ),
              );
            }}
          />
          {text(title)}
        </label>
      ))}
    </fieldset>
  );
}

function Kinds() {
  const words = sayIn(teachWords, language.value);
  const [kinds, setKinds] = useState<readonly { readonly kind: Kind; readonly title: string }[]>(
    [],
  );
  const known = facts.value;
  useEffect(() => {
    if (known) void desk.value?.teach.kinds(language.value).then(setKinds);
  }, [language.value, known]);
  const { questions } = blueprint.value;
  const count = questions.reduce((sum, one) => sum + one.count, 0);
  const points = questions.reduce((sum, one) => sum + one.count * one.points, 0);
  const rows = [...questions.map(({ kind }) => kind), ...kinds.map(({ kind }) => kind)];
  return (
    <table class="kinds">
      <caption>{words.kinds.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.kinds.kind}</th>
          <th scope="col">{words.kinds.count}</th>
          <th scope="col">{words.kinds.points}</th>
          <th scope="col" class="amount">
            {words.kinds.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...new Set(rows)].map((kind) => {
          const one = questions.find((asked) => asked.kind === kind) ?? {
            kind,
            count: 0,
            points: 1,
          };
          const title = kinds.find((named) => named.kind === kind)?.title ?? kind;
          const set = (to: Partial<typeof one>) => {
            const others = questions.filter((asked) => asked.kind !== kind);
            const isOld = others.length < questions.length;
            return {
              questions: isOld
                ? questions.map((asked) => (asked.kind === kind ? { ...asked, ...to } : asked))
                : [...questions, { ...one, ...to }],
            };
          };
          return (
            <tr key={kind}>
              <th scope="row">{title}</th>
              <td>
                <Whole
                  name={words.numberOf(title)}
                  value={one.count}
                  from={0}
                  to={100}
                  set={(to) => set({ count: to })}
                />
              </td>
              <td>
                <Whole
                  name={words.pointsOf(title)}
                  value={one.points}
                  from={1}
                  set={(to) => set({ points: to })}
                />
              </td>
              <td class="amount">{one.count * one.points}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>{words.sum(count, points)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** A whole number to be filled in. What is none is not taken: the browser says so beside it. */
function Whole({
  label,
  name,
  value,
  from,
  to,
  set,
}: {
  readonly label?: string;
  readonly name?: string;
  readonly value: number | undefined;
  readonly from: number;
  readonly to?: number;
  readonly set: (to: number) => Partial<Blueprint>;
}) {
  const box = (
    <input
      type="number"
      required
      step={1}
      min={from}
      max={to}
      value={value}
      aria-label={name}
      onChange={({ currentTarget }) => {
        if (currentTarget.reportValidity()) change(set(currentTarget.valueAsNumber));
      }}
    />
  );
  return label === undefined ? (
    box
  ) : (
    <label>
      {label}
      {box}
    </label>
  );
}
