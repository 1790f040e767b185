import { commands, type ExtensionContext, workspace } from 'vscode';
import {
  LanguageClient,
  type LanguageClientOptions,
  type ServerOptions,
  TransportKind,
} from 'vscode-languageclient/node';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const restart = async (): Promise<void> => {
    await client?.stop();
    client = newClient(context);
    await client.start();
  };
  context.subscriptions.push(
    commands.registerCommand('shouze.restart', restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('shouze')) void restart();
    }),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

function newClient(context: ExtensionContext): LanguageClient {
  const settings = workspace.getConfiguration('shouze');
  const command = settings.get<string>('command', '');
  const server: ServerOptions =
    command === ''
      ? { module: context.asAbsolutePath('server.cjs'), transport: TransportKind.stdio }
      : { command, args: ['language-server'], transport: TransportKind.stdio };
  const options: LanguageClientOptions = {
    // files of no rulebook are passed over by the server
    documentSelector: [
      { scheme: 'file', language: 'yaml' },
      { scheme: 'file', pattern: '**/sources/*.md' },
      { scheme: 'file', pattern: '**/*.schema.json' },
      { scheme: 'file', pattern: '**/codes/*.csv' },
    ],
    initializationOptions: { language: settings.get<string>('language', '') },
  };
  return new LanguageClient('shouze', 'Shouze 守则', server, options);
}
