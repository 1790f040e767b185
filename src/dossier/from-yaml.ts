import { type Checked, noted } from '../base/diagnostic.ts';
import { unreachable } from '../base/invariant.ts';
import { pointerTo } from '../base/pointer.ts';
import { startOf } from '../base/source.ts';
import { nearest } from '../base/suggest.ts';
import { unknown } from '../feel/operations/unknown.ts';
import { type ContextType, type Field, takesBlank, type Type } from '../feel/types.ts';
import { type Context, isKind, type List, type Value } from '../feel/value.ts';
import { parseDateTime, parseTime } from '../values/temporal-text.ts';
import { field, scalarKind, type Yaml, type YamlMap, type YamlText } from '../yaml/tree.ts';
import type { Dossier } from './dossier.ts';
import { uncapturedValue } from './capture.ts';
import { quotesOf } from './mending.ts';
import { withNotCaptured } from './not-captured.ts';
import type { DossierProblems } from './problems.ts';
import { scalarOf, wrongTypeOf } from './scalar.ts';
import { namesOf, none, withVerified } from './verified.ts';

/** Malformed places in one file, at most: with more of them it is something else, or made to choke on. */
const mostProblems = 200;
/** How many of them are said of such a file. */
const toldProblems = 10;

/** The key with which a file says of what kind it is. */
const subjectKey = 'subject';

/** What a file says it is; undefined where it does not say. */
export function subjectSaid(yaml: Yaml): YamlText | undefined {
  const said = yaml.kind === 'map' ? field(yaml, subjectKey) : undefined;
  return said?.kind === 'text' ? said : undefined;
}

/** How many of a subject's fields a file has at its top. */
export function fieldsAtTop(yaml: Yaml, { fields }: ContextType): number {
  return yaml.kind === 'map' ? yaml.entries.filter(({ key }) => fields.has(key.text)).length : 0;
}

/** What parts of files were read as, where nothing was wrong with them: files that share a part need it read once. */
export type PartsRead = WeakMap<
  Yaml,
  {
    readonly field: Field;
    readonly type: Type;
    readonly pointer: string;
    readonly value: Value | undefined;
  }
>;

/**
 * Reads a file by the fields of its subject.
 *
 * What is malformed is reported and left unknown, and the rest is kept, so that one slip does not
 * hide the other findings.
 *
 * @param parts - what was read before, of files that this one has parts in common with; it is added to
 */
