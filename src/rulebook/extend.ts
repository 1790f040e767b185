import type { Noted } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { at, field, plainOf, type Yaml, type YamlList, type YamlMap } from '../yaml/tree.ts';
import { addedRule } from './extend-rule.ts';
import { movedParameter } from './extend-parameter.ts';
import { widenedSchema } from './extend-schema.ts';
import { completedTable } from './extend-table.ts';
import type { ExtensionFile, InsertFile, RulebookFile } from './files.ts';
import { casesPath, folderOfPath, isRule, type RulebookFolder } from './folder.ts';
import type { ReferenceKind, RulebookProblems } from './problems.ts';
import { otherSettings } from './setting.ts';
import type { FileKind } from './shape.ts';
import { listOf, mapOf, textsOf, without } from './trees.ts';
import { wholeParameter, wholeTable } from './whole.ts';

/** The files of a rulebook and of those it builds on, as one. */
export interface Combined {
  readonly files: ReadonlyMap<string, Source>;
  /** Files that came of several: they are read as these trees, whose parts know where they were written. */
  readonly trees: ReadonlyMap<string, Yaml>;
  /** The one that builds on nothing first: of each rulebook its `rulebook.yaml` and the files it brought. */
  readonly layers: readonly Layer[];
}

export interface Layer {
  readonly manifest: Yaml;
  /** Its folder from that of the rulebook read, with `/` behind; empty for that one. */
  readonly at: string;
  readonly sources: ReadonlySet<Source>;
}

/** How files are read; each is read once. */
export interface FolderReading {
  readonly to: Noted<RulebookProblems>;
  readonly yamlOf: (source: Source) => Yaml | undefined;
  readonly isOfKind: (kind: FileKind, yaml: Yaml) => boolean;
}

const manifestPath = 'rulebook.yaml';

/** Lists of things under names, one file each: what the things are, and the key that names them. */
const lists: Readonly<Record<string, readonly [FileKind, string, string, ReferenceKind]>> = {
  'posts.yaml': ['posts', 'posts', 'post', 'post'],
  'documents.yaml': ['catalogue', 'documents', 'document', 'document'],
  'glossary.yaml': ['glossary', 'terms', 'term', 'term'],
  'definitions.yaml': ['definitions', 'definitions', 'definition', 'definition'],
  'claims.yaml': ['claims', 'claims', 'claim', 'claim'],
};

const folders: Readonly<Record<string, ReferenceKind>> = {
  parameters: 'parameter',
  tables: 'table',
  codes: 'code set',
  calendars: 'calendar',
  measures: 'measure',
  promises: 'promise',
  samples: 'network',
  appraisals: 'appraisal',
  sources: 'source',
  dossiers: 'dossier',
  schemas: 'schema',
  views: 'view',
  occasions: 'occasion',
  models: 'model',
};

/**
 * A rulebook and the one it extends, as one.
 *
 * What the other brought is kept as it is: this one can only put things under new names beside it, add to a rule
 * by a rule of its own, and move a parameter the stricter way. There is no way to write anything else.
 *
 * @returns undefined when `rulebook.yaml` cannot be read
 */
