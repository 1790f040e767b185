/** Does what a button that takes a guess is for, and goes on to the next, so that all are gone through by one key. */
export async function accepted(button: HTMLButtonElement, act: () => Promise<void>): Promise<void> {
  const place = acceptButtons().indexOf(button);
  await act();
  requestAnimationFrame(() => {
    const left = acceptButtons();
    const next = left[Math.min(place, left.length - 1)];
    (next ?? document.querySelector<HTMLElement>('#main'))?.focus();
  });
}

function acceptButtons(): readonly HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>('button[data-accept]')];
}
