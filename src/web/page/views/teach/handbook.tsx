import { useState } from 'preact/hooks';

import { sayIn } from '../../../../base/language.ts';
import { teachWords } from '../../../../words/desk/teach.ts';
import { facts, language, text } from '../../state.ts';
import { Doing } from './doing.tsx';
import { blueprint, doing, saveHandbook } from './state.ts';

/** The handbook of a post, for Word. */
export function Handbook() {
  const words = sayIn(teachWords, language.value).handbook;
  const posts = facts.value?.posts ?? [];
  const [chosen, setChosen] = useState<string>();
  const [asked] = blueprint.value.posts ?? [];
  const post =
    posts.find(({ id }) => id === chosen) ?? posts.find(({ id }) => id === asked) ?? posts[0];
  return (
    <section>
      <h2>{words.title}</h2>
      <p class="soft">{words.note}</p>
      <div class="fields">
        <label>
          {words.post}
          <select
            value={post?.id ?? ''}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {posts.map(({ id, title }) => (
              <option key={id} value={id}>
                {text(title)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          disabled={doing.value !== undefined}
          onClick={() => {
            if (post) void saveHandbook(post.id, text(post.title));
          }}
        >
          {words.save}
        </button>
      </div>
      {doing.value === words.making && <Doing />}
    </section>
  );
}
