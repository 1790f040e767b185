import type { JudgeOptions } from '../evaluate/outcome.ts';
import type { CheckedFile } from './checked.ts';
import type { Engine } from './engine.ts';
import { type ReadFile, repeated } from './read.ts';

/** Judges a file by itself: rules for groups take it for a group of one. */
export function judgeOne(read: ReadFile, engine: Engine, options: JudgeOptions): CheckedFile {
  return judgeAll([read], engine, options)[0] ?? checkedOf(read, undefined);
}

/** Judges files each by itself: rules for groups say nothing of them. */
export function judgeEach(
  files: readonly ReadFile[],
  engine: Engine,
  options: JudgeOptions,
): readonly CheckedFile[] {
  const sound = files.flatMap((read) => {
    const { dossier, subject, loaded } = read;
    return dossier && subject ? [{ read, dossier, subject, loaded }] : [];
  });
  const judgements = engine.judgeEach(sound, options);
  const judged = new Map(
    sound.map(({ read, dossier, subject }, index) => {
      const judgement = judgements[index];
      return [read, judgement && { dossier, subject, judgement }];
    }),
  );
  return files.map((read) => checkedOf(read, judged.get(read)));
}

/**
 * Judges files together, all of them in memory; what cannot be read, or is a dossier given before, does not count among
 * the others.
 */
export function judgeAll(
  files: readonly ReadFile[],
  engine: Engine,
  options: JudgeOptions,
): readonly CheckedFile[] {
  const firsts = new Map<string, ReadFile>();
  const checked = new Map<ReadFile, CheckedFile>();
  const own: (readonly [ReadFile, ReadFile])[] = [];
  for (const read of files) {
    if (!read.dossier) continue;
    const key = JSON.stringify([read.subject?.name, read.id]);
    const first = read.id === undefined ? undefined : firsts.get(key);
    if (first) judge([[read, repeated(read, first.file)]]);
    else {
      firsts.set(key, read);
      own.push([read, read]);
    }
  }
  judge(own);
  return files.map((read) => checked.get(read) ?? checkedOf(read, undefined));

  function judge(group: readonly (readonly [ReadFile, ReadFile])[]): void {
    const sound = group.flatMap(([given, read]) => {
      const { dossier, subject, answers, loaded } = read;
      return dossier && subject
        ? [{ given, read, dossier, subject, ...(answers && { answers }), loaded }]
        : [];
    });
    const judgements = engine.judge(sound, options);
    for (const [index, { given, read, dossier, subject }] of sound.entries()) {
      const judgement = judgements[index];
      checked.set(given, checkedOf(read, judgement && { dossier, subject, judgement }));
    }
  }
}

export function checkedOf(
  { file, record, digest, id, diagnostics }: Omit<CheckedFile, 'judged'>,
  judged: CheckedFile['judged'],
): CheckedFile {
  return { file, ...(record && { record }), digest, id, diagnostics, judged };
}
