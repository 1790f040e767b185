import { inForce, type Parameter } from '../../program/ast.ts';
import type { Rational } from '../../values/rational.ts';
import { awayFrom } from '../away.ts';
import { type Edge, edgeOf, meetsAt } from '../edge.ts';
import { factsOf, fieldsAsked, valuesIn } from '../facts.ts';
import { casesOf, limitsText, localLimits, parametersOf, plainFile } from '../judged.ts';
import { productOf, whyOf } from './judgement.ts';
import { ofRule, ofSteps } from '../of-rule.ts';
import { practiceOf } from '../practice.ts';
import { type Candidate, lettered, mixed, type Question } from '../question.ts';
import { type AskedRule, type AskedStep, isReliable, type Setting } from '../setting.ts';

/** Options of a question with one right answer. */
const options = 4;

/** One right answer: a limit, a value that meets a rule, a right or a wrong way of doing things. */
export function singles(setting: Setting): readonly Candidate[] {
  return [
    ...setting.rules.flatMap((rule) => [
      ...ofPractice(rule, setting),
      ...ofEdges(rule, 'single', setting),
    ]),
    ...ofLimits(setting),
  ];
}

/** Several right answers: mistakes, documents, what has to hold before a step ends, values that meet a rule. */
export function multiples(setting: Setting): readonly Candidate[] {
  return [
    ...setting.rules.flatMap((rule) => [
      ...ofMistakes(rule, setting),
      ...ofEvidence(rule, setting),
      ...ofEdges(rule, 'multiple', setting),
    ]),
    ...setting.steps.flatMap((step) => ofGate(step, setting)),
  ];
}

function of(
  rule: AskedRule,
  id: string,
  make: (random: Parameters<Candidate['make']>[0]) => Question | undefined,
): Candidate {
  return { id, topic: rule.id, redLine: rule.isRedLine, make };
}

function ofPractice(rule: AskedRule, setting: Setting): readonly Candidate[] {
  const { right, wrong } = practiceOf(rule, setting);
  const title = setting.speaker.words(rule.edition.title);
  const found: Candidate[] = [];
  for (const way of ['right', 'wrong'] as const) {
    const [those, others] = way === 'right' ? [right, wrong] : [wrong, right];
    if (those.length === 0 || others.length < options - 1) continue;
    const id = `single/${rule.id}/${way}`;
    found.push(
      of(rule, id, (random) => ({
        ...ofRule(rule, setting),
        id,
        kind: 'single',
        stem: way === 'right' ? setting.says.whichIsRight(title) : setting.says.whichIsWrong(title),
        extract: [],
        ...lettered(
          mixed(those, random).slice(0, 1),
          mixed(others, random).slice(0, options - 1),
          random,
        ),
        explanation: [
          way === 'right' ? setting.says.othersAreMistakes : setting.says.isMistake,
          ...whyOf(rule, setting),
        ],
        difficulty: 'easy',
      })),
    );
  }
  return found;
}

/** What the values of a choice are, from where they turn: right ones and wrong ones. */
const distances = {
  single: { right: [0n], wrong: [1n, 20n, 10n] },
  multiple: { right: [0n, 10n], wrong: [1n, 10n] },
};

