import type { BlockContent } from 'mdast';

import { code, heading, type Inline, type Line, paragraph, table } from '../../document/nodes.ts';
import type { FieldEntry } from '../model.ts';
import { ruleLinks, type Writing } from './common.ts';

interface Read {
  readonly field: FieldEntry;
  readonly rules: string[];
}

/** Every field that a rule reads, by the kind of file and the record that it belongs to. */
export function dictionaryChapter(number: number, writing: Writing): readonly BlockContent[] {
  const { labels } = writing;
  const subjects = fieldsBySubject(writing);
  if (subjects.size === 0) return [];
  return [
    heading(1, labels.appendix(number, labels.dictionary), 'dictionary'),
    paragraph(labels.dictionarySay),
    ...[...subjects].flatMap(([subject, fields]) => [
      heading(2, subject),
      ...[...Map.groupBy(fields, ({ field }) => field.record)].flatMap(([record, own]) => [
        ...(record === '' ? [] : [heading(3, record)]),
        table(
          labels.dictionaryHead,
          own.map((one) => rowOf(one, writing)),
          'fields',
        ),
      ]),
    ]),
  ];
}

function fieldsBySubject({ manual }: Writing): ReadonlyMap<string, readonly Read[]> {
  const subjects = new Map<string, Map<string, Read>>();
  for (const { subject, id, fields } of manual.stages.flatMap(({ steps }) =>
    steps.flatMap(({ rules }) => rules),
  ))
    for (const field of fields) {
      const known = subjects.get(subject) ?? new Map<string, Read>();
      subjects.set(subject, known);
      const read = known.get(field.path) ?? { field, rules: [] };
      known.set(field.path, read);
      read.rules.push(id);
    }
  return new Map([...subjects].map(([subject, fields]) => [subject, [...fields.values()]]));
}

function rowOf({ field, rules }: Read, writing: Writing): readonly Line[] {
  const { labels, manual } = writing;
  const { name, path, kind, about = '' } = field;
  const says = [kind.words.join(labels.comma), about].filter((part) => part !== '');
  return [
    [name, ...(manual.reading.isTechnical ? [' ', code(path)] : [])],
    kind.title,
    kind.unit === '' ? labels.none : kind.unit,
    says.length === 0 ? labels.none : says.join(labels.semicolon),
    readers(rules, writing),
  ];
}

/** Rules that are named one by one: a field that more of them read is read nearly everywhere. */
const mostListed = 8;

function readers(rules: readonly string[], writing: Writing): readonly Inline[] {
  return rules.length > mostListed
    ? [writing.labels.rulesMany(rules.length)]
    : ruleLinks(rules, writing);
}
