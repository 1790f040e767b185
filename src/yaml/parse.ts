import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';

import { type Checked, noted } from '../base/diagnostic.ts';
import { invariant } from '../base/invariant.ts';
import type { Source, Span } from '../base/source.ts';
import { jsonFault } from './json.ts';
import type { YamlProblems } from './problems.ts';
import { type YamlSlip, yamlSlipIn } from './slips.ts';
import type { Yaml, YamlEntry, YamlMap, YamlText } from './tree.ts';

/** Longest text read, in UTF-16 units: far above any rule or dossier, far below what would stop the machine. */
export const maxLength = 8_000_000;
/** Deepest nesting of lists and maps. */
export const maxDepth = 64;
/** Things wrong with one file that are told of, at most. */
const mostProblems = 50;

/** Of files that are JSON by their name, a record a line among them. */
const jsonName = /\.(?:json|ndjson|jsonl)(?:\.gz)?$/iu;

function isJson({ name, text }: Source): boolean {
  return jsonName.test(name) || /^\s*[{[]/u.test(text);
}

function placeOf({ start, end }: YamlSlip): { readonly start: number; readonly end: number } {
  return { start, end };
}

/** Keys that mean something to JavaScript itself; no field is called so. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

const parsedOf = new WeakMap<Yaml, Source>();

/** The text that `parseYaml` made a map of, where nothing was wrong with it: it would make the same again. */
export function textOfTree(tree: Yaml): Source | undefined {
  return parsedOf.get(tree);
}

/** The map of a text that was parsed without faults before, parsed again when something asks what is in it. */
export function treeOfText(source: Source): YamlMap {
  let parsed: Yaml | undefined;
  const whole = (): YamlMap => {
    parsed ??= parseYaml(source).value;
    invariant(parsed?.kind === 'map', 'a text without faults is the same map the next time');
    return parsed;
  };
  const tree: YamlMap = {
    kind: 'map',
    get span() {
      return whole().span;
    },
    get entries() {
      return whole().entries;
    },
  };
  parsedOf.set(tree, source);
  return tree;
}

/**
 * Reads one YAML document, or a JSON text, which YAML 1.2 includes.
 *
 * Plain YAML only: an anchor, alias, tag or second document is an error, and so is a key used twice.
 *
 * @returns undefined when there is no value to go on with; what is wrong is in the diagnostics
 */
export function parseYaml(source: Source): Checked<Yaml | undefined, YamlProblems> {
  const { diagnostics, error: note } = noted<YamlProblems>();
  const error: typeof note = (...problem) => {
    if (diagnostics.length < mostProblems) note(...problem);
  };
  const failed = { value: undefined, diagnostics };
  if (source.text.length > maxLength) {
    const params = { length: source.text.length, limit: maxLength };
    error('yaml/too-long', { source, start: 0, end: 0 }, params);
    return failed;
  }
  let events: readonly Event[];
  try {
    events = parseEvents(source.text, { filename: source.name, maxDepth });
  } catch (thrown) {
    if (!(thrown instanceof YAMLException)) throw thrown;
    const start = Math.min(thrown.mark?.position ?? 0, source.text.length);
    const span = { source, start, end: Math.min(start + 1, source.text.length) };
    if (thrown.reason.startsWith('nesting exceeded'))
      error('yaml/too-deep', span, { limit: maxDepth });
    else {
      const slip = isJson(source) ? undefined : yamlSlipIn(source.text, start);
      const { reason } = slip ?? thrown;
      error(
        'yaml/syntax',
        { ...span, ...(slip && placeOf(slip)) },
        { reason },
        slip?.fix && { fix: slip.fix },
      );
    }
    return failed;
  }
  const documents = events.filter(({ type }) => type === EVENT_ID.DOCUMENT).length;
  let next = 1; // after the event that opens the document
  let reached = 0; // end of the last text read: where a value that is not there would have been
  let aliased = false; // a file that uses aliases uses many, and the first says it all
  const value = node();
  if (documents > 1) {
    const start = Math.max(source.text.indexOf('\n---', reached) + 1, 0);
    error('yaml/several-documents', { source, start, end: start + 3 }, {});
  }
  if (!value || (value.kind === 'text' && value.plain && value.text === '')) {
    if (diagnostics.length === 0) error('yaml/empty', { source, start: 0, end: 0 }, {});
    return failed;
  }
  const fault =
    diagnostics.length === 0 && jsonName.test(source.name) ? jsonFault(source.text) : undefined;
  if (fault) {
    const { why, start, end } = fault;
    error('yaml/not-json', { source, start, end }, { why, found: source.text.slice(start, end) });
    return failed;
  }
  if (diagnostics.length === 0 && value.kind === 'map') parsedOf.set(value, source);
  return { value, diagnostics };

  function node(): Yaml | undefined {
    const event = events[next];
    next += 1;
    if (!event) return undefined;
    switch (event.type) {
      case EVENT_ID.SCALAR: {
        refuseTag(event);
        const missing = event.valueStart < 0;
        const start = missing ? reached : event.valueStart;
        const end = missing ? reached : event.valueEnd;
        reached = end;
        const text = missing ? '' : getScalarValue(source.text, event);
        return {
          kind: 'text',
          span: { source, start, end },
          text,
          plain: event.style === SCALAR_STYLE.PLAIN,
        };
      }
      case EVENT_ID.SEQUENCE: {
        refuseTag(event);
        const items: Yaml[] = [];
        for (let item = node(); item; item = node()) items.push(item);
        return { kind: 'list', span: cover(event.start), items };
      }
      case EVENT_ID.MAPPING: {
        refuseTag(event);
        return { kind: 'map', entries: entries(), span: cover(event.start) };
      }
      case EVENT_ID.ALIAS: {
        const span = { source, start: event.anchorStart - 1, end: event.anchorEnd };
        refuseAlias(span);
        reached = span.end;
        return { kind: 'text', span, text: source.text.slice(span.start, span.end), plain: true };
      }
      case EVENT_ID.POP:
      case EVENT_ID.DOCUMENT:
        return undefined;
      default:
        return undefined;
    }
  }

  function entries(): readonly YamlEntry[] {
    const found: YamlEntry[] = [];
    const keys = new Map<string, YamlText>();
    for (let key = node(); key; key = node()) {
      const value = node();
      invariant(value, 'every key has a value, if an empty one');
      if (key.kind !== 'text') {
        error('yaml/complex-key', key.span, {});
        continue;
      }
      const first = keys.get(key.text);
      if (forbidden.has(key.text)) error('yaml/forbidden-key', key.span, { key: key.text });
      else if (first)
        error('yaml/duplicate-key', key.span, { key: key.text }, { related: [first.span] });
      else {
        keys.set(key.text, key);
        found.push({ key, value });
      }
    }
    return found;
  }

  function refuseTag(event: {
    tagStart: number;
    tagEnd: number;
    anchorStart: number;
    anchorEnd: number;
  }) {
    if (event.tagStart >= 0) {
      const span = { source, start: event.tagStart, end: event.tagEnd };
      error('yaml/tag', span, { tag: source.text.slice(span.start, span.end) });
    }
    if (event.anchorStart >= 0) {
      refuseAlias({ source, start: event.anchorStart - 1, end: event.anchorEnd });
    }
  }

  function refuseAlias(span: Span) {
    if (!aliased) error('yaml/alias', span, { anchor: source.text.slice(span.start, span.end) });
    aliased = true;
  }

  function cover(start: number): Span {
    return { source, start, end: Math.max(start, reached) };
  }
}
