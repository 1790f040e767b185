import { invariant } from '../base/invariant.ts';
import type { Source } from '../base/source.ts';
import type { Yaml, YamlEntry, YamlList, YamlMap, YamlText } from './tree.ts';

const [openMap, closeMap, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const [quote, comma, colon, backslash] = [0x22, 0x2c, 0x3a, 0x5c];
const signsAndMarks = new Set([openMap, closeMap, openList, closeList, comma, colon]);

/**
 * The tree that `parseYaml` makes of a JSON text, many times faster: what stands inside a record or list is read when
 * somebody first looks at it.
 *
 * @param source - JSON, as `JSON.parse` takes it, with no key twice in one record
 */
export function treeOfJson(source: Source): Yaml {
  const { text } = source;
  let at = 0;
  skipBlanks();
  return value();

  function value(): Yaml {
    switch (text.charCodeAt(at)) {
      case openMap:
        return map(at, skip());
      case openList:
        return list(at, skip());
      case quote:
        return quoted();
      default:
        return plain();
    }
  }

  function map(start: number, end: number): YamlMap {
    let entries: readonly YamlEntry[] | undefined;
    return {
      kind: 'map',
      span: { source, start, end },
      get entries() {
        entries ??= entriesFrom(start);
        return entries;
      },
    };
  }

  function list(start: number, end: number): YamlList {
    let items: readonly Yaml[] | undefined;
    return {
      kind: 'list',
      span: { source, start, end },
      get items() {
        items ??= itemsFrom(start);
        return items;
      },
    };
  }

  function entriesFrom(start: number): readonly YamlEntry[] {
    const entries: YamlEntry[] = [];
    at = start;
    step();
    while (text.charCodeAt(at) !== closeMap) {
      const key = quoted();
      step();
      entries.push({ key, value: value() });
      if (text.charCodeAt(at) === comma) step();
    }
    return entries;
  }

  function itemsFrom(start: number): readonly Yaml[] {
    const items: Yaml[] = [];
    at = start;
    step();
    while (text.charCodeAt(at) !== closeList) {
      items.push(value());
      if (text.charCodeAt(at) === comma) step();
    }
    return items;
  }

  /** Past a record or list; where the last text or number in it ends, or it begins where there is none. */
  function skip(): number {
    const start = at;
    let depth = 0;
    let end = start;
    do {
      invariant(end < text.length, 'a record or list ends');
      const code = text.charCodeAt(end);
      if (code === quote) end = endOfText(end + 1);
      else if (code === openMap || code === openList) depth += 1;
      else if (code === closeMap || code === closeList) depth -= 1;
      end += 1;
    } while (depth > 0);
    at = end;
    skipBlanks();
    while (end > start && isSign(text.charCodeAt(end - 1))) end -= 1;
    if (end === start) return start;
    return text.charCodeAt(end - 1) === quote ? end - 1 : end;
  }

  function quoted(): YamlText {
    const start = at + 1;
    const end = endOfText(start);
    const raw = text.slice(start, end);
    at = end;
    step();
    const said = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
    return { kind: 'text', span: { source, start, end }, text: said, plain: false };
  }

  function plain(): YamlText {
    const start = at;
    const end = endOfPlain(start);
    at = end;
    skipBlanks();
    return {
      kind: 'text',
      span: { source, start, end },
      text: text.slice(start, end),
      plain: true,
    };
  }

  function endOfText(start: number): number {
    let end = text.indexOf('"', start);
    while (text.charCodeAt(end - 1) === backslash && isEscaped(end, start))
      end = text.indexOf('"', end + 1);
    invariant(end >= start, 'a text ends');
    return end;
  }

  /** A quote behind an odd number of backslashes. */
  function isEscaped(end: number, start: number): boolean {
    let first = end;
    while (first > start && text.charCodeAt(first - 1) === backslash) first -= 1;
    return (end - first) % 2 === 1;
  }

  function endOfPlain(start: number): number {
    let end = start;
    while (isInPlain(text.charCodeAt(end))) end += 1;
    invariant(end > start, 'a value is there');
    return end;
  }

  /** Past a sign, and the blanks behind it. */
  function step(): void {
    at += 1;
    skipBlanks();
  }

  function skipBlanks(): void {
    while (isBlank(text.charCodeAt(at))) at += 1;
  }
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** What may stand between the last value of a record or list and its end. */
function isSign(code: number): boolean {
  return isBlank(code) || signsAndMarks.has(code);
}

/** A character of a number, `true`, `false` or `null`; at the end of the text the code is NaN. */
function isInPlain(code: number): boolean {
  return (
    code >= 0x2b && code !== comma && code !== colon && code !== closeList && code !== closeMap
  );
}