export function combine(
  folder: RulebookFolder,
  reading: FolderReading,
  here = '',
): Combined | undefined {
  const { files, parent } = folder;
  const source = files.get(manifestPath);
  const manifest = source && reading.yamlOf(source);
  if (!manifest) return undefined;
  const layer = { manifest, at: here, sources: new Set(files.values()) };
  if (!parent) return { files, trees: new Map(), layers: [layer] };
  const extended = textsOf(at(manifest, ['extends']).yaml)[0] ?? '';
  const base = combine(parent, reading, `${here}${extended.replace(/\/+$/u, '')}/`);
  if (!base || !reading.isOfKind('extension', manifest)) return undefined;

  const { to } = reading;
  distinct(manifest, base.layers);
  const all = new Map(base.files);
  const trees = new Map(base.trees);
  const ids = ruleIds();
  const additions: { readonly path: string; readonly after: string; readonly id: Yaml }[] = [];
  for (const [path, own] of files) if (path !== manifestPath) take(path, own);
  // a rule that was refused has no cases either
  for (const path of files.keys()) if (isRule(path) && !all.has(path)) all.delete(casesPath(path));
  widenSchemas(manifest, treeOf(manifestPath));
  const whole = manifestOf(manifest, treeOf(manifestPath));
  all.set(manifestPath, source);
  trees.set(manifestPath, whole);
  for (const { path, after, id } of additions) listRule(path, after, id);
  return { files: all, trees, layers: [...base.layers, layer] };

  /** Findings and reports tell rulebooks apart by their ids. */
  function distinct(own: Yaml, below: readonly Pick<Layer, 'manifest'>[]): void {
    const id = at(own, ['id']).yaml;
    const [name = ''] = textsOf(id);
    if (below.some((one) => textsOf(at(one.manifest, ['id']).yaml)[0] === name))
      to.error('rulebook/redefined', id.span, { what: 'rulebook', name });
  }

  function take(path: string, own: Source): void {
    const [top = ''] = path.split('/');
    const list = lists[path];
    const inherited = base?.files.has(path) ?? false;
    if (list && inherited) return join(path, own, list);
    if (path === 'reviewed.yaml' && inherited) return review(path, own);
    if (isRule(path)) return takeRule(path, own);
    if (top === 'parameters') {
      const yaml = reading.yamlOf(own);
      if (yaml?.kind === 'map' && field(yaml, 'moves')) return move(path, yaml);
    }
    if (!inherited) {
      all.set(path, own);
      const yaml = top === 'tables' ? reading.yamlOf(own) : undefined;
      if (yaml?.kind === 'map' && field(yaml, 'completes')) complete(yaml);
      return;
    }
    if (top === 'stages') {
      const step = path.endsWith('/step.yaml');
      return redefined(path, own, step ? 'step' : 'rule', path.split('/').at(step ? -2 : -1));
    }
    // notes beside the rulebook, such as CHANGELOG.md, are each rulebook's own
    if (top.endsWith('.md')) return;
    const name = /([^/]+?)(?:\.schema)?\.[a-z]+$/u.exec(path)?.[1];
    redefined(path, own, folders[top] ?? 'file', name);
  }

  function redefined(
    path: string,
    own: Source,
    what: ReferenceKind,
    name: string | undefined,
  ): void {
    const yaml = /\.(?:md|csv)$/u.test(path) ? undefined : reading.yamlOf(own);
    const first = yaml?.kind === 'map' ? yaml.entries[0]?.value.span : undefined;
    const span = first ?? { source: own, start: 0, end: 0 };
    to.error('rulebook/redefined', span, { what, name: name ?? path });
  }

  /** A list of the parent with the branch's own things behind it. */
  function join(
    path: string,
    own: Source,
    [kind, key, id, what]: readonly [FileKind, string, string, ReferenceKind],
  ): void {
    const yaml = reading.yamlOf(own);
    const old = treeOf(path);
    if (yaml?.kind !== 'map' || old?.kind !== 'map' || !reading.isOfKind(kind, yaml)) return;
    const known = new Set(itemsOf(old, key).map((item) => nameIn(item, id)));
    const fresh = itemsOf(yaml, key).filter((item) => {
      const name = nameIn(item, id);
      if (!known.has(name)) return true;
      to.error('rulebook/redefined', at(item, [id]).yaml.span, { what, name });
      return false;
    });
    const entries = old.entries.map((entry) => {
      if (entry.value.kind !== 'list') return entry;
      const more = entry.key.text === key ? fresh : itemsOf(yaml, entry.key.text);
      return { ...entry, value: listOf(entry.value, [...entry.value.items, ...more]) };
    });
    trees.set(path, { ...old, entries });
  }

  /** Each rulebook answers for the clauses of its own sources. */
  function review(path: string, own: Source): void {
    const yaml = reading.yamlOf(own);
    const old = treeOf(path);
    if (!yaml || old?.kind !== 'map' || !reading.isOfKind('reviewed', yaml)) return;
    const [known, fresh] = [old, yaml].map((one) => at(one, ['reviewed']).yaml);
    if (known?.kind !== 'map' || fresh?.kind !== 'map') return;
    const names = known.entries.map(({ key }) => key.text);
    const all = mapOf(known, [...known.entries, ...without(fresh, names)]);
    trees.set(path, withKey(old, 'reviewed', all));
  }

  function takeRule(path: string, own: Source): void {
    const yaml = reading.yamlOf(own);
    if (yaml?.kind !== 'map') return void all.set(path, own);
    const name = nameIn(yaml, 'rule');
    if (ids.has(name) || base?.files.has(path)) {
      const span = at(yaml, ['rule']).yaml.span;
      to.error('rulebook/redefined', span, { what: 'rule', name });
      return;
    }
    const adds = field(yaml, 'adds');
    if (!adds) return void all.set(path, own);
    if (!reading.isOfKind('addition', yaml)) return;
    const known = ids.get(nameIn(yaml, 'adds'));
    const old = known === undefined ? undefined : treeOf(known);
    if (known === undefined || old?.kind !== 'map') {
      unknown('rule', adds, ids.keys());
      return;
    }
    const params = { name: folderOfPath(path), wanted: folderOfPath(known) };
    if (params.name !== params.wanted) {
      to.error('rulebook/file-name', adds.span, params);
      return;
    }
    const added = addedRule(yaml, old, to);
    if (!added) return;
    all.set(path, own);
    trees.set(path, added);
    const id = field(yaml, 'rule');
    if (id) additions.push({ path, after: nameIn(yaml, 'adds'), id });
  }

  function move(path: string, yaml: YamlMap): void {
    if (!reading.isOfKind('movement', yaml)) return;
    const moves = field(yaml, 'moves');
    const old = treeOf(path);
    if (!moves) return;
    if (old?.kind !== 'map' || nameIn(old, 'parameter') !== nameIn(yaml, 'moves')) {
      const names = [...(base?.files.keys() ?? [])].flatMap(
        (file) => /^parameters\/([^/]+)\.yaml$/u.exec(file)?.[1] ?? [],
      );
      const name = nameIn(yaml, 'moves');
      if (names.includes(name)) {
        const is = /([^/]+)\.yaml$/u.exec(path)?.[1] ?? path;
        to.error('rulebook/file-name', moves.span, { name: is, wanted: name });
      } else unknown('parameter', moves, names);
      return;
    }
    const whole = wholeParameter(old);
    const moved = whole.kind === 'map' ? movedParameter(yaml, whole, to) : undefined;
    if (moved) trees.set(path, moved);
  }

  /** Where an open table of the parent's has no value, that of the branch's table is taken. */
  function complete(yaml: YamlMap): void {
    const [name, own] = [nameIn(yaml, 'completes'), nameIn(yaml, 'table')];
    const path = `tables/${name}.yaml`;
    const old = base?.files.has(path) === true ? treeOf(path) : undefined;
    const given = at(yaml, ['completes']).yaml;
    if (!old) {
      const names = [...(base?.files.keys() ?? [])].flatMap(
        (file) => /^tables\/([^/]+)\.yaml$/u.exec(file)?.[1] ?? [],
      );
      unknown('table', given, names);
    } else if (old.kind !== 'map' || !field(old, 'open')) {
      to.error('rulebook/closed', given.span, { name });
    } else {
      const whole = wholeTable(old);
      if (whole.kind === 'map') trees.set(path, completedTable(whole, own));
    }
  }

  /** What its files have beside the fields of the parent's. */
  function widenSchemas(own: Yaml, old: Yaml | undefined): void {
    const given = at(own, ['fields']);
    if (!given.whole || given.yaml.kind !== 'map') return;
    const subjects = old && at(old, ['subjects']).yaml;
    for (const { key, value } of given.yaml.entries) {
      const subject = subjects?.kind === 'map' ? field(subjects, key.text) : undefined;
      if (!subject) {
        const known = subjects?.kind === 'map' ? subjects.entries : [];
        unknown(
          'subject',
          key,
          known.map((entry) => entry.key.text),
        );
        continue;
      }
      const source = files.get(textsOf(value)[0] ?? '');
      const added = source && reading.yamlOf(source);
      const path = nameIn(subject, 'schema');
      const schema = treeOf(path);
      if (!source) to.error('rulebook/missing-file', value.span, { path: textsOf(value)[0] ?? '' });
      if (added?.kind !== 'map' || schema?.kind !== 'map') continue;
      const wider = widenedSchema(added, schema, to);
      if (wider) trees.set(path, wider);
    }
  }

  /** The parent's manifest with the names of this one, and the stages and steps that it puts in. */
  function manifestOf(own: Yaml, old: Yaml | undefined): Yaml {
    const data = plainOf(own) as ExtensionFile;
    let stages = old && at(old, ['stages']).yaml;
    const subjects = old && withEvents(at(old, ['subjects']).yaml, own, to);
    for (const [index, insert] of (data.insert ?? []).entries()) {
      const given = at(own, ['insert', String(index)]).yaml;
      const place = placeOf(insert, given);
      if (place === undefined || !stages) continue;
      if (insert.stages) stages = withStages(stages, place, at(given, ['stages']).yaml);
      else if (insert.steps) stages = withSteps(stages, place, at(given, ['steps']).yaml);
      else putRules(place, at(given, ['rules']).yaml);
    }
    for (const other of old ? otherSettings(data, plainOf(old) as RulebookFile) : [])
      to.error('rulebook/other-setting', at(own, [other.key]).yaml.span, other);
    const kept = own.kind === 'map' ? without(own, extensionKeys) : [];
    const inherited = old?.kind === 'map' ? without(old, ['note', 'issue', 'book', 'writer']) : [];
    const entries = [
      ...kept,
      ...inherited
        .filter(({ key }) => !kept.some((entry) => entry.key.text === key.text))
        .map((entry) => {
          const { text } = entry.key;
          const value = { stages, subjects, rules: ruleList() }[text];
          return value ? { ...entry, value } : entry;
        }),
    ];
    return mapOf(own, entries);
  }

  /** The rules of a rulebook without stages, with those that were put in. */
  function ruleList(): Yaml | undefined {
    const tree = treeOf(manifestPath);
    return tree?.kind === 'map' ? field(tree, 'rules') : undefined;
  }

  function placeOf(insert: InsertFile, given: Yaml): Insertion | undefined {
    const side = insert.after === undefined ? 'before' : 'after';
    const anchor = insert[side];
    for (const keys of [['after', 'before'] as const, ['stages', 'steps', 'rules'] as const]) {
      const has = keys.filter((key) => insert[key] !== undefined);
      if (has.length === 1) continue;
      const [one, other] = has.length === 0 ? keys.slice(-2) : has;
      to.error('rulebook/insert', given.span, { one: one ?? '', other: other ?? '' });
      return undefined;
    }
    return anchor === undefined ? undefined : { anchor, side, given: at(given, [side]).yaml };
  }

  function withStages(stages: Yaml, place: Insertion, added: Yaml): Yaml {
    if (stages.kind !== 'list' || added.kind !== 'list') return stages;
    const known = stages.items.map((stage) => nameIn(stage, 'stage'));
    const index = known.indexOf(place.anchor);
    if (index < 0) {
      unknown('stage', place.given, known);
      return stages;
    }
    const steps = stages.items.flatMap((stage) => textsOf(at(stage, ['steps']).yaml));
    const fresh = added.items.filter((stage) => {
      const id = at(stage, ['stage']).yaml;
      const again = itemsOf(stage, 'steps').filter((step) => steps.includes(nameOf(step)));
      const taken: readonly (readonly ['stage' | 'step', Yaml])[] = [
        ...(known.includes(nameOf(id)) ? [['stage', id] as const] : []),
        ...again.map((step) => ['step', step] as const),
      ];
      for (const [what, yaml] of taken)
        to.error('rulebook/redefined', yaml.span, { what, name: nameOf(yaml) });
      return taken.length === 0;
    });
    const start = index + (place.side === 'after' ? 1 : 0);
    return listOf(stages, stages.items.toSpliced(start, 0, ...fresh));
  }

  function withSteps(stages: Yaml, place: Insertion, names: Yaml): Yaml {
    if (stages.kind !== 'list' || names.kind !== 'list') return stages;
    const known = stages.items.flatMap((stage) => textsOf(at(stage, ['steps']).yaml));
    const fresh = names.items.filter((item) => {
      const [name = ''] = textsOf(item);
      if (!known.includes(name)) return true;
      to.error('rulebook/redefined', item.span, { what: 'step', name });
      return false;
    });
    if (!known.includes(place.anchor)) {
      unknown('step', place.given, known);
      return stages;
    }
    const items = stages.items.map((stage) => {
      const steps = at(stage, ['steps']).yaml;
      if (stage.kind !== 'map' || !textsOf(steps).includes(place.anchor)) return stage;
      return withKey(stage, 'steps', spliced(steps, place, fresh));
    });
    return listOf(stages, items);
  }

  function putRules(place: Insertion, names: Yaml): void {
    const step = stepWith(place.anchor);
    if (!step) unknown('rule', place.given, ids.keys());
    else if (names.kind === 'list') splice(step, place, names.items);
  }

  function listRule(path: string, after: string, id: Yaml): void {
    const folder = path.split('/').slice(0, -1).join('/');
    const step = folder === 'rules' ? manifestPath : `${folder}/step.yaml`;
    splice(step, { anchor: after, side: 'after', given: id }, [id]);
  }

  function splice(step: string, place: Insertion, items: readonly Yaml[]): void {
    const tree = treeOf(step);
    if (tree?.kind !== 'map') return;
    trees.set(step, withKey(tree, 'rules', spliced(at(tree, ['rules']).yaml, place, items)));
  }

  function stepWith(rule: string): string | undefined {
    const steps = [...all.keys()].filter(
      (path) => path === manifestPath || /^stages\/.*\/step\.yaml$/u.test(path),
    );
    return steps.find((path) => {
      const tree = treeOf(path);
      return tree !== undefined && textsOf(at(tree, ['rules']).yaml).includes(rule);
    });
  }

  function unknown(what: ReferenceKind, given: Yaml, known: Iterable<string>): void {
    const [name = ''] = textsOf(given);
    const params = { what, name, near: nearest(name, known) };
    to.error('rulebook/unknown-reference', given.span, params);
  }

  function treeOf(path: string): Yaml | undefined {
    const text = trees.has(path) ? undefined : all.get(path);
    return trees.get(path) ?? (text && reading.yamlOf(text));
  }

  function ruleIds(): ReadonlyMap<string, string> {
    const found = [...all.keys()].filter(isRule).map((path): [string, string] => {
      const tree = treeOf(path);
      return [tree ? nameIn(tree, 'rule') : path, path];
    });
    return new Map(found);
  }
}

