import process from 'node:process';

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

import { serve } from '../../src/cli/language-server/server.ts';

serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), undefined);
