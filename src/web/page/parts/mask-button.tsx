import { sayIn } from '../../../base/language.ts';
import { sessionWords } from '../../../words/desk/session.ts';
import { isUnmasked } from '../mask.ts';
import { announced, language } from '../state.ts';

/** Shows personal data, or hides it again. */
export function MaskButton() {
  const words = sayIn(sessionWords, language.value);
  return (
    <button
      type="button"
      aria-pressed={isUnmasked.value}
      onClick={() => {
        isUnmasked.value = !isUnmasked.value;
        if (!isUnmasked.value) announced.value = words.masked;
      }}
    >
      {isUnmasked.value ? words.mask : words.unmask}
    </button>
  );
}
