import { hasErrors, type Noted } from '../base/diagnostic.ts';
import type { Binding, Names } from '../feel/bindings.ts';
import type { Core } from '../feel/core.ts';
import type { Entry } from '../rulebook/ast.ts';
import type { RuleFile } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import { at, field, type YamlEntry, type YamlText } from '../yaml/tree.ts';
import type { Expression, Let, Reference, RuleEditionProgram } from './ast.ts';
import { allNames, type ExpressionReader } from './expressions.ts';
import { deepest } from './nesting.ts';
import type { ProgramProblems } from './problems.ts';
import { partsOf } from './walk.ts';
import { depthOf, mostDepth, mostParts, sizeOf } from './weight.ts';

/** The values that an edition names, and the names that its expressions may use. */
export interface Lets {
  /** Each after those that it mentions. */
  readonly lets: readonly Let[];
  readonly names: Names;
  /** The keys that say them. */
  readonly keys: readonly YamlText[];
}

export interface LetSetting {
  readonly reader: ExpressionReader;
  /** What definitions and tables are behind their names. */
  readonly called: (name: string) => Reference | undefined;
  readonly to: Noted<ProgramProblems & RulebookProblems>;
}

/**
 * Reads the named values of a rule, an edition's own before the rule's: from any of them any other may be read, so
 * long as they do not go in a circle. Editions that name the same have one and the same values.
 */
export function letReader(
  entry: Entry<RuleFile>,
  outer: Names,
  { reader, called, to }: LetSetting,
): (edition: number) => Lets {
  const shared = entriesAt();
  const taken = new Set<YamlEntry>();
  let ofRule: Lets | undefined;
  return (edition) => {
    const own = entriesAt('editions', String(edition));
    if (own.length > 0)
      return read([
        ...shared.filter(({ key }) => own.every((other) => other.key.text !== key.text)),
        ...own,
      ]);
    ofRule ??= read(shared);
    return ofRule;
  };

  function entriesAt(...keys: readonly string[]): readonly YamlEntry[] {
    const { yaml, whole } = at(entry.yaml, keys);
    const given = whole && yaml.kind === 'map' ? field(yaml, 'let') : undefined;
    return given?.kind === 'map' ? given.entries : [];
  }

  function read(entries: readonly YamlEntry[]): Lets {
    const done = new Map<string, Let | undefined>();
    const underWay: string[] = [];
    const lets: Let[] = [];
    const byName = new Map(entries.map((one) => [one.key.text, one] as const));
    const names: Names = allNames({ resolve, all: () => byName.keys() }, outer);
    for (const one of entries) {
      const name = one.key.text;
      if (outer.resolve(name) && !taken.has(one))
        to.error('rulebook/name-taken', one.key.span, { name });
      taken.add(one);
      letOf(name);
    }
    return { lets, names, keys: entries.map(({ key }) => key) };

    function resolve(name: string): Binding | undefined {
      if (!byName.has(name)) return undefined;
      const local = letOf(name);
      return local
        ? { kind: 'let', local }
        : { kind: 'variable', variable: reader.variables.named(name, { kind: 'any' }) };
    }

    function letOf(name: string): Let | undefined {
      const one = byName.get(name);
      if (done.has(name) || !one) return done.get(name);
      if (underWay.includes(name)) {
        const circle = [...underWay.slice(underWay.indexOf(name)), name];
        to.error('program/cycle', one.key.span, { names: circle });
        done.set(name, undefined);
        return undefined;
      }
      if (underWay.length === deepest) {
        to.error('program/too-deep', one.key.span, { name, limit: deepest });
        done.set(name, undefined);
        return undefined;
      }
      underWay.push(name);
      const made = letFrom(one, names);
      underWay.pop();
      // a circle that it closes was told already
      if (done.has(name)) return undefined;
      done.set(name, made);
      if (made) lets.push(made);
      return made;
    }
  }

  function letFrom({ key, value }: YamlEntry, names: Names): Let | undefined {
    const formula = value.kind === 'map' ? field(value, 'is') : value;
    const before = reader.diagnostics.length;
    const expression = reader.read(formula, names);
    if (!expression || hasErrors(reader.diagnostics.slice(before))) return undefined;
    const name = key.text;
    const title = value.kind === 'map' ? titleOf(field(value, 'title')) : undefined;
    if (sizeOf(expression.core) > mostParts || depthOf(expression.core, called) > mostDepth) {
      to.error('program/too-large', key.span, { name, parts: mostParts, depth: mostDepth });
      return undefined;
    }
    const [yes, no] = ['yes', 'no'].map((key) =>
      value.kind === 'map' ? titleOf(field(value, key)) : undefined,
    );
    return { ...expression, name, title, ...(yes && no && { facts: { yes, no } }) };
  }
}

/** Values that no expression of any edition reads, told at their names. */
export function unusedLets(
  editions: readonly (readonly [Lets, RuleEditionProgram])[],
  to: Noted<ProgramProblems & RulebookProblems>,
): void {
  const read = new Set<string>();
  const keys = new Map<string, YamlText>();
  for (const [lets, edition] of editions) {
    const used = usedIn(edition);
    for (const key of lets.keys) {
      const id = `${key.span.source.name} ${key.span.start}`;
      keys.set(id, key);
      if (used.has(key.text)) read.add(id);
    }
  }
  for (const [id, { text: name, span }] of keys)
    if (!read.has(id)) to.warn('program/unused-let', span, { name });
}

function usedIn({ asOf, when, require, finding }: RuleEditionProgram): ReadonlySet<string> {
  const used = new Set<string>();
  const visit = (core: Core): void => {
    if (core.kind === 'let') {
      if (used.has(core.local.name)) return;
      used.add(core.local.name);
    }
    partsOf(core).forEach(visit);
  };
  const templates = Object.values(finding).flat();
  const all: readonly (Expression | string | undefined)[] = [asOf, when, require, ...templates];
  for (const one of all) if (typeof one === 'object') visit(one.core);
  return used;
}

function titleOf(words: YamlEntry['value'] | undefined): Let['title'] {
  if (words?.kind !== 'map') return undefined;
  return Object.fromEntries(
    words.entries.flatMap(({ key, value }) =>
      value.kind === 'text' ? [[key.text, value.text]] : [],
    ),
  );
}
