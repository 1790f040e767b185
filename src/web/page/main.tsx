import '../newer.ts';
import './style.css';
import { render } from 'preact';

import { followMask } from './mask.ts';
import { Shell } from './shell.tsx';
import { broken, desk, facts, followState, language } from './state.ts';
import { followWork } from './saving.ts';
import { followToday } from './today.ts';
import { carried, startWorker, workerCode } from './worker.ts';
import { sayIn } from '../../base/language.ts';
import { shellWords } from '../../words/desk/shell.ts';

followState();
followWork();
followMask();
followToday();
const root = document.querySelector('#page');
if (root) render(<Shell />, root);
void start();

async function start(): Promise<void> {
  try {
    if (typeof DecompressionStream === 'undefined') {
      broken.value = sayIn(shellWords, language.value).tooOld;
      return;
    }
    const code = await workerCode();
    const worker = startWorker(code);
    desk.value = worker;
    facts.value = await worker.rulebook.open(carried('rulebook'), code);
  } catch (error) {
    broken.value = error instanceof Error ? error.message : String(error);
  }
}
