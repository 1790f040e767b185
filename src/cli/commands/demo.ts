import { sayIn } from '../../base/language.ts';
import { join } from 'node:path';
import process from 'node:process';

import { writeText } from '../../io/write.ts';
import { nodePlatform } from '../../io/platform.ts';
import { packageRoot } from '../../io/rulebook.ts';
import { briefText } from '../../report/brief.ts';
import { htmlText } from '../../report/html.ts';
import { newRun } from '../../report/run.ts';
import { wholeWriter } from '../../report/write.ts';
import { shellWords } from '../../words/desk/shell.ts';
import { wordbooks } from '../../words/messages/messages.ts';
import { readCall } from '../call.ts';
import { type ExitCode, paintFor, print } from '../console.ts';
import { builtPageProgram, pageOf } from '../page-file.ts';
import { keptManualCases } from '../manual-cases.ts';
import { engineVersion, soundRulebook } from '../sound.ts';
import { documentsOf, type ManualRun, textFiles } from '../manual-files.ts';
import { incomingOf, readAgain } from '../run-check.ts';
import { today } from '../today.ts';

export const help = `shouze demo  判定样例卷宗，写出报告、手册和检查台页面 / judge the sample dossiers, write the report, the manual and the page

  --out DIR  默认 out / default out
  --rulebook DIR  --lang LANG
`;

/** The sample dossiers judged, the report, the manual and the page written: what `npm start` shows. Always 0, unless something is wrong. */
export async function demo(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, {});
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const out = call.text('out') ?? 'out';
  const { program, language } = loaded;
  const run = newRun({
    engine: loaded.engine,
    reporting: {
      program,
      rulebookDigest: loaded.digest,
      engine: engineVersion(),
      options: {},
      languages: [language],
      unmasked: false,
    },
    again: readAgain,
  });
  const pieces: string[] = [];
  const path = join(out, `report.${language}.html`);
  const writer = wholeWriter(
    run.head,
    (piece) => {
      pieces.push(piece);
    },
    (report) => {
      print(briefText(report, language, paintFor(process.stdout)));
      return htmlText(report, {
        language,
        rulebook: program.rulebook,
        sha256: nodePlatform.sha256,
      });
    },
  );
  for await (const result of run.results(incomingOf([join(packageRoot, 'examples', 'dossiers')])))
    await writer.result(result);
  await writer.end(run.together(), run.summary);
  writeText(path, pieces.join(''));
  const { terms } = sayIn(wordbooks, language);
  print(`${terms.label.report}${terms.colon}${path}`);
  const asOf = today(loaded.program);
  const book: ManualRun = {
    formats: ['html'],
    languages: program.rulebook.manifest.data.languages,
    asOf,
    out,
  };
  for (const [name, text] of textFiles(documentsOf(program, book), book)) {
    writeText(join(out, name), text);
    print(`${terms.label.manual}${terms.colon}${join(out, name)}`);
  }
  const words = sayIn(shellWords, language);
  const built = builtPageProgram();
  const page = join(out, 'shouze.html');
  if (built)
    writeText(
      page,
      pageOf(loaded, built, { days: { made: asOf }, cases: keptManualCases(loaded) }),
    );
  print(`${words.name}${terms.colon}${built ? page : words.notBuilt}`);
  return 0;
}
