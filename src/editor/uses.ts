import type { Source, Span } from '../base/source.ts';
import { textOf } from '../base/source.ts';
import type { Core } from '../feel/core.ts';
import type { Field } from '../feel/types.ts';
import type { Program } from '../program/ast.ts';
import { scopesIn } from '../program/scopes.ts';
import { partsOf } from '../program/walk.ts';
import { entriesOf } from '../rulebook/ast.ts';
import { field, spanWithin, type Yaml, type YamlEntry } from '../yaml/tree.ts';
import { type Found, nameIn, textsIn } from './at.ts';
import { kindsBehind, type Thing, type ThingKind, thingNamed } from './things.ts';

/** What can be looked for: a thing of the rulebook, a field of a file, or a value that a rule gives a name. */
export type Sought =
  | { readonly kind: 'thing'; readonly thing: Thing }
  | { readonly kind: 'field'; readonly field: Field }
  | {
      readonly kind: 'let';
      readonly name: string;
      readonly source: Source;
      readonly span: Span | undefined;
    };

/** What a place is about; undefined where that has no place of its own. */
export function soughtOf(found: Found, program: Program): Sought | undefined {
  if (found.kind === 'thing') return found;
  if (found.kind === 'key') return undefined;
  const { core, span } = found;
  switch (core.kind) {
    case 'reference':
      return thing(core.name, [core.what]);
    case 'codes':
      return thing(core.name, ['codes']);
    case 'field':
      return { kind: 'field', field: core.field };
    case 'let': {
      const { source } = span;
      return { kind: 'let', name: core.local.name, source, span: letSpan(core.local.yaml) };
    }
    default:
      return undefined;
  }

  function thing(name: string, kinds: readonly ThingKind[]): Sought | undefined {
    const known = thingNamed(name, kinds, program);
    return known && { kind: 'thing', thing: known };
  }
}

function letSpan(yaml: object): Span | undefined {
  return 'span' in yaml ? (yaml.span as Span) : undefined;
}

/** Where a thing or value gets its name, or a field is described. */
export function definitionOf(sought: Sought, { rulebook }: Program): Span | undefined {
  switch (sought.kind) {
    case 'thing':
      return sought.thing.span;
    case 'let':
      return sought.span;
    case 'field':
      return fieldSpan(sought.field);
  }

  /** In a schema, where its name has the title that it has. */
  function fieldSpan(field: Field): Span | undefined {
    const described = rulebook.schemaFiles.flatMap(({ yaml }) => [
      ...propertiesNamed(field.name, yaml),
    ]);
    const own = described.find(({ value }) => isTitled(value, field));
    return (own ?? described[0])?.key.span;
  }
}

/** The properties of a schema with a name, of whatever record. */
function* propertiesNamed(name: string, yaml: Yaml): Generator<YamlEntry> {
  if (yaml.kind === 'list') for (const item of yaml.items) yield* propertiesNamed(name, item);
  if (yaml.kind !== 'map') return;
  const properties = field(yaml, 'properties');
  if (properties?.kind === 'map')
    for (const entry of properties.entries) if (entry.key.text === name) yield entry;
  for (const { value } of yaml.entries) yield* propertiesNamed(name, value);
}

/** Whether a property has the title of a field. */
function isTitled(property: Yaml, { title }: Field): boolean {
  if (property.kind !== 'map') return false;
  const own = field(property, 'x-title') ?? field(property, 'title');
  const texts = own ? [...textsIn(own)].map(([{ text }]) => text) : [];
  return texts.length > 0 && texts.every((text) => Object.values(title).includes(text));
}

/** Everywhere that something is named, where it gets its name too, in the order of files and places. */
export function usesOf(sought: Sought, program: Program): readonly Span[] {
  const spans = [...usesIn(sought, program)];
  const own = definitionOf(sought, program);
  if (own && sought.kind === 'thing') spans.push(own);
  const apart = new Map(spans.map((span) => [`${span.source.name}\0${span.start}`, span]));
  return [...apart.values()].toSorted((a, b) =>
    a.source.name === b.source.name ? a.start - b.start : a.source.name < b.source.name ? -1 : 1,
  );
}

function* usesIn(sought: Sought, program: Program): Generator<Span> {
  const { rulebook } = program;
  const sources = sought.kind === 'let' ? [sought.source] : rulebook.files.values();
  for (const source of sources)
    for (const scope of scopesIn(source))
      for (const core of scope.cores.flatMap(allIn))
        if (isIt(core, sought)) yield nameIn(scope, core);
  if (sought.kind !== 'thing') return;
  const { kind, name } = sought.thing;
  for (const { yaml } of [
    ...entriesOf(rulebook),
    ...(rulebook.reviewed ? [rulebook.reviewed] : []),
  ])
    for (const [text, keys] of textsIn(yaml)) {
      if (text.text === name && kindsBehind(keys).includes(kind)) yield text.span;
      if (kind === 'parameter')
        for (const { index, 0: written } of text.text.matchAll(
          /\{\s*([\p{L}_][\p{L}\p{N}_]*)\s*\}/gu,
        ))
          if (written.slice(1, -1).trim() === name) {
            const start = index + written.indexOf(name);
            yield spanWithin(text, start, start + name.length);
          }
    }
}

/** All parts of an expression; what a value of the rule stands for is written elsewhere. */
function allIn(core: Core): readonly Core[] {
  return [core, ...(core.kind === 'let' ? [] : partsOf(core).flatMap(allIn))];
}

function isIt(core: Core, sought: Sought): boolean {
  if (core.span.start === core.span.end) return false;
  switch (sought.kind) {
    case 'thing':
      return (
        (core.kind === 'reference' &&
          core.what === sought.thing.kind &&
          core.name === sought.thing.name) ||
        (core.kind === 'codes' && sought.thing.kind === 'codes' && core.name === sought.thing.name)
      );
    case 'field':
      return core.kind === 'field' && core.field === sought.field;
    case 'let':
      return core.kind === 'let' && core.local.name === sought.name;
  }
}

/** Whether a place has the name itself, and not a title. */
export function hasName(span: Span, name: string): boolean {
  return textOf(span) === name;
}
