import { indentedJson } from '../base/json.ts';
import { inLanguage, type Language, sayIn } from '../base/language.ts';
import type { JoinedProcess, JoinedStep, PlugIn } from '../program/joined.ts';
import type { Program } from '../program/ast.ts';
import type { Layer } from '../rulebook/ast.ts';
import { joinedWords } from '../words/joined.ts';
import { printYaml } from '../yaml/print.ts';
import type { Paint } from './paint.ts';
import { inColumns } from './width.ts';

/** The process in order, each step with the rulebook that it is from, as a table for a terminal. */
export function processPretty(
  { layers, steps, plugIns }: JoinedProcess,
  { rulebook }: Program,
  language: Language,
  paint: Paint,
): string {
  const words = sayIn(joinedWords, language);
  const titles = new Map(steps.map(({ id, title }) => [id, inLanguage(title, language)]));
  const posts = new Map(
    (rulebook.posts?.data.posts ?? []).map(({ post, title }) => [
      post,
      inLanguage(title, language),
    ]),
  );
  const comma = language === 'zh' ? '、' : ', ';
  const rows = steps.map((step, index): readonly string[] => [
    String(index + 1),
    inLanguage(step.title, language),
    step.layer.id,
    step.isBeside ? words.beside : words.levels[step.force],
    step.posts.map((post) => posts.get(post) ?? post).join(comma),
    step.after.map((id) => titles.get(id) ?? id).join(comma),
  ]);
  const line = inColumns([words.head, ...rows]);
  const hasPhases = rulebook.manifest.data.phases !== undefined;
  const phaseOf = ({ phase }: JoinedStep) =>
    phase ? inLanguage(phase.title, language) : words.noPhase;
  const body = rows.flatMap((row, index) => {
    const [step, before] = [steps[index], steps[index - 1]];
    const begins = step && hasPhases && (!before || phaseOf(step) !== phaseOf(before));
    const text = line(row);
    return [...(begins ? [paint.bold(`— ${phaseOf(step)}`)] : []), text];
  });
  const own = steps.filter(({ level }) => level > 0).length;
  const about = layers.map(({ id, version, title, builtOn }) =>
    [
      `${id} ${version}`,
      inLanguage(title, language),
      ...(builtOn === undefined ? [] : [words.builtOn(builtOn)]),
    ].join('  '),
  );
  return `${[
    paint.bold(line(words.head)),
    ...body,
    '',
    words.count(steps.length, own, plugIns.length),
    words.layers,
    ...about.map((text) => `  ${text}`),
  ].join('\n')}\n`;
}

/** The same for programs. Stable: fields are added, never changed. */
export function processJson(joined: JoinedProcess): string {
  const { layers, steps, plugIns } = joined;
  const json = {
    format: 1,
    rulebooks: layers.map(({ id, version, title, builtOn, owner }) => ({
      id,
      version,
      title,
      builtOn,
      owner,
    })),
    steps: steps.map(({ layer, level, phase, ...step }) => ({
      ...step,
      rulebook: layer.id,
      isPlugIn: level > 0,
      ...(phase && { phase: { phase: phase.phase, title: phase.title } }),
    })),
    plugIns: plugIns.map(({ layer, ...one }) => ({ ...one, rulebook: layer.id })),
  };
  return indentedJson(json);
}

/**
 * The process as a file of the subject `process`, for rules to judge: what is really there, and what was not written
 * down is left out. Its days are those of the issue of the rulebook that was asked for.
 */
export function processRecord({ layers, steps, plugIns }: JoinedProcess): string {
  const [base, top] = [layers[0], layers.at(-1)];
  const around = steps.filter(({ isBeside }) => !isBeside);
  const ids = (those: readonly JoinedStep[]) => those.map(({ id }) => id);
  const ofBase = around.filter(({ level }) => level === 0);
  return printYaml({
    subject: 'process',
    process: {
      processId: top?.id,
      version: top?.version,
      ...datesOf(top),
      baseId: base?.id,
      baseVersion: base?.version,
      baseSteps: ids(ofBase),
      mandatorySteps: ids(ofBase.filter(({ force }) => force === 'mandatory')),
      joinedSteps: ids(around),
    },
    plugins: plugIns.map((one) => pluginOf(one, steps)),
  });
}

function pluginOf({ id, layer, steps: own, anchor, position }: PlugIn, all: readonly JoinedStep[]) {
  const below = all.filter(({ level }) => level === 0).map((step) => step.id);
  const known = new Set(all.map((step) => step.id));
  return {
    pluginId: id,
    anchorStep: anchor,
    position,
    // by construction there are none
    skipsSteps: below.filter((step) => !known.has(step)),
    ...(layer.owner !== undefined && { owner: layer.owner }),
    rulebookId: layer.id,
    rulebookVersion: layer.version,
    ...(layer.builtOn !== undefined && { builtOn: layer.builtOn }),
    ...datesOf(layer),
    pluginSteps: own,
  };
}

function datesOf(layer: Layer | undefined) {
  const issue = layer?.issue;
  return issue ? { effectiveFrom: issue.effectiveFrom, approvedDate: issue.signedOn } : {};
}
