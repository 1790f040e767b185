import { sayIn } from '../../base/language.ts';
import { nameWithVersion } from '../../desk/version-name.ts';
import { shellWords } from '../../words/desk/shell.ts';
import { facts, language } from './state.ts';
import { version } from './today.ts';

/**
 * Hands bytes to the browser as a download.
 *
 * @returns its name, which says where it is of a draft
 */
export function save(name: string, content: Uint8Array | Blob): string {
  const { draftName } = sayIn(shellWords, language.value);
  const full = facts.value?.isDraft ? draftName(name) : name;
  const blob = content instanceof Blob ? content : new Blob([Uint8Array.from(content)]);
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = full;
  link.click();
  // the download has begun by then
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return full;
}

/**
 * Hands over what was made by the rulebook: its version goes into the name.
 *
 * @returns the name
 */
export function saveMade(name: string, content: Uint8Array | Blob): string {
  const known = version.value?.version;
  return save(known ? nameWithVersion(name, known) : name, content);
}
