import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

/** The browser of this machine; undefined where there is none. */
export const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

/** Said behind a test that is skipped. */
export const reason =
  chromium === undefined ? ' (skipped: no chromium on this machine; .ci/run installs it)' : '';

/** A page that is open in a real browser, without a network. */
export interface OpenPage {
  /** Goes to a file of the disk, and waits until it is loaded. */
  readonly goTo: (path: string, hash?: string) => Promise<void>;
  /** What an expression comes to in the page; its promise is waited for. */
  readonly ask: (expression: string) => Promise<unknown>;
  /** Sends a command of the DevTools protocol. */
  readonly send: (method: string, params?: object) => Promise<Readonly<Record<string, unknown>>>;
  /** What the page complained of: refused by its policy, thrown, or written to the console. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

/** Opens a browser with one empty page. */
export async function openBrowser(): Promise<OpenPage> {
  const profile = mkdtempSync(join(tmpdir(), 'shouze-chromium-'));
  const browser = spawn(chromium ?? '', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    'about:blank',
  ]);
  const socket = new WebSocket(await pageAddress(await debuggerAddress(browser)));
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const { send, once, heard } = conversation(socket);
  await Promise.all(['Page', 'Runtime', 'Log'].map((domain) => send(`${domain}.enable`)));
  return { goTo, ask, send, complaints, close };

  async function goTo(path: string, hash = ''): Promise<void> {
    // from an empty page, so that another hash of the same page is loaded anew, too
    await send('Page.navigate', { url: 'about:blank' });
    // a page that was on its way may still arrive before it, and say that it is loaded
    // eslint-disable-next-line no-await-in-loop -- one after the other
    while ((await ask(isBlank).catch(() => false)) !== true) await pause(10);
    const loaded = once('Page.loadEventFired');
    await send('Page.navigate', { url: pathToFileURL(path).href + hash });
    await loaded;
  }

  async function ask(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return (result as { readonly value?: unknown }).value;
  }

  function complaints(): readonly string[] {
    return heard
      .filter(({ method = '' }) =>
        ['Log.entryAdded', 'Runtime.exceptionThrown', 'Runtime.consoleAPICalled'].includes(method),
      )
      .map(({ params }) => JSON.stringify(params));
  }

  async function close(): Promise<void> {
    const ended = new Promise((resolve) => {
      browser.on('exit', resolve);
    });
    socket.close();
    browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The address that the browser says on standard error once it listens. */
function debuggerAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const found = /ws:\/\/([^/]+)\//u.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    stderr?.on('end', () => {
      reject(new Error(`the browser did not open: ${said}`));
    });
  });
}

async function pageAddress(host: string): Promise<string> {
  const pages = (await (await fetch(`http://${host}/json/list`)).json()) as readonly {
    readonly type: string;
    readonly webSocketDebuggerUrl: string;
  }[];
  const page = pages.find(({ type }) => type === 'page');
  if (!page) throw new Error('the browser has no page');
  return page.webSocketDebuggerUrl;
}

/** Questions and answers over a socket, and what is heard besides. */
function conversation(socket: WebSocket) {
  const waiting = new Map<number, (answer: Answer) => void>();
  const events: { readonly method: string; readonly done: () => void }[] = [];
  const heard: Answer[] = [];
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    else {
      heard.push(answer);
      for (const { method, done } of events) if (method === answer.method) done();
    }
  });
  return { send, once, heard };

  function send(method: string, params: object = {}): Promise<Readonly<Record<string, unknown>>> {
    count += 1;
    const id = count;
    return new Promise((resolve, reject) => {
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  }

  function once(method: string): Promise<void> {
    return new Promise((done) => {
      events.push({ method, done });
    });
  }
}

const isBlank = `location.href === 'about:blank' && document.readyState === 'complete'`;
