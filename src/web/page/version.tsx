import { sayIn } from '../../base/language.ts';
import { versionLine, warningText } from '../../desk/version-texts.ts';
import { versionIn } from '../../words/desk/version.ts';
import { language } from './state.ts';
import { chosenDay, today, version } from './today.ts';

/** What is to be known of a page that may be too old; nothing where it is not. */
export function VersionWarnings() {
  const warnings = version.value?.warnings ?? [];
  if (warnings.length === 0) return null;
  return (
    <section class="outdated" aria-label={sayIn(versionIn, language.value).outdated}>
      {warnings.map((warning) => (
        <p key={warning.kind}>{warningText(warning, language.value)}</p>
      ))}
    </section>
  );
}

/** Of which rulebook everything here is, and how it stands on the day. */
export function VersionLine() {
  const known = version.value?.version;
  return known && <p class="version">{versionLine(known, language.value)}</p>;
}

/** Which day counts as today, and another in its place. */
export function Today() {
  const words = sayIn(versionIn, language.value);
  return (
    <p class="today">
      <label>
        {words.today}
        <input
          type="date"
          value={today.value}
          onChange={({ currentTarget }) => {
            chosenDay.value = currentTarget.value === '' ? undefined : currentTarget.value;
          }}
        />
      </label>
      {chosenDay.value === undefined ? (
        <span>{words.byClock}</span>
      ) : (
        <button
          type="button"
          onClick={() => {
            chosenDay.value = undefined;
          }}
        >
          {words.backToClock}
        </button>
      )}
    </p>
  );
}