function ofEdges(
  rule: AskedRule,
  kind: 'single' | 'multiple',
  setting: Setting,
): readonly Candidate[] {
  return casesOf(rule, setting)
    .filter(({ expect }) => expect === 'fail')
    .map((taught) => {
      const id = `${kind}/${rule.id}/value-${taught.index + 1}`;
      return of(rule, id, (random) => {
        const edge = edgeOf(taught, setting);
        const values = edge && valuesOf(edge, kind);
        if (!edge || !values) return undefined;
        const told = fieldsAsked(rule.rule, rule.edition, setting);
        const lines = factsOf(
          edge.failed.session.dossier.root,
          told,
          setting,
          new Set(),
          edge.pointer,
        );
        if (
          valuesIn(lines) > mostValues ||
          !lines.some(({ text }) => text.includes(setting.says.wanted))
        )
          return undefined;
        const { words } = setting.speaker;
        return {
          ...ofRule(rule, setting),
          id,
          kind,
          stem: setting.says.whichValue[kind](
            productOf(plainFile(edge.yaml), setting),
            words(rule.edition.title),
            words(edge.field.title),
          ),
          extract: [...lines.map(({ text }) => text), ...localLimits(edge.failed, setting)],
          ...lettered(
            values.right.map(edge.scale.shown),
            values.wrong.map(edge.scale.shown),
            random,
          ),
          explanation: [
            setting.says.limitIs(words(edge.field.title), edge.scale.shown(edge.last), edge),
            ...limitsText(parametersOf(rule, setting), setting),
          ],
          difficulty: kind === 'single' ? 'medium' : 'hard',
        };
      });
    });
}

/** Values that a choice tells of a file, at most. */
const mostValues = 12;

