import { digestOf, joined, type Platform } from '../base/bytes.ts';
import type { RulebookFolder } from './folder.ts';

/** `sha256:…` over the names and texts of all files, in the order of their names, and over what they extend. */
export function rulebookDigest(
  { files, parent }: Omit<RulebookFolder, 'name'>,
  platform: Pick<Platform, 'sha256'>,
): string {
  const utf8 = new TextEncoder();
  const parts = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, { text }]) => {
      const bytes = utf8.encode(text);
      return [utf8.encode(`${path}\0${bytes.length}\0`), bytes];
    });
  const below = parent ? [utf8.encode(`${rulebookDigest(parent, platform)}\0`)] : [];
  return digestOf(joined([...below, ...parts]), platform);
}
