/** A session that this tab goes on with; other tabs are told so. */
export interface Hold {
  readonly release: () => void;
}

/**
 * Takes hold of a session for this tab.
 *
 * @param lost - told when another tab takes it over
 * @returns undefined where another tab has it
 */
export async function holdOf(
  id: string,
  { takesOver, lost }: { readonly takesOver: boolean; readonly lost: () => void },
): Promise<Hold | undefined> {
  const name = `shouze ${id}`;
  // pages from a host without encryption have no locks
  return 'locks' in navigator ? byLock(name, takesOver, lost) : byAsking(name, takesOver, lost);
}

async function byLock(
  name: string,
  takesOver: boolean,
  lost: () => void,
): Promise<Hold | undefined> {
  return new Promise((resolve, reject) => {
    let isHeld = false;
    const options = takesOver ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(name, options, async (lock) => {
        if (!lock) {
          resolve(undefined);
          return;
        }
        isHeld = true;
        await new Promise<void>((release) => {
          resolve({ release });
        });
      })
      .catch((error: unknown) => {
        // it was taken over
        if (isHeld) lost();
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
  });
}

/** How long a tab has to say that it holds a session, in milliseconds. */
const patience = 500;

/** Asks all tabs who holds the session: whoever does says so. */
async function byAsking(
  name: string,
  takesOver: boolean,
  lost: () => void,
): Promise<Hold | undefined> {
  const channel = new BroadcastChannel(name);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
  channel.postMessage(takesOver ? 'mine' : 'whose');
  const isOthers =
    !takesOver &&
    (await new Promise<boolean>((resolve) => {
      const late = setTimeout(() => resolve(false), patience);
      channel.addEventListener('message', ({ data }) => {
        if (data !== 'mine') return;
        clearTimeout(late);
        resolve(true);
      });
    }));
  if (isOthers) {
    channel.close();
    return undefined;
  }
  let isHeld = true;
  channel.addEventListener('message', ({ data }) => {
    if (!isHeld) return;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    if (data === 'whose') channel.postMessage('mine');
    else {
      isHeld = false;
      channel.close();
      lost();
    }
  });
  return { release: () => channel.close() };
}