export function dossierFromYaml(
  yaml: Yaml,
  type: ContextType,
  parts?: PartsRead,
): Checked<Dossier | undefined, DossierProblems> {
  const { diagnostics, error: note } = noted<DossierProblems>();
  let count = 0;
  const error: typeof note = (...problem) => {
    count += 1;
    if (diagnostics.length <= mostProblems) note(...problem);
  };
  const to = { error };
  if (yaml.kind !== 'map' || fieldsAtTop(yaml, type) === 0) {
    error('dossier/not-a-dossier', yaml.span, { wanted: [...type.fields.keys()].slice(0, 6) });
    return { value: undefined, diagnostics };
  }
  const read = record(yaml, type, '');
  const root = withNotCaptured(withVerified(read, yaml, type, to), yaml, type, to);
  if (diagnostics.length > mostProblems) {
    diagnostics.length = toldProblems;
    note('dossier/too-big', startOf(yaml.span), {
      most: mostProblems,
      count,
      told: toldProblems,
    });
    return { value: undefined, diagnostics };
  }
  return { value: { root, yaml, malformed: diagnostics.length > 0 }, diagnostics };

  function record(map: YamlMap, type: ContextType, pointer: string): Context {
    const { fields } = type;
    const entries = new Map<string, Value>();
    for (const { key, value } of map.entries) {
      const field = fields.get(key.text);
      if (field) {
        const found = valueOf(value, field, field.type, pointerTo(pointer, field.name));
        if (found !== undefined) entries.set(field.name, found);
      } else if (pointer !== '' || key.text !== subjectKey) {
        const near =
          diagnostics.length > mostProblems ? undefined : nearest(key.text, fields.keys());
        error('dossier/unknown-field', key.span, { field: key.text, near });
      }
    }
    for (const { name, type: of, absenceIsNone, needed, uncaptured } of fields.values()) {
      if (needed && !entries.has(name))
        error(`dossier/no-${needed}`, startOf((field(map, name) ?? map).span), { field: name });
      if (uncaptured) {
        const at = pointerTo(pointer, name);
        entries.set(name, uncapturedValue(entries.get(name), at));
      } else if (absenceIsNone && !entries.has(name))
        entries.set(name, none(of, pointerTo(pointer, name)));
    }
    return { kind: 'context', entries, pointer, fields: namesOf(type) };
  }

  function valueOf(yaml: Yaml, field: Field, type: Type, pointer: string): Value | undefined {
    if (!parts) return valueAnew(yaml, field, type, pointer);
    const known = parts.get(yaml);
    if (known?.pointer === pointer && known.field === field && known.type === type)
      return known.value;
    const before = diagnostics.length;
    const value = valueAnew(yaml, field, type, pointer);
    // beyond the most that are told, a problem leaves no trace
    if (diagnostics.length === before && before <= mostProblems)
      parts.set(yaml, { field, type, pointer, value });
    return value;
  }

  /** undefined for what is blank, which is as good as absent where its type takes no blank. */
  function valueAnew(yaml: Yaml, field: Field, type: Type, pointer: string): Value | undefined {
    if (yaml.kind === 'text' && scalarKind(yaml) === 'null') return undefined;
    if (yaml.kind === 'text' && yaml.text.trim() === '' && !isWord(yaml.text, type))
      return takesBlank(type) ? '' : undefined;
    const wrongType = () => wrongTypeOf(yaml, field, type, pointer, to);
    switch (type.kind) {
      case 'context':
        return yaml.kind === 'map' ? record(yaml, type, pointer) : wrongType();
      case 'list':
        return yaml.kind === 'list' ? list(yaml.items, field, type.of, pointer) : wrongType();
      case 'union': {
        const own = kindOf(yaml, type.of);
        const inQuotes = yaml.kind === 'text' && own?.kind === 'text' && !isWord(yaml.text, own);
        if (inQuotes && own.words && !own.lenient && type.of.some((one) => quotesOf(yaml, one)))
          return wrongType();
        return own ? valueOf(yaml, field, own, pointer) : wrongType();
      }
      case 'any':
      case 'null':
      case 'range':
      case 'days-duration':
      case 'months-duration':
        // Its schema is not understood: what is filled in is neither absent nor known.
        return unknown('undefined', pointer);
      case 'number':
      case 'text':
      case 'boolean':
      case 'date':
      case 'date-time':
      case 'time':
        return yaml.kind === 'text' ? scalarOf(yaml, field, type, pointer, to) : wrongType();
      default:
        return unreachable(type);
    }
  }

  function list(items: readonly Yaml[], field: Field, of: Type, pointer: string): List {
    const values = items.map((item, index): Value => {
      const at = pointerTo(pointer, index);
      return valueOf(item, field, of, at) ?? unknown('absent', at);
    });
    const { key } = field;
    if (key !== undefined) {
      const seen = new Set<Value>();
      for (const [index, value] of values.entries()) {
        const own = isKind(value, 'context') ? value.entries.get(key) : undefined;
        if (typeof own !== 'string') continue;
        const span = items[index]?.span;
        if (seen.has(own) && span) error('dossier/duplicate-element', span, { key, value: own });
        seen.add(own);
      }
    }
    return { kind: 'list', items: values, pointer, fields: namesOf(of) };
  }
}

/** Whether a text is one of the words that a field may hold, such as a blank that a register has a meaning for. */
function isWord(text: string, type: Type): boolean {
  const words = type.kind === 'union' ? type.of : [type];
  return words.some((one) => one.kind === 'text' && one.words?.has(text) === true);
}

/** Which of several kinds a value is written as; a date goes before a text that could be anything. */
function kindOf(yaml: Yaml, kinds: readonly Type[]): Type | undefined {
  const find = (...wanted: readonly Type['kind'][]) =>
    kinds.find(({ kind }) => wanted.includes(kind));
  if (yaml.kind !== 'text') return undefined;
  const { text } = yaml;
  const scalar = scalarKind(yaml);
  if (scalar === 'number' || scalar === 'boolean') return find(scalar);
  if (scalar !== 'text') return undefined;
  const free = find('text');
  if (isWord(text, { kind: 'union', of: kinds })) return free;
  if (find('date') && /^\d{4}-\d{2}-\d{2}$/u.test(text)) return find('date');
  if (find('date-time') && parseDateTime(text)) return find('date-time');
  if (find('time') && parseTime(text)) return find('time');
  return free ?? find('date', 'date-time', 'time');
}
