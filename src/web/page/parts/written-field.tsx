import { useEffect, useState } from 'preact/hooks';

/** A field whose text counts when it is left: what is typed stays, however often the page is drawn meanwhile. */
export function Written({
  name,
  value,
  disabled,
  describedBy,
  write,
}: {
  /** Its class. */
  readonly name: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly describedBy?: string | undefined;
  readonly write: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    // what was typed has come to be what is
    if (typed === value) setTyped(undefined);
  }, [typed, value]);
  return (
    <input
      class={name}
      value={typed ?? value}
      disabled={disabled}
      aria-describedby={describedBy}
      onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      onChange={({ currentTarget }) => write(currentTarget.value)}
    />
  );
}
