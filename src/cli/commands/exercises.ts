import { join } from 'node:path';

import type { Source } from '../../base/source.ts';
import { sayIn } from '../../base/language.ts';
import { blueprintFrom } from '../../blueprint/blueprint.ts';
import type { BlueprintProblems } from '../../blueprint/problems.ts';
import { noted } from '../../base/diagnostic.ts';
import { readText } from '../../io/read.ts';
import { writeFile } from '../../io/write.ts';
import { changedSince, manifestFrom, type Change } from '../../training/manifest.ts';
import { papersOf } from '../../training/paper.ts';
import { settingOf } from '../../training/setting.ts';
import { type TrainingWords, trainingWords } from '../../words/training.ts';
import { dayOf, oneOf, readCall, UsageError } from '../call.ts';
import { complainOf, type ExitCode, print } from '../console.ts';
import { exerciseFiles, exerciseFormats, sha256 } from '../exercise-files.ts';
import { inputsOf } from '../inputs.ts';
import { type Sound, soundRulebook } from '../sound.ts';
import { today } from '../today.ts';

const help = `shouze exercises BLUEPRINT  由规则库出题组卷 / make examination papers of a rulebook

  BLUEPRINT              组卷方案（YAML）：题型、题量、红线比例、及格分、种子
                         a blueprint: kinds and numbers of questions, share of red lines, pass mark, seed
  --out DIR              写到此文件夹，默认 exercises；试卷、答题卡、答案与解析、题库、签收表
                         the folder to write to: papers, answer sheets, keys, question bank, reading roster
  --format md,html,xlsx  默认三种都生成，另有 docx / all three unless some are named; docx too
  --as-of DAY            以该日施行的规定为准，默认方案所写或今天
                         the day whose rules are asked; that of the blueprint, or today
  --check FILE           核对已存试卷（文件夹中的 papers.json）：所依据的规定有变动的题目，有则退出码为1
                         name the questions of saved papers that rest on what has changed since
  --lang LANG  --rulebook DIR

  shouze exercises examples/exercises/risk-and-review.yaml --out 试卷
  shouze manual --exercises examples/exercises/risk-and-review.yaml --out 试卷
  shouze exercises examples/exercises/risk-and-review.yaml --format docx,xlsx --out 试卷
  shouze exercises --check 试卷/papers.json
`;

export async function exercises(args: readonly string[]): Promise<ExitCode> {
  const call = readCall(args, { 'as-of': { type: 'string' }, check: { type: 'string' } });
  if (call.flag('help')) {
    print(help);
    return 0;
  }
  const saved = call.text('check');
  const [path, ...more] = call.positionals;
  if (saved === undefined ? path === undefined || more.length > 0 : path !== undefined)
    throw new UsageError(
      saved === undefined
        ? 'exercises 须带一个组卷方案 / exercises takes one blueprint'
        : 'exercises --check 不带组卷方案 / exercises --check takes no blueprint',
    );
  const formats = (call.text('format') ?? 'md,html,xlsx')
    .split(',')
    .map((one) => oneOf('format', one.trim(), exerciseFormats));
  const asked = dayOf(call, 'as-of');
  const read = readText(saved ?? path ?? '');
  if ('problem' in read) {
    complainOf([read.problem], call.language);
    return 2;
  }
  const loaded = await soundRulebook(call);
  if (!loaded) return 2;
  const { program, language, engine } = loaded;
  if (saved !== undefined) return checkSaved(read.source, asked ?? today(program), loaded);

  const { value: blueprint, diagnostics } = blueprintFrom(read.source, program);
  complainOf(diagnostics, language);
  if (!blueprint) return 2;
  const { data } = blueprint;
  const asOf = asked ?? data.asOf ?? today(program);
  const setting = settingOf(engine, { language, asOf, part: data });
  if (!setting) throw new UsageError('规则库没有卷宗结构 / the rulebook has no kind of file');
  const { papers, diagnostics: missing } = papersOf(blueprint, setting);
  complainOf(missing, language);
  if (missing.length > 0) return 2;
  const out = call.text('out') ?? 'exercises';
  const inputs = inputsOf(loaded, [path ?? '']);
  for (const [name, content] of await exerciseFiles(papers, data, setting, formats))
    writeFile(join(out, name), content, inputs);
  const count = papers.flatMap(({ parts }) => parts.flatMap(({ questions }) => questions)).length;
  print(setting.says.wrote(out, papers.length, count));
  return 0;
}

function checkSaved(source: Source, day: string, { program, language }: Sound): ExitCode {
  const manifest = manifestFrom(source.text);
  if (!manifest) {
    const to = noted<BlueprintProblems>();
    to.error('blueprint/not-a-manifest', { source, start: 0, end: 0 }, {});
    complainOf(to.diagnostics, language);
    return 2;
  }
  const says = sayIn(trainingWords, language);
  const changed = changedSince(manifest, program, day, sha256);
  for (const { question, changes } of changed)
    print(
      says.changed(
        question.place,
        says.kinds[question.kind],
        changes.map((change) => reasonOf(change, says)),
      ),
    );
  print(says.checked(manifest.questions.length, changed.length));
  return changed.length > 0 ? 1 : 0;
}

function reasonOf(change: Change, { because }: TrainingWords): string {
  switch (change.kind) {
    case 'gone':
      return because.gone(change.id);
    case 'edition':
      return because.edition(change.id, change.was, change.now);
    case 'edited':
      return because.edited(change.id);
    case 'limit':
      return because.limit(change.id, change.was, change.now);
  }
}
