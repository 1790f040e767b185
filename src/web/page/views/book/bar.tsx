/** A number as a bar, the number beside it in the same cell; what tells more of it stands in the table around. */
export function Bar({ share, says }: { readonly share: number; readonly says: string }) {
  return (
    <span class="bar">
      <span>{says}</span>
      <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
        <rect class="bar-whole" x="0" y="0" width="100" height="10" />
        <rect
          class="bar-part"
          x="0"
          y="0"
          width={Math.max(0, Math.min(100, share * 100))}
          height="10"
        />
      </svg>
    </span>
  );
}
