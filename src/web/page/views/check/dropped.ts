import type { GivenFile } from '../../../worker/work.ts';

/** What was chosen in a dialog; of a folder with its folders. */
export function chosenFiles(files: FileList | null): readonly GivenFile[] {
  return [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file }));
}

/** What Chromium has of dragged things; what is called an entry there cannot be read in a page that was opened from a disk. */
interface Dragged {
  readonly getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

/** Chromium lists a folder; its type is not among those of the language's library. */
type Folder = FileSystemHandle & {
  readonly values: () => AsyncIterable<FileSystemHandle>;
};

/** What was dropped: files, and all files in folders, each under its path from where it was dropped. */
export async function droppedFiles(data: DataTransfer): Promise<readonly GivenFile[]> {
  // these are gone once anything was waited for
  const dragged = [...data.items]
    .filter(({ kind }) => kind === 'file')
    .map((item: DataTransferItem & Dragged) => ({
      handle: item.getAsFileSystemHandle?.().catch(() => null),
      file: item.getAsFile(),
    }));
  const found: GivenFile[] = [];
  for (const { handle, file } of dragged) {
    // eslint-disable-next-line no-await-in-loop -- one folder after the other
    const opened = await handle;
    // eslint-disable-next-line no-await-in-loop -- likewise
    if (opened && isFolder(opened)) await collect(opened, opened.name, found, 0);
    else if (file) found.push({ name: file.name, file });
  }
  return found;
}

/** Folders within folders that are looked into, as on the command line. */
const deepest = 12;

async function collect(
  folder: Folder,
  path: string,
  found: GivenFile[],
  depth: number,
): Promise<void> {
  if (depth > deepest) return;
  for await (const inside of folder.values()) {
    const name = `${path}/${inside.name}`;
    if (isFolder(inside)) await collect(inside, name, found, depth + 1);
    else if (isFile(inside)) {
      // what went away meanwhile is not there
      const file = await inside.getFile().catch(() => undefined);
      if (file) found.push({ name, file });
    }
  }
}

function isFolder(handle: FileSystemHandle): handle is Folder {
  return handle.kind === 'directory';
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}
