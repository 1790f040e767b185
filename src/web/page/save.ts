import { nameWithVersion } from '../../desk/version-name.ts';
import { version } from './today.ts';

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

/**
 * Hands over what was made by the rulebook: its version goes into the name.
 *
 * @returns the name
 */
export function saveMade(name: string, content: Uint8Array | Blob): string {
  const known = version.value?.version;
  const full = known ? nameWithVersion(name, known) : name;
  save(full, content);
  return full;
}
