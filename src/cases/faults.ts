import type { Diagnostic } from '../base/diagnostic.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import { type Span, textOf } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { dossierFromYaml } from '../dossier/from-yaml.ts';
import { notCaptured } from '../dossier/not-captured.ts';
import type { DossierProblems } from '../dossier/problems.ts';
import { verifiedNone } from '../dossier/verified.ts';
import type { Core } from '../feel/core.ts';
import type { ContextType } from '../feel/types.ts';
import type { Program, ProgramRule } from '../program/ast.ts';
import { type Entry, spanOf } from '../rulebook/ast.ts';
import type { CaseFile, CasesFile } from '../rulebook/files.ts';
import { at, scalarKind, type Yaml, type YamlMap } from '../yaml/tree.ts';
import { type Change, filesOfCase, type FileOfCase, textsIn } from './files.ts';
import { atStep, faultIn, type PathFault, routeOf, valueAt } from './paths.ts';
import type { CaseProblems } from './problems.ts';

export type CaseFault = Diagnostic<CaseProblems & DossierProblems>;

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
  const seen = { titles: new Map<string, Span>(), cases: new Map<string, Span>() };
  return entry.data.cases.map((one, index) => {
    const files = filesOfCase(program, rule, entry, one, index);
    // that a base is not there is told elsewhere
    if (files.some(({ lacksBase }) => lacksBase)) return [];
    return [
      ...files.flatMap((file) => [...file.faults, ...valuesIn(file, rule, entry, index)]),
      ...marked(entry, index, files, rule),
      ...expected(entry, index, files, rule, program),
      ...strayKeys(entry, one, index, files, rule),
      ...(isWithoutChange(files) ? [noChange(entry, one, index)] : []),
      ...twice(entry, one, index, seen),
    ];
  });
}

/** What is wrong with the values of a file, as any dossier is told; what the case says is malformed may be so. */
function valuesIn(
  { base, yaml, changes, faults }: FileOfCase,
  { subject: { type } }: ProgramRule,
  entry: Entry<CasesFile>,
  index: number,
): readonly CaseFault[] {
  const own = base ? problemsOfBase(base, type) : [];
  // without what cannot be made it is another file
  if (faults.length > 0) return own;
  const known = new Set(own.map(keyOf));
  const { diagnostics } = dossierFromYaml(base ? changedPart(yaml, base, type) : yaml, type);
  const meant = changes.filter(({ malformed }) => malformed);
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

const ofBases = new WeakMap<Yaml, Map<ContextType, readonly CaseFault[]>>();

/** What is wrong with a file that cases start from, the same objects whenever it is asked. */
function problemsOfBase(base: Yaml, type: ContextType): readonly CaseFault[] {
  const byType = ofBases.get(base) ?? new Map<ContextType, readonly CaseFault[]>();
  ofBases.set(base, byType);
  const problems = byType.get(type) ?? dossierFromYaml(base, type).diagnostics;
  byType.set(type, problems);
  return problems;
}

/** As much of a file as has to be read again: what it has from its base was read with that, unless it bears on the whole. */
function changedPart(yaml: YamlMap, base: Yaml, type: ContextType): YamlMap {
  const whole = [verifiedNone, notCaptured];
  if (yaml.entries.some(({ key }) => whole.includes(key.text))) return yaml;
  if ([...type.fields.values()].some(({ needed }) => needed)) return yaml;
  const entries = new Set(base.kind === 'map' ? base.entries : []);
  const changed = yaml.entries.filter((one) => !entries.has(one));
  // a file without a field is none
  return changed.some(({ key }) => type.fields.has(key.text))
    ? { ...yaml, entries: changed }
    : yaml;
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
  const list = at(entry.yaml, ['cases', String(index), 'expect', 'cannot-tell']);
  if (!list.whole) return [];
  const { group, subject } = rule;
  // of a group, which of its files stand where is told by judging it
  const root = group ? { subject: group.subject, rows: undefined } : { subject, rows: rule.rows };
  const [first] = group ? [] : files;
  return textsIn(list.yaml).flatMap((item): readonly CaseFault[] => {
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
  if (b.kind !== 'map' || a.entries.length !== b.entries.length) return false;
  const others = new Map(b.entries.map(({ key, value }) => [key.text, value]));
  return a.entries.every(({ key, value }) => {
    const other = others.get(key.text);
    return other !== undefined && isSame(value, other);
  });
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

/** What another case of the rule said before. */
function twice(
  entry: Entry<CasesFile>,
  one: CaseFile,
  index: number,
  seen: { readonly titles: Map<string, Span>; readonly cases: Map<string, Span> },
): readonly CaseFault[] {
  const found: CaseFault[] = [];
  for (const [language, title] of Object.entries(one.title)) {
    const span = spanOf(entry, 'cases', index, 'title', language);
    const key = `${language} ${title}`;
    const first = seen.titles.get(key);
    if (!first) seen.titles.set(key, span);
    // titles that are equal in all languages are one slip
    else if (found.length === 0)
      found.push({
        code: 'cases/same-title',
        severity: 'error',
        span,
        params: { title },
        related: [first],
      });
  }
  const title = titleOf(entry, index);
  const own = writtenOf(entry, index);
  const first = seen.cases.get(own);
  if (!first) seen.cases.set(own, title);
  else
    found.push({
      code: 'cases/same-case',
      severity: 'error',
      span: title,
      params: {},
      related: [first],
    });
  return found;
}

/** All of a case that makes it what it is, as it is written. */
function writtenOf({ data, yaml }: Entry<CasesFile>, index: number): string {
  const keys = ['base', 'with', 'without', 'dossiers', 'element', 'answer'];
  const parts = keys.map((key) => {
    const part = at(yaml, ['cases', String(index), key]);
    if (part.whole) return textOf(part.yaml.span);
    return key === 'base' ? data.base : undefined;
  });
  return JSON.stringify(parts);
}

function titleOf(entry: Entry<CasesFile>, index: number): Span {
  return spanOf(entry, 'cases', index, 'title');
}
