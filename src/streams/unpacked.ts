import { DamagedGzip, FileFault, joined, type Platform } from '../base/bytes.ts';
import { pathProblem } from '../base/path-problems.ts';

/** Bytes that come out of a compressed file before their share is looked at. */
const noBomb = 4_000_000;
/** Bytes that may come out for one that goes in: the same dossier over and over makes 150. */
const mostFolds = 250;

/**
 * The pieces of a file as they are, or what comes out of them where their first bytes are those of gzip.
 *
 * @throws FileFault where it is damaged, or more comes out than could have been packed
 */
export async function* unpacked(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  platform: Pick<Platform, 'gunzip'>,
): AsyncGenerator<Uint8Array> {
  const coming = pieces[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => coming };
  let head: Uint8Array = new Uint8Array();
  while (head.length < 2) {
    // eslint-disable-next-line no-await-in-loop -- one piece after the other
    const next = await coming.next();
    if (next.done === true) break;
    head = head.length === 0 ? next.value : joined([head, next.value]);
  }
  const all = behind(head, rest);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(all, name, platform);
  else yield* all;
}

async function* behind(
  head: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  yield* rest;
}

async function* gunzipped(
  pieces: AsyncIterable<Uint8Array>,
  path: string,
  { gunzip }: Pick<Platform, 'gunzip'>,
): AsyncGenerator<Uint8Array> {
  let [into, out] = [0, 0];
  try {
    for await (const piece of gunzip(counted())) {
      out += piece.length;
      const limit = into * mostFolds;
      if (out > noBomb && out > limit)
        throw new FileFault(pathProblem('io/gzip-bomb', path, { path, bytes: out, limit }));
      yield piece;
    }
  } catch (error) {
    if (!(error instanceof DamagedGzip)) throw error;
    throw new FileFault(pathProblem('io/damaged-gzip', path, { path, how: error.how }));
  }

  async function* counted() {
    for await (const piece of pieces) {
      into += piece.length;
      yield piece;
    }
  }
}
