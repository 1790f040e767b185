/** A text in which what a file holds stands between backticks. */
export function Quoted({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split('`')
        .map((piece, index) => (index % 2 === 1 ? <code key={index}>{piece}</code> : piece))}
    </>
  );
}
