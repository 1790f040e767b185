import type { Diagnostic } from '../base/diagnostic.ts';
import { keysOf } from '../base/pointer.ts';
import type { Span } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { parsePath, type PathStep } from '../dossier/path.ts';
import { type ContextType, type Field, fieldNames, type Type } from '../feel/types.ts';
import type { ProgramRule, RowsSubject } from '../program/ast.ts';
import type { Into } from '../yaml/edit.ts';
import { field, spanWithin, type Yaml, type YamlText } from '../yaml/tree.ts';
import type { CaseProblems } from './problems.ts';

/** A step into a file. */
interface Way {
  readonly into: Into;
  readonly step: PathStep;
  /** Of a step to an element: the field that tells the elements apart. */
  readonly key: string | undefined;
}

/** The way that a path of a case takes through its file, and where it leads nowhere. */
export interface Route {
  readonly path: string;
  readonly ways: readonly Way[];
  /** How many of the ways, at the beginning, the path does not write: those to the row judged. */
  readonly unwritten: number;
  /** What stands at its end: the field, or an element of it, with its type; undefined where it leads nowhere. */
  readonly end: Field | undefined;
  readonly fault: PathFault | undefined;
}

/** What is wrong with a path, and at which of its steps. */
export type PathFault = {
  readonly [C in keyof CaseProblems]: {
    readonly code: C;
    readonly params: CaseProblems[C];
    readonly step: number | undefined;
  };
}[keyof CaseProblems];

const routes = new WeakMap<ContextType, Map<string, Route>>();

/**
 * The way of a path of a case: of a rule on rows, a field of a row is that of the row judged, the first without `element`.
 * Elements are picked by the key of their list, or by position from 1.
 */
export function routeOf(
  path: string,
  { rows, subject }: Pick<ProgramRule, 'rows' | 'subject'>,
  element?: string,
): Route {
  const { type } = subject;
  if (rows) {
    const steps = parsePath(path);
    const [first] = steps ?? [];
    return steps && first && 'name' in first && fieldsOf(rows.variable.type)?.has(first.name)
      ? routeInRow(path, steps, rows, type, element)
      : routeAnew(path, type, fieldsOf(rows.variable.type) ?? []);
  }
  const known = routes.get(type) ?? new Map<string, Route>();
  routes.set(type, known);
  const route = known.get(path) ?? routeAnew(path, type);
  known.set(path, route);
  return route;
}

function fieldsOf(type: Type): ReadonlySet<string> | undefined {
  return type.kind === 'context' ? fieldNames(type) : undefined;
}

function routeInRow(
  path: string,
  steps: readonly PathStep[],
  rows: RowsSubject,
  type: ContextType,
  element: string | undefined,
): Route {
  const list = keysOf(rows.pointer).map((name): PathStep => ({ name }));
  const before = waysOf([...list, { element: element ?? '1' }], type, []).ways;
  const row = before.at(-1);
  const first: Into = { pick: (_, index) => index === 0 };
  const picked =
    element === undefined && row ? [...before.slice(0, -1), { ...row, into: first }] : before;
  const { ways, ...rest } = waysOf(steps, rows.variable.type, []);
  return { path, ways: [...picked, ...ways], unwritten: picked.length, ...rest };
}

/** @param others - names that may stand first besides those of the type */
function routeAnew(path: string, type: Type, others: Iterable<string> = []): Route {
  const steps = parsePath(path);
  if (!steps) {
    const fault: PathFault = { code: 'cases/not-a-path', params: { path }, step: undefined };
    return { path, ways: [], unwritten: 0, end: undefined, fault };
  }
  return { path, unwritten: 0, ...waysOf(steps, type, others) };
}

/** The ways of some steps from a type on; behind a step that leads nowhere, types are not known. */
function waysOf(
  steps: readonly PathStep[],
  root: Type,
  others: Iterable<string>,
): Pick<Route, 'ways' | 'end' | 'fault'> {
  let type: Type = root;
  let end: Field | undefined;
  let key: string | undefined;
  let fault: PathFault | undefined;
  const ways = steps.map((step, index): Way => {
    const before = writtenOf(steps.slice(0, index));
    const path = writtenOf(steps);
    const own = key;
    key = undefined;
    const wrong = (): undefined => {
      if (type.kind === 'any') return;
      const is = type.kind === 'list' ? 'list' : type.kind === 'context' ? 'record' : 'value';
      fault ??= { code: 'cases/wrong-step', params: { path, of: before, is }, step: index };
    };
    if ('name' in step) {
      const found = type.kind === 'context' ? type.fields.get(step.name) : undefined;
      if (type.kind === 'context' && !found) {
        const near = nearest(step.name, [...type.fields.keys(), ...(index === 0 ? others : [])]);
        const params = { path, name: step.name, of: before, near };
        fault ??= { code: 'cases/unknown-path', params, step: index };
      } else if (!found) wrong();
      key = found?.key;
      end = found;
      type = found?.type ?? { kind: 'any' };
      return { into: { key: step.name }, step, key: undefined };
    }
    if (type.kind === 'list') {
      type = type.of;
      end = end && { ...end, type };
    } else {
      wrong();
      type = { kind: 'any' };
    }
    const pick = (item: Yaml, at: number) => nameOf(item, at, own) === step.element;
    return { into: { pick }, step, key: own };
  });
  return { ways, end: fault ? undefined : end, fault };
}

