import type { GivenFile } from '../../../worker/work.ts';

/** What was chosen in a dialog; of a folder with its folders. */
export function chosenFiles(files: FileList | null): readonly GivenFile[] {
  return [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/** What was dropped: files, and all files in folders, each under its path from where it was dropped. */
export async function droppedFiles(data: DataTransfer): Promise<readonly GivenFile[]> {
  // these are gone once anything was waited for
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...data.files].map((file) => ({ name: file.name, file }));
  if (entries.length === 0) return plain;
  const found: GivenFile[] = [];
  for (const entry of entries) {
    // eslint-disable-next-line no-await-in-loop -- one folder after the other
    await collect(entry, found, 0);
  }
  return found;
}

/** Folders within folders that are looked into, as on the command line. */
const deepest = 12;

async function collect(entry: FileSystemEntry, found: GivenFile[], depth: number): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File | undefined>((resolve) => {
      // what cannot be opened is told when it is read
      entry.file(resolve, () => resolve(undefined));
    });
    if (file) found.push({ name: entry.fullPath.replace(/^\//u, ''), file });
  } else if (isFolder(entry) && depth <= deepest) {
    for (const inside of await listed(entry)) {
      // eslint-disable-next-line no-await-in-loop -- one after the other
      await collect(inside, found, depth + 1);
    }
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** Chromium hands over a hundred at a time. */
async function listed(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    // eslint-disable-next-line no-await-in-loop -- until there are no more
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}