/** What an extension says of how it builds on the other, which is no part of the whole. */
const extensionKeys = ['extends', 'builtOn', 'owner', 'insert', 'events', 'fields'];

/** Beside which stage, step or rule something goes. */
interface Insertion {
  readonly anchor: string;
  readonly side: 'before' | 'after';
  readonly given: Yaml;
}

function spliced(list: Yaml, { anchor, side }: Insertion, items: readonly Yaml[]): Yaml {
  if (list.kind !== 'list') return list;
  const index = textsOf(list).indexOf(anchor) + (side === 'after' ? 1 : 0);
  return listOf(list, list.items.toSpliced(index, 0, ...items));
}

function withKey(map: YamlMap, key: string, value: Yaml): YamlMap {
  const entries = map.entries.map((entry) =>
    entry.key.text === key ? { ...entry, value } : entry,
  );
  return { ...map, entries };
}

/** The types of event of a branch's own steps, beside those that the schema of the subject knows. */
function withEvents(subjects: Yaml, own: Yaml, to: Noted<RulebookProblems>): Yaml {
  const { yaml: types, whole } = at(own, ['events']);
  if (!whole || subjects.kind !== 'map' || types.kind !== 'map') return subjects;
  const entries = subjects.entries.map((entry) => {
    const { yaml: events, whole: has } = at(entry.value, ['events']);
    if (!has || events.kind !== 'map' || entry.value.kind !== 'map') return entry;
    const known = field(events, 'types');
    const more = known?.kind === 'map' ? known.entries : [];
    const names = new Set(more.map((entry) => entry.key.text));
    for (const { key } of types.entries)
      if (names.has(key.text))
        to.error('rulebook/redefined', key.span, { what: 'event', name: key.text });
    const key = { kind: 'text', text: 'types', plain: true, span: types.span } as const;
    const value = mapOf(types, [...more, ...types.entries]);
    const patched = mapOf(events, [...without(events, ['types']), { key, value }]);
    return { ...entry, value: withKey(entry.value, 'events', patched) };
  });
  return { ...subjects, entries };
}

function itemsOf(yaml: Yaml, key: string): YamlList['items'] {
  const { yaml: list, whole } = at(yaml, [key]);
  return whole && list.kind === 'list' ? list.items : [];
}

function nameIn(yaml: Yaml, key: string): string {
  return nameOf(at(yaml, [key]).yaml);
}

function nameOf(yaml: Yaml): string {
  return textsOf(yaml)[0] ?? '';
}