/** Right and wrong values, each told by judging; undefined where they are not all different, or not as they should be. */
function valuesOf(
  edge: Edge,
  kind: 'single' | 'multiple',
): { readonly right: readonly bigint[]; readonly wrong: readonly bigint[] } | undefined {
  const { last, isLeast, scale, now } = edge;
  // a step beside the edge, and tenths of it; of days, days
  const unit = (by: bigint) =>
    by <= 1n ? by : scale.kind === 'day' ? by : (magnitude(last) * by) / 100n;
  const inward = (by: bigint) => (isLeast ? last + unit(by) : last - unit(by));
  const outward = (by: bigint) => (isLeast ? last - unit(by) : last + unit(by));
  const right = distances[kind].right.map(inward);
  const wrong = [...new Set([outward(1n), now, ...distances[kind].wrong.map(outward)])].slice(
    0,
    distances[kind].wrong.length,
  );
  const all = [...right, ...wrong];
  const isApart =
    new Set(all.map(scale.shown)).size === right.length + distances[kind].wrong.length;
  const isSo =
    right.every((value) => meetsAt(edge, value) === true) &&
    wrong.every((value) => meetsAt(edge, value) === false);
  return isApart && isSo && all.every((value) => scale.kind === 'day' || value > 0n)
    ? { right, wrong }
    : undefined;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** What a limit is on the day: what it was before, and what it is not. */
function ofLimits(setting: Setting): readonly Candidate[] {
  const readers = new Map<Parameter, AskedRule>();
  for (const rule of setting.rules)
    for (const parameter of parametersOf(rule, setting))
      if (!readers.has(parameter)) readers.set(parameter, rule);
  return [...readers].flatMap(([parameter, rule]): readonly Candidate[] => {
    const { speaker, program, says } = setting;
    const now = inForce(parameter.editions, speaker.asOf);
    if (!now || !isReliable(now.basis, program) || parameter.type.kind !== 'number') return [];
    const { unit } = parameter.type;
    const id = `single/${parameter.name}/limit`;
    const shown = (value: Rational) => says.tight(speaker.value(parameter, value));
    return [
      of(rule, id, (random) => {
        const right = shown(now.value);
        const before = parameter.editions.map(({ value }) => value);
        const others = [...mixed(before, random), ...mixed(awayFrom(now.value, unit), random)].map(
          shown,
        );
        const wrong = [...new Set(others)]
          .filter((text) => text !== right && !text.endsWith('…'))
          .slice(0, options - 1);
        if (wrong.length < options - 1) return undefined;
        const title = speaker.words(parameter.title);
        return {
          ...ofRule(rule, setting),
          id,
          kind: 'single',
          stem: says.limitOnDay(speaker.asOf, title, speaker.words(rule.edition.title)),
          extract: [],
          ...lettered([right], wrong, random),
          explanation: [says.limitSince(title, right, now.from)],
          difficulty: 'easy',
          basis: setting.cite(now.basis),
          rests: { ...ofRule(rule, setting).rests, parameters: [parameter.name] },
        };
      }),
    ];
  });
}

function ofMistakes(rule: AskedRule, setting: Setting): readonly Candidate[] {
  const { right, wrong } = practiceOf(rule, setting);
  if (wrong.length < 2 || right.length < 2) return [];
  const id = `multiple/${rule.id}/mistakes`;
  return [
    of(rule, id, (random) => ({
      ...ofRule(rule, setting),
      id,
      kind: 'multiple',
      stem: setting.says.whichAreMistakes(setting.speaker.words(rule.edition.title)),
      extract: [],
      ...lettered(mixed(wrong, random).slice(0, 3), mixed(right, random).slice(0, 2), random),
      explanation: [setting.says.mistakesOf, ...whyOf(rule, setting)],
      difficulty: 'medium',
    })),
  ];
}

/** Documents that a rule wants kept; those that any rule or step of the same stage wants are no wrong answers. */
function ofEvidence(rule: AskedRule, setting: Setting): readonly Candidate[] {
  const { program, document, says, speaker } = setting;
  const { evidence = [] } = rule.rule.rule.entry.data;
  const { stage } = rule.rule.rule;
  if (evidence.length < 2 || evidence.length > 4) return [];
  const near = new Set([
    ...program.rules
      .filter((one) => one.rule.stage === stage)
      .flatMap((one) => one.rule.entry.data.evidence ?? []),
    ...program.steps
      .filter((one) => one.step.stage === stage)
      .flatMap(({ editions }) => editions.flatMap(({ documents }) => documents)),
  ]);
  const ofFiles = new Set(
    program.rules
      .filter((one) => one.subject === setting.subject)
      .flatMap((one) => one.rule.entry.data.evidence ?? []),
  );
  const others = (program.rulebook.documents?.data.documents ?? [])
    .map((one) => one.document)
    .filter((one) => ofFiles.has(one) && !near.has(one));
  const count = 5 - evidence.length;
  if (others.length < count) return [];
  const id = `multiple/${rule.id}/evidence`;
  return [
    of(rule, id, (random) => ({
      ...ofRule(rule, setting),
      id,
      kind: 'multiple',
      stem: says.whichEvidence(speaker.words(rule.edition.title)),
      extract: [],
      ...lettered(
        evidence.map(document),
        mixed(others, random).slice(0, count).map(document),
        random,
      ),
      explanation: [says.evidenceIs(evidence.map(document))],
      difficulty: 'medium',
    })),
  ];
}

/** What has to hold before a step is over; rules of later steps cannot be asked for yet. */
function ofGate(asked: AskedStep, setting: Setting): readonly Candidate[] {
  const { program, says, speaker } = setting;
  const place = program.steps.findIndex(({ id }) => id === asked.id);
  const later = new Set(program.steps.slice(place + 1).map(({ id }) => id));
  const titleOf = (rule: AskedRule) => speaker.words(rule.edition.title);
  const gates = setting.rules.filter(({ id }) => asked.edition.gate.includes(id));
  const others = setting.rules.filter(
    ({ id, rule }) => later.has(rule.rule.step) && !asked.edition.gate.includes(id),
  );
  if (gates.length < 2 || others.length < 3) return [];
  const id = `multiple/${asked.id}/gate`;
  const make: Candidate['make'] = (random) => {
    const right = mixed(gates, random).slice(0, 3);
    const about = ofSteps([asked], setting);
    return {
      ...about,
      id,
      kind: 'multiple',
      stem: says.whichGates(setting.step(asked.id)),
      extract: [],
      ...lettered(
        right.map(titleOf),
        mixed(others, random)
          .slice(0, 5 - right.length)
          .map(titleOf),
        random,
      ),
      explanation: [says.gatesAre(gates.map(titleOf))],
      difficulty: 'hard',
      rests: { ...about.rests, rules: right.map((one) => one.id) },
    };
  };
  return [{ id, topic: asked.id, redLine: undefined, make }];
}
