import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

import {
  type CompletionItem,
  type CompletionList,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** An editor that speaks to a server in a process of its own. */
export interface Editor {
  readonly connection: ProtocolConnection;
  /** The process of the server. */
  readonly pid: number | undefined;
  /** Opens a file as it is on the disk, or with another text. */
  readonly open: (path: string, text?: string) => OpenFile;
  /** What is told of a file as soon as it is anything. */
  readonly somethingOf: (path: string) => Promise<readonly Diagnostic[]>;
  /** What was told of a file last. */
  readonly toldOf: (path: string) => readonly Diagnostic[];
  readonly close: () => Promise<void>;
}

/** A file that is open; a bar in what is looked for is the caret. */
export interface OpenFile {
  readonly uri: string;
  readonly text: () => string;
  /** Writes something in place of something else. */
  readonly write: (old: string, by: string) => void;
  /** Where a text stands first, with a bar in it where the caret is. */
  readonly at: (marked: string) => { textDocument: { uri: string }; position: Position };
  /** What is told of its text as it is now. */
  readonly told: () => Promise<readonly Diagnostic[]>;
  readonly complete: (marked: string) => Promise<readonly CompletionItem[]>;
}

/** @param command - of the server, for Node */
export async function startEditor(
  given: Partial<InitializeParams> = {},
  command: readonly string[] = ['bin/shouze.js', 'language-server', '--stdio'],
): Promise<Editor> {
  const server = spawn(process.execPath, command, {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const told = new Map<string, PublishDiagnosticsParams>();
  let wake = (): void => undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    told.set(params.uri, params);
    wake();
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    locale: 'en',
    ...given,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    pid: server.pid,
    open,
    somethingOf: async (path) => {
      const something = () => told.get(uriOf(path))?.diagnostics ?? [];
      await until(() => something().length > 0);
      return something();
    },
    toldOf: (path) => told.get(uriOf(path))?.diagnostics ?? [],
    close: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await ended(server);
      connection.dispose();
    },
  };

  /** Looks whenever something was told. */
  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }

  function open(path: string, given?: string): OpenFile {
    const uri = uriOf(path);
    let text = given ?? readFileSync(path, 'utf8');
    let version = 1;
    const textDocument = { uri, languageId: 'yaml', version, text };
    void connection.sendNotification('textDocument/didOpen', { textDocument });
    const at: OpenFile['at'] = (marked) => {
      const start = text.indexOf(marked.replace('|', ''));
      if (start < 0) throw new Error(`no ${marked} in ${path}`);
      return { textDocument: { uri }, position: positionIn(text, start + marked.indexOf('|')) };
    };
    return {
      uri,
      text: () => text,
      at,
      write: (old, by) => {
        const start = text.indexOf(old);
        if (start < 0) throw new Error(`no ${old} in ${path}`);
        const range = { start: positionIn(text, start), end: positionIn(text, start + old.length) };
        text = text.slice(0, start) + by + text.slice(start + old.length);
        version += 1;
        void connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ range, text: by }],
        });
      },
      told: async () => {
        await until(() => told.get(uri)?.version === version);
        return told.get(uri)?.diagnostics ?? [];
      },
      complete: async (marked) => {
        const list = await connection.sendRequest<CompletionList | null>(
          'textDocument/completion',
          at(marked),
        );
        return list?.items ?? [];
      },
    };
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

function positionIn(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  await new Promise((resolve) => {
    child.once('exit', resolve);
  });
}
