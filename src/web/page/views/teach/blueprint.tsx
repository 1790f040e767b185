import { useEffect, useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import type { Post, Titled } from '../../../../desk/facts.ts';
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
  pointsOf,
  saveBlueprint,
  spread,
  written,
} from './state.ts';

/** What papers are to be made of. */
export function BlueprintForm() {
  const words = sayIn(teachWords, language.value);
  const { title, posts, stages, questions, papers, passMark, minutes, redLines, seed, asOf } =
    blueprint.value;
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
          find={words.findPost}
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
        <Whole
          label={words.passMarkOf(pointsOf(questions))}
          value={passMark}
          from={1}
          set={(to) => ({ passMark: to })}
        />
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
  find,
  label,
  things,
  chosen,
  choose,
}: {
  /** Of a box to look for one in, where there are many. */
  readonly find?: string;
  readonly label: string;
  readonly things: readonly (Titled & Partial<Post>)[];
  readonly chosen: readonly string[];
  readonly choose: (ids: readonly string[]) => void;
}) {
  const [sought, setSought] = useState('');
  if (things.length === 0) return null;
  const word = sought.trim().toLowerCase();
  const has = (name: string) => name.toLowerCase().includes(word);
  const hitsOf = ({ title, others = [] }: (typeof things)[number]) =>
    word === '' || Object.values(title).some(has) ? [] : others.filter(has).slice(0, 1);
  const isShown = (one: (typeof things)[number]) =>
    chosen.includes(one.id) || Object.values(one.title).some(has) || hitsOf(one).length > 0;
  return (
    <fieldset>
      <legend>{label}</legend>
      {find !== undefined && (
        <input
          type="search"
          aria-label={find}
          placeholder={find}
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
          onKeyDown={(event) => {
            // it is no field of the form
            if (event.key === 'Enter') event.preventDefault();
          }}
        />
      )}
      {things.filter(isShown).map(({ id, title, ...one }) => (
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
          <span>
            {text(title)}
            {hitsOf({ id, title, ...one }).map((other) => (
              <span key={other} class="soft">
                {' '}
                {other}
              </span>
            ))}
          </span>
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
  const points = pointsOf(questions);
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
          <td colSpan={4}>
            <label>
              {words.allQuestions}{' '}
              <input
                type="number"
                step={1}
                min={1}
                max={200}
                value={count}
                onChange={({ currentTarget }) => {
                  if (currentTarget.reportValidity()) spread(currentTarget.valueAsNumber);
                }}
              />
            </label>
          </td>
        </tr>
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
