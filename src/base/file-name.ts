/** Longest name of a file, in characters, so that it fits where names are counted in bytes. */
const longestName = 60;

/** Names that Windows keeps for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;

/** A name that every file system takes and that leads nowhere else, each once. */
export function fileName(name: string, taken: Set<string>): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}\\/:*?"<>|'`$%&;!#~]+/gu, '_')
    .replaceAll(/^[.\-_]+|[.\-_]+$/gu, '');
  const short = [...plain]
    .slice(-longestName)
    .join('')
    .replace(/^[.-]+/u, '');
  const own = short === '' || devices.test(short) ? `_${short}` : short;
  let found = own;
  for (let number = 2; taken.has(found.toLowerCase()); number += 1) found = `${own}-${number}`;
  taken.add(found.toLowerCase());
  return found;
}
