import type { Type } from '../feel/types.ts';
import { scalarKind, type Yaml, type YamlText } from '../yaml/tree.ts';

/** What to do about a value that is written as another kind than its field has. */
export type Mending =
  /** It is text because of its quotes. */
  | 'without-quotes'
  /** It is no text because it has none. */
  | 'in-quotes'
  | 'digits'
  | 'whole'
  | 'true-or-false'
  | 'day'
  | 'moment'
  | 'time'
  | 'list'
  /** A row of a table that was not read stands for it. */
  | 'row';

/** How to write what `yaml` is to be; undefined where that is not plain. */
export function mendingOf(yaml: Yaml, wanted: Type): Mending | undefined {
  if (wanted.kind === 'list') return yaml.kind === 'list' ? undefined : 'list';
  if (yaml.kind !== 'text') return undefined;
  if (wanted.kind === 'context' && yaml.span.source.rows) return 'row';
  const kinds = wanted.kind === 'union' ? wanted.of : [wanted];
  const quotes = kinds.map((kind) => quotesOf(yaml, kind)).find((one) => one !== undefined);
  if (quotes !== undefined) return quotes;
  return wanted.kind === 'union' ? undefined : formOf(yaml, wanted);
}

/** Whether a value would be of a type with its quotes taken away, or with quotes around it. */
export function quotesOf(yaml: YamlText, type: Type): Mending | undefined {
  const kind = scalarKind(yaml);
  if (type.kind === 'text') {
    const isNone = !type.lenient && type.words?.has(yaml.text) === false;
    return !isNone && (kind === 'number' || kind === 'boolean') ? 'in-quotes' : undefined;
  }
  const isOtherwise = !yaml.plain && scalarKind({ ...yaml, plain: true }) === type.kind;
  return isOtherwise ? 'without-quotes' : undefined;
}

function formOf(yaml: YamlText, { kind }: Type): Mending | undefined {
  switch (kind) {
    case 'number':
      return scalarKind(yaml) === 'number' ? 'whole' : 'digits';
    case 'boolean':
      return 'true-or-false';
    case 'date':
      return 'day';
    case 'date-time':
      return 'moment';
    case 'time':
      return 'time';
    default:
      return undefined;
  }
}
