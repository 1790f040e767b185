import process from 'node:process';

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

import { readCall } from '../call.ts';
import { type ExitCode, print } from '../console.ts';
import { serve } from '../language-server/server.ts';

export const help = `shouze language-server  编辑器的语言服务（LSP，标准输入输出）/ a language server for editors, on standard input and output

  打开规则库里的文件即开始：诊断、补全、悬停、定义、引用、改名、快速修复、示例结果
  / begins with a file of a rulebook: diagnostics, completion, hover, definition, references, rename, quick fixes, outcomes of cases
  --lang zh|en           不写即编辑器的语言 / without it that of the editor
  --stdio                编辑器会加上，没有别的方式 / what editors add; there is no other way

  见 / see docs/editor.md
`;

export function languageServer(args: readonly string[]): ExitCode | Promise<ExitCode> {
  const call = readCall(args, { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  serve(connection, call.text('lang') === undefined ? undefined : call.language);
  const { promise, resolve } = Promise.withResolvers<ExitCode>();
  connection.onExit(() => {
    resolve(0);
  });
  return promise;
}
