import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import type { Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { dossierFromYaml, type PartsRead } from '../dossier/from-yaml.ts';
import { notCaptured } from '../dossier/not-captured.ts';
import type { DossierProblems } from '../dossier/problems.ts';
import { verifiedNone } from '../dossier/verified.ts';
import type { Core } from '../feel/core.ts';
import type { ContextType, Field } from '../feel/types.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { type Entry, spanOf } from '../rulebook/ast.ts';
import type { CaseFile, CasesFile } from '../rulebook/files.ts';
import { at, field, scalarKind, type Yaml, type YamlText } from '../yaml/tree.ts';
import { type Change, filesOfCase, type FileOfCase, textsIn } from './files.ts';
import { atStep, faultIn, namesElement, type PathFault, routeOf, valueAt } from './paths.ts';
import type { CaseProblems } from './problems.ts';

export type CaseFault = Diagnostic<CaseProblems & DossierProblems>;

const partsRead = new WeakMap<Program, PartsRead>();

/** Cases change little of the few files that they start from: the rest is read once. */
export function partsOf(program: Program): PartsRead {
  const parts = partsRead.get(program) ?? new WeakMap();
  partsRead.set(program, parts);
  return parts;
}

/** What is wrong with the cases of all rules: each is held to be a dossier, and to tell something. */
export function* caseFaults(program: Program, memory: Memory = noMemory): Generator<CaseFault> {
  const told = new Set<CaseFault>();
  for (const rule of program.rules) {
    const faults = memory.of('cases', [rule], () => faultsOfCases(program, rule));
    for (const fault of faults.flat()) {
      // what is wrong with a base is so in all that start from it
      if (!told.has(fault)) yield fault;
      told.add(fault);
    }
  }
}

/** What is wrong with the cases beside a rule, by case: with one that has faults, nothing is shown. */
export function faultsOfCases(
  program: Program,
  rule: ProgramRule,
): readonly (readonly CaseFault[])[] {
  const { cases: entry } = rule.rule;
  // a file whose fields nobody knows is told of elsewhere
  if (!entry || rule.subject.type.fields.size === 0) return [];
  const said: Said = { titles: new Map(), cases: new Map() };
  return entry.data.cases.map((one, index) => {
    const files = filesOfCase(program, rule, entry, one, index);
    // that a base is not there is told elsewhere
    if (files.some(({ lacksBase }) => lacksBase)) return [];
    return [
      ...files.flatMap((file) => [
        ...file.faults,
        ...valuesIn(file, rule, entry, index, partsOf(program)),
      ]),
      ...marked(entry, index, files, rule),
      ...expected(entry, index, files, rule, program),
      ...strayKeys(entry, one, index, files, rule),
      ...(isWithoutChange(files) ? [noChange(entry, one, index)] : []),
      ...twice(entry, one, index, said),
    ];
  });
}

/** What is wrong with the values of a file, as any dossier is told; what the case says is malformed may be so. */
function valuesIn(
  file: FileOfCase,
  { subject: { type } }: ProgramRule,
  entry: Entry<CasesFile>,
  index: number,
  parts: PartsRead,
): readonly CaseFault[] {
  const { base, yaml, changes, faults } = file;
  const own = base ? problemsOfBase(base, type, parts) : [];
  // without what cannot be made it is another file
  if (faults.length > 0) return own;
  if (!bearsOnTheWhole(file, type)) return [...own, ...changes.flatMap(valueGiven)];
  const known = new Set(own.map(keyOf));
  const meant = changes.filter(({ malformed }) => malformed);
  const { diagnostics } = dossierFromYaml(yaml, type, parts);
  return [
    ...own,
    ...diagnostics.flatMap((problem): readonly CaseFault[] => {
      if (known.has(keyOf(problem)) || meant.some((change) => isIn(problem.span, change)))
        return [];
      if (problem.span.source === entry.yaml.span.source) return [problem];
      // a change may make wrong what stands in the base
      return [{ ...problem, span: titleOf(entry, index), related: [problem.span] }];
    }),
  ];
}

/** Whether what is wrong with a file cannot be told by the values that a case gives, one by one. */
function bearsOnTheWhole({ base, yaml, changes }: FileOfCase, type: ContextType): boolean {
  return (
    base === undefined ||
    yaml.entries.some(({ key }) => key.text === verifiedNone || key.text === notCaptured) ||
    [...type.fields.values()].some(({ needed }) => needed) ||
    changes.some(({ value, route }) => value !== undefined && namesElement(route))
  );
}

const alone = new WeakMap<Field, ContextType>();

/** What is wrong with a value that a case gives: it is read as a file of that field alone. */
function valueGiven({ value, route: { end }, malformed }: Change): readonly CaseFault[] {
  if (!value || !end || malformed) return [];
  const type = alone.get(end) ?? { kind: 'context', fields: new Map([[end.name, end]]) };
  alone.set(end, type);
  const key: YamlText = { kind: 'text', text: end.name, plain: true, span: value.span };
  return dossierFromYaml({ kind: 'map', span: value.span, entries: [{ key, value }] }, type)
    .diagnostics;
}

const ofBases = new WeakMap<Yaml, Map<ContextType, readonly CaseFault[]>>();

/** What is wrong with a file that cases start from, the same objects whenever it is asked. */
function problemsOfBase(base: Yaml, type: ContextType, parts: PartsRead): readonly CaseFault[] {
  const byType = ofBases.get(base) ?? new Map<ContextType, readonly CaseFault[]>();
  ofBases.set(base, byType);
  const problems = byType.get(type) ?? dossierFromYaml(base, type, parts).diagnostics;
  byType.set(type, problems);
  return problems;
}

function keyOf({ code, span }: CaseFault): string {
  return `${code} ${span.start} ${span.source.name}`;
}

function isIn({ source, start, end }: Span, { value }: Change): boolean {
  const own = value?.span;
  return own?.source === source && own.start <= start && end <= own.end;
}

/** What a case says is malformed, and is not. */
function marked(
  entry: Entry<CasesFile>,
  index: number,
  files: readonly FileOfCase[],
  { subject: { type } }: ProgramRule,
): readonly CaseFault[] {
  const places = [
    ['cases', String(index)],
    ...files.map((_, position) => ['cases', String(index), 'dossiers', String(position)]),
  ];
  return places.flatMap((keys) => {
    const list = at(entry.yaml, [...keys, 'malformed']);
    if (!list.whole) return [];
    const given = at(entry.yaml, [...keys, 'with']);
    const paths = given.whole && given.yaml.kind === 'map' ? given.yaml.entries : [];
    return textsIn(list.yaml).flatMap((item): readonly CaseFault[] => {
      const { text, span } = item;
      if (paths.some(({ key }) => key.text === text) && files.some((file) => isWrong(file, text)))
        return [];
      const near = nearest(
        text,
        paths.flatMap(({ key }) => (key.text === text ? [] : [key.text])),
      );
      return [
        { code: 'cases/not-malformed', severity: 'error', span, params: { path: text, near } },
      ];
    });
  });

  function isWrong({ yaml, changes }: FileOfCase, path: string): boolean {
    const { diagnostics } = dossierFromYaml(yaml, type);
    return changes
      .filter((change) => change.malformed && change.path.text === path)
      .some((change) => diagnostics.some(({ span }) => isIn(span, change)));
  }
}

/** The paths that a case expects to be missing: fields that there are, or names of what has no value on a day. */
function expected(
  entry: Entry<CasesFile>,
  index: number,
  files: readonly FileOfCase[],
  rule: ProgramRule,
  { references, codeSets }: Program,
): readonly CaseFault[] {
  const own = ['cases', String(index)];
  const places = [
    [...own, 'expect'],
    ...Object.keys(entry.data.cases[index]?.days ?? {}).map((day) => [...own, 'days', day]),
  ];
  const items = places.flatMap((keys) => {
    const list = at(entry.yaml, [...keys, 'cannot-tell']);
    return list.whole ? textsIn(list.yaml) : [];
  });
  const { group, subject } = rule;
  // of a group, which of its files stand where is told by judging it
  const root = group ? { subject: group.subject, rows: undefined } : { subject, rows: rule.rows };
  const [first] = group ? [] : files;
  return items.flatMap((item): readonly CaseFault[] => {
    const { text } = item;
    if (text === rule.id || references.has(text) || codeSets.has(text)) return [];
    const route = routeOf(text, root);
    const fault = route.fault ?? (first && route.unwritten === 0 && faultIn(first.yaml, route));
    if (!fault) return [];
    const names = [rule.id, ...references.keys(), ...codeSets.keys()];
    return [atStep(withNames(fault, names), route, item)];
  });
}

/** A name at the top may be meant for that of a rule, definition, parameter, table or code set. */
function withNames(fault: PathFault, names: readonly string[]): PathFault {
  if (fault.code !== 'cases/unknown-path' || fault.params.of !== '') return fault;
  const near = fault.params.near ?? nearest(fault.params.name, names);
  return { ...fault, params: { ...fault.params, near } };
}

/** Keys that mean nothing to the rule: an element where none is judged, files where they are not judged together. */
function strayKeys(
  entry: Entry<CasesFile>,
  { element, dossiers }: CaseFile,
  index: number,
  files: readonly FileOfCase[],
  rule: ProgramRule,
): readonly CaseFault[] {
  const found: CaseFault[] = [];
  const stray = (key: 'element' | 'dossiers') => {
    const span = spanOf(entry, 'cases', index, key);
    found.push({
      code: 'cases/stray-key',
      severity: 'error',
      span,
      params: { rule: rule.id, key },
    });
  };
  if (dossiers && !rule.group) stray('dossiers');
  if (element === undefined) return found;
  if (!rule.each) stray('element');
  const path = rule.each && !rule.group ? listPath(rule.each.list.core) : undefined;
  const [file] = files;
  // an element without a key goes by its position
  if (path === undefined || !file || /^#?\d+$/u.test(element)) return found;
  const route = routeOf(`${path}[${element}]`, { subject: rule.subject, rows: undefined });
  // a list that is not there has no elements: what the rule says of that is what the case is about
  if (valueAt(file.yaml, routeOf(path, { subject: rule.subject, rows: undefined })) === undefined)
    return found;
  const fault = faultIn(file.yaml, route);
  if (fault) {
    const span = spanOf(entry, 'cases', index, 'element');
    found.push({
      ...atStep(fault, route, { kind: 'text', span, text: element, plain: true }),
      span,
    });
  }
  return found;
}

/** The path of the list, whole, whose elements an expression gives; undefined for what is made of several. */
function listPath(core: Core): string | undefined {
  if (core.kind === 'filter') return listPath(core.list);
  if (core.kind !== 'field') return undefined;
  if (core.of.kind === 'file') return core.field.name;
  const before = listPath(core.of);
  return before === undefined || core.of.type.kind === 'list'
    ? undefined
    : `${before}.${core.field.name}`;
}

/** Whether all that a case changes is so in its base already; a case that changes nothing is its base's own. */
function isWithoutChange(files: readonly FileOfCase[]): boolean {
  return (
    files.some(({ changes }) => changes.length > 0) &&
    files.every(
      ({ base, yaml, faults }) => faults.length === 0 && base !== undefined && isSame(base, yaml),
    )
  );
}

/** Whether two trees say the same, as it is written. */
function isSame(a: Yaml, b: Yaml): boolean {
  if (a === b) return true;
  if (a.kind === 'text')
    return b.kind === 'text' && a.text === b.text && scalarKind(a) === scalarKind(b);
  if (a.kind === 'list')
    return (
      b.kind === 'list' &&
      a.items.length === b.items.length &&
      a.items.every((item, index) => {
        const other = b.items[index];
        return other !== undefined && isSame(item, other);
      })
    );
  return (
    b.kind === 'map' &&
    a.entries.length === b.entries.length &&
    a.entries.every((entry, index) => {
      // most stand where they stood
      const there = b.entries[index];
      if (entry === there) return true;
      const other = there?.key.text === entry.key.text ? there.value : field(b, entry.key.text);
      return other !== undefined && isSame(entry.value, other);
    })
  );
}

function noChange(entry: Entry<CasesFile>, one: CaseFile, index: number): CaseFault {
  const base = one.base ?? entry.data.base ?? '';
  return {
    code: 'cases/no-change',
    severity: 'error',
    span: titleOf(entry, index),
    params: { base },
  };
}

/** What the cases of a rule have said, each with the number of the case that said it. */
interface Said {
  readonly titles: Map<string, number>;
  readonly cases: Map<string, number>;
}

/** What another case of the rule said before. */
function twice(
  entry: Entry<CasesFile>,
  one: CaseFile,
  index: number,
  said: Said,
): readonly CaseFault[] {
  const found: CaseFault[] = [];
  const alike = Object.entries(one.title).flatMap(([language, title]) => {
    const key = `${language} ${title}`;
    const first = said.titles.get(key);
    if (first !== undefined) return [{ language, title, first }];
    said.titles.set(key, index);
    return [];
  });
  // titles that are equal in all languages are one slip
  for (const { language, first: other } of alike.slice(0, 1)) {
    const span = spanOf(entry, 'cases', index, 'title', language);
    const related = [spanOf(entry, 'cases', other, 'title', language)];
    const title = Object.fromEntries(alike.map((same) => [same.language, same.title]));
    found.push({ code: 'cases/same-title', severity: 'error', span, params: { title }, related });
  }
  const written = writtenOf(entry, index);
  const first = said.cases.get(written);
  if (first === undefined) said.cases.set(written, index);
  else {
    const span = titleOf(entry, index);
    const related = [titleOf(entry, first)];
    found.push({ code: 'cases/same-case', severity: 'error', span, params: {}, related });
  }
  return found;
}

/** All that makes a case what it is, as it is written. */
function writtenOf({ data, yaml }: Entry<CasesFile>, index: number): string {
  const one = at(yaml, ['cases', String(index)]).yaml;
  if (one.kind !== 'map') return '';
  const parts = one.entries.filter(({ key }) => !besides.has(key.text));
  const base = parts.some(({ key }) => key.text === 'base') ? '' : `base: ${data.base}\n`;
  return (
    base +
    parts
      .map(({ key, value }) => `${key.text}: ${flow(value)}\n`)
      .toSorted()
      .join('')
  );
}

/** A tree in one line, scalars as they are written: 3.0 is not 3 for a rule that asks how a number is written. */
function flow(yaml: Yaml): string {
  switch (yaml.kind) {
    case 'text':
      return `${scalarKind(yaml)} ${JSON.stringify(yaml.text)}`;
    case 'list':
      return `[${yaml.items.map(flow).join()}]`;
    case 'map':
      return `{${yaml.entries.map(({ key, value }) => `${JSON.stringify(key.text)}:${flow(value)}`).join()}}`;
  }
}

/** Keys of a case that say what it is about, and not what it is. */
const besides: ReadonlySet<string> = new Set(['title', 'expect', 'days', 'dispute']);

function titleOf(entry: Entry<CasesFile>, index: number): Span {
  return spanOf(entry, 'cases', index, 'title');
}
