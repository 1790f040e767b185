import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { namesWritten } from '../program/mentions.ts';
import { coresOfRule } from '../program/reads.ts';
import { strictness } from '../program/strictness.ts';
import { parametersRead } from '../program/walk.ts';
import { spanOf } from '../rulebook/ast.ts';
import { isCases } from '../rulebook/folder.ts';
import type { VerifyProblems } from './problems.ts';

type Found = Diagnostic<VerifyProblems>;

/** Parameters that no other file names, in an expression or a text, or calls by their title. Cases alone use nothing. */
export function* unused({ rulebook }: Program): Generator<Found> {
  const sources = [...rulebook.files].flatMap(([path, source]) => (isCases(path) ? [] : [source]));
  const counts = new Map<string, number>();
  for (const source of sources)
    for (const word of new Set(namesWritten(source.text)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const entry of rulebook.parameters) {
    const { parameter: name, title } = entry.data;
    if ((counts.get(name) ?? 0) > 1) continue;
    const own = entry.yaml.span.source;
    const isCalled = sources.some(
      (source) => source !== own && Object.values(title).some((one) => source.text.includes(one)),
    );
    if (isCalled) continue;
    const span = spanOf(entry, 'parameter');
    yield { code: 'verify/unused', severity: 'warning', span, params: { parameter: name } };
  }
}

/** `stricter` of a parameter is what its author declared: a rule may read it the other way round. */
export function* wrongDirections(program: Program, memory: Memory = noMemory): Generator<Found> {
  const entries = new Map(
    program.rulebook.parameters.map((entry) => [entry.data.parameter, entry] as const),
  );
  for (const rule of program.rules) {
    const wrong = memory.of('wrong directions', [rule], () => readWrongly(rule, program));
    for (const { parameter, stricter } of wrong) {
      const entry = entries.get(parameter);
      if (!entry) continue;
      const span = spanOf(entry, 'stricter');
      const params = { parameter, rule: rule.id, stricter };
      yield { code: 'verify/stricter', severity: 'warning', span, params };
    }
  }
}

/** The parameters that a rule reads the other way round than they say. */
function readWrongly(
  rule: ProgramRule,
  program: Program,
): readonly Pick<VerifyProblems['verify/stricter'], 'parameter' | 'stricter'>[] {
  const read = new Set(parametersRead(coresOfRule(rule), program).map(({ name }) => name));
  return program.rulebook.parameters.flatMap(({ data: { parameter, stricter } }) => {
    if (!stricter || !read.has(parameter)) return [];
    const wrong = stricter === 'higher' ? 'down' : 'up';
    return strictness(rule, parameter, program) === wrong ? [{ parameter, stricter }] : [];
  });
}
