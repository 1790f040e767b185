import { type Diagnostic, type Noted, noted } from '../base/diagnostic.ts';
import type { Source, Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import type { Program } from '../program/ast.ts';
import type { BlueprintFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { checkShape } from '../rulebook/shape.ts';
import { parseDate } from '../values/temporal-text.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlProblems } from '../yaml/problems.ts';
import { at, type Yaml } from '../yaml/tree.ts';
import type { BlueprintProblems } from './problems.ts';

/** What papers are to be made of, with the places of what it says. */
export interface Blueprint {
  readonly data: BlueprintFile;
  /** The place of a part, by its keys. */
  readonly spanAt: (...keys: readonly (string | number)[]) => Span;
}

type Found = Diagnostic<BlueprintProblems & RulebookProblems & YamlProblems>;

/** Reads a blueprint and compares what it names with a rulebook; its value is undefined where anything is wrong. */
export function blueprintFrom(
  source: Source,
  program: Program,
): { readonly value: Blueprint | undefined; readonly diagnostics: readonly Found[] } {
  const { value: yaml, diagnostics } = parseYaml(source);
  if (!yaml) return { value: undefined, diagnostics };
  const shape = noted<RulebookProblems>();
  const checked = checkShape('blueprint', yaml, shape);
  if (!checked) return { value: undefined, diagnostics: [...diagnostics, ...shape.diagnostics] };
  const data = checked.data as BlueprintFile;
  const own = noted<BlueprintProblems & RulebookProblems>();
  checkNames(data, yaml, program, own);
  checkPoints(data, yaml, own);
  const all = [...diagnostics, ...own.diagnostics];
  const spanAt: Blueprint['spanAt'] = (...keys) => spanIn(yaml, keys);
  return { value: all.length > 0 ? undefined : { data, spanAt }, diagnostics: all };
}

function spanIn(yaml: Yaml, keys: readonly (string | number)[]): Span {
  return at(yaml, keys.map(String)).yaml.span;
}

function checkNames(
  { posts, stages, asOf }: BlueprintFile,
  yaml: Yaml,
  { rulebook }: Program,
  to: Noted<BlueprintProblems & RulebookProblems>,
): void {
  const known = {
    post: rulebook.posts?.data.posts.map(({ post }) => post) ?? [],
    stage: rulebook.stages.map(({ id }) => id),
  };
  const named = { post: posts, stage: stages };
  for (const what of ['post', 'stage'] as const) {
    for (const [index, name] of (named[what] ?? []).entries()) {
      if (known[what].includes(name)) continue;
      const near = nearest(name, known[what]);
      to.error('blueprint/unknown-name', spanIn(yaml, [`${what}s`, index]), { what, name, near });
    }
  }
  if (asOf !== undefined && !parseDate(asOf))
    to.error('rulebook/impossible-date', spanIn(yaml, ['asOf']), { text: asOf });
}

function checkPoints(
  { questions, passMark }: BlueprintFile,
  yaml: Yaml,
  to: Noted<BlueprintProblems & RulebookProblems>,
): void {
  const kinds = questions.map(({ kind }) => kind);
  for (const [index, kind] of kinds.entries()) {
    if (kinds.indexOf(kind) < index)
      to.error(
        'blueprint/kind-twice',
        spanIn(yaml, ['questions', index, 'kind']),
        { kind },
        { related: [spanIn(yaml, ['questions', kinds.indexOf(kind), 'kind'])] },
      );
  }
  const total = questions.reduce((sum, { count, points }) => sum + count * points, 0);
  if (passMark > total)
    to.error('blueprint/pass-mark', spanIn(yaml, ['passMark']), { passMark, total });
}
