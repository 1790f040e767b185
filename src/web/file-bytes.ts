import { type FileBytes, FileFault } from '../base/bytes.ts';
import { pathProblem } from '../base/path-problems.ts';

/**
 * The bytes of a file that was chosen or dropped.
 *
 * @param name - with its folders, for one out of a folder
 */
export function fileBytes(
  file: File,
  name: string = file.webkitRelativePath || file.name,
): FileBytes {
  return {
    name,
    size: file.size,
    pieces: () => piecesOf(file, name),
    whole: async () => {
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch {
        throw changed(name);
      }
    },
  };
}

async function* piecesOf(file: File, name: string): AsyncGenerator<Uint8Array> {
  const reader = file.stream().getReader();
  try {
    for (;;) {
      // eslint-disable-next-line no-await-in-loop -- one piece after the other
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw changed(name);
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Browsers refuse to read what was changed or moved after it was chosen; which error they give is theirs. */
function changed(path: string): FileFault {
  return new FileFault(pathProblem('io/changed', path, { path, how: 'since-chosen' }));
}