/** What an element is called in paths: by the key of its list, else by its position from 1. */
function nameOf(item: Yaml, index: number, key: string | undefined): string {
  const value = key !== undefined && item.kind === 'map' ? field(item, key) : undefined;
  return value?.kind === 'text' ? value.text : String(index + 1);
}

/** A path as it is written. */
function writtenOf(steps: readonly PathStep[]): string {
  return steps.reduce(
    (path, step) =>
      'element' in step
        ? `${path}[${step.element}]`
        : path === ''
          ? step.name
          : `${path}.${step.name}`,
    '',
  );
}

/** What stands at the end of a route in a file; undefined where it leads nowhere. */
export function valueAt(root: Yaml, { ways }: Route): Yaml | undefined {
  let yaml: Yaml | undefined = root;
  for (const { into } of ways) {
    if (!yaml) return undefined;
    if ('key' in into) yaml = yaml.kind === 'map' ? field(yaml, into.key) : undefined;
    else yaml = yaml.kind === 'list' ? yaml.items.find(into.pick) : undefined;
  }
  return yaml;
}

/** Whether what stands at the end of a route tells an element of a list from the others, or is one. */
export function namesElement({ ways }: Route): boolean {
  const [before, last] = [ways.at(-2), ways.at(-1)];
  return (
    last !== undefined &&
    ('element' in last.step || (before?.key !== undefined && before.key === last.step.name))
  );
}

/** Where a route that its types allow leads nowhere in a file: to an element that is not there, or into a plain value. */
export function faultIn(root: Yaml, { path, ways, unwritten }: Route): PathFault | undefined {
  let yaml = root;
  for (const [index, { into, key }] of ways.entries()) {
    const before = writtenOf(ways.slice(0, index).map((way) => way.step));
    const wrong = (is: 'list' | 'record' | 'value'): PathFault => {
      const params = { path, of: before, is };
      return { code: 'cases/wrong-step', params, step: index - unwritten };
    };
    const is = yaml.kind === 'text' ? 'value' : yaml.kind === 'list' ? 'list' : 'record';
    let next: Yaml | undefined;
    if ('key' in into) {
      if (yaml.kind !== 'map') return wrong(is);
      next = field(yaml, into.key);
      // the rest is not there either
      if (!next) {
        const left = ways.slice(index + 1).findIndex((way) => 'pick' in way.into);
        return left < 0 ? undefined : noElement(index + 1 + left, []);
      }
    } else {
      if (yaml.kind !== 'list') return wrong(is);
      next = yaml.items.find(into.pick);
      if (!next)
        return noElement(
          index,
          yaml.items.map((item, at) => nameOf(item, at, key)),
        );
    }
    yaml = next;
  }
  return undefined;

  function noElement(index: number, elements: readonly string[]): PathFault {
    const steps = ways.map((way) => way.step);
    const step = steps[index];
    const element = step && 'element' in step ? step.element : '';
    const of = writtenOf(steps.slice(0, index));
    const params = { of, element, elements, near: nearest(element, elements) };
    return { code: 'cases/no-element', params, step: index - unwritten };
  }
}

/** What is wrong with a path as a diagnostic, at the step of the path where it is wrong. */
export function atStep(
  { step, ...fault }: PathFault,
  { ways, unwritten }: Route,
  text: YamlText,
): Diagnostic<CaseProblems> {
  const steps = ways.slice(unwritten).map((way) => way.step);
  return { ...fault, severity: 'error', span: spanOfStep() };

  function spanOfStep(): Span {
    const wrong = step === undefined ? undefined : steps[step];
    if (!wrong) return text.span;
    const end = writtenOf(steps.slice(0, (step ?? 0) + 1)).length;
    return 'name' in wrong
      ? spanWithin(text, end - wrong.name.length, end)
      : spanWithin(text, end - 1 - wrong.element.length, end - 1);
  }
}
