/** Hands bytes to the browser as a download. */
export function save(name: string, content: Uint8Array | Blob): void {
  const blob = content instanceof Blob ? content : new Blob([Uint8Array.from(content)]);
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // the download has begun by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
