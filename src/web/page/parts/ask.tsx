import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

/** What is asked before something is done that takes something away. */
interface Question {
  readonly says: string;
  readonly yes: string;
  readonly no: string;
  readonly answer: (isYes: boolean) => void;
}

const question = signal<Question | undefined>(undefined);

/** Asks in the page; Escape is a no. */
export async function ask(says: string, yes: string, no: string): Promise<boolean> {
  question.value?.answer(false);
  return new Promise((resolve) => {
    question.value = {
      says,
      yes,
      no,
      answer: (isYes) => {
        question.value = undefined;
        resolve(isYes);
      },
    };
  });
}

export function Asked() {
  const dialog = useRef<HTMLDialogElement>(null);
  const asked = question.value;
  useEffect(() => {
    if (asked && dialog.current?.open === false) dialog.current.showModal();
  }, [asked]);
  if (!asked) return null;
  const { says, yes, no, answer } = asked;
  return (
    <dialog ref={dialog} class="asked" aria-label={says} onClose={() => answer(false)}>
      <p>{says}</p>
      <p class="row">
        <button type="button" class="main" onClick={() => answer(false)}>
          {no}
        </button>
        <button type="button" onClick={() => answer(true)}>
          {yes}
        </button>
      </p>
    </dialog>
  );
}
