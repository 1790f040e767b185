import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

interface DropProps {
  readonly label: string;
  /** Further classes. */
  readonly class?: string;
  readonly take: (dropped: DataTransfer) => void;
  readonly children: ComponentChildren;
}

/** A part of the page onto which files are dropped; what it holds is for those who choose them. */
export function Drop({ label, class: more, take, children }: DropProps) {
  const [isOver, setOver] = useState(false);
  return (
    <section
      class={['drop', more, isOver && 'over'].filter(Boolean).join(' ')}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) take(event.dataTransfer);
      }}
    >
      {children}
    </section>
  );
}
