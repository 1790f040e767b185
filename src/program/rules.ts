import { hasErrors, type Noted } from '../base/diagnostic.ts';
import { nearest } from '../base/suggest.ts';
import { groupList } from '../dossier/together.ts';
import type { Names } from '../feel/bindings.ts';
import { namesWhere } from '../feel/check.ts';
import type { Core } from '../feel/core.ts';
import { type Entry, type Rule, spanOf } from '../rulebook/ast.ts';
import type { RuleEdition } from '../rulebook/files.ts';
import type { RulebookProblems } from '../rulebook/problems.ts';
import type { WholeRule } from '../rulebook/whole.ts';
import { at, type Yaml, type YamlMap } from '../yaml/tree.ts';
import {
  beginning,
  type Grouping,
  mainSubject,
  period,
  type ProgramRule,
  type ProgramStep,
  type Reference,
  type RowsSubject,
  type RuleEditionProgram,
  type Subject,
  type TemplatePart,
} from './ast.ts';
import { eachOf } from './each.ts';
import { allNames, type ExpressionReader, fieldsOf } from './expressions.ts';
import { groupSubject, isKey, keyField } from './groups.ts';
import { letReader, type Lets, unusedLets } from './lets.ts';
import type { ProgramProblems } from './problems.ts';
import { strangeProducts } from './product-names.ts';
import { namesOfRow } from './rows.ts';
import { piecesOf } from './template.ts';
import { waiverTerms } from './waivers.ts';
import { referencesIn } from './walk.ts';

/** What rules are read with. */
export interface RuleSetting {
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly rows: ReadonlyMap<string, RowsSubject>;
  /** That of the rules. */
  readonly step: ProgramStep | undefined;
  /** By post, those that nobody may hold beside it. */
  readonly excluded: ReadonlyMap<string, readonly string[]>;
  /** The definitions, tables and parameters that rules on a subject may name; on a group, the parameters alone. */
  readonly namesFor: (subject: string | undefined) => Names;
  readonly reader: ExpressionReader;
  /** What definitions and tables are behind their names. */
  readonly called: (name: string) => Reference | undefined;
  readonly to: Noted<ProgramProblems & RulebookProblems>;
}

/** What reads rules, each with its expressions typed; undefined for one with an error in it. */
export function ruleReader({
  subjects,
  rows: rowsByName,
  step,
  excluded,
  namesFor,
  reader,
  called,
  to,
}: RuleSetting): (rule: Rule) => ProgramRule | undefined {
  const main = mainSubject(subjects);
  return ruleOf;

  function ruleOf(rule: Rule): ProgramRule | undefined {
    const { entry } = rule;
    const { data } = entry;
    const rows = rowsByName.get(data.subject ?? '');
    const subject = rows?.of ?? subjects.get(data.subject ?? main?.name ?? '');
    if (!subject) {
      const params = {
        what: 'subject' as const,
        name: data.subject ?? '',
        near: nearest(data.subject ?? '', [...subjects.keys(), ...rowsByName.keys()]),
      };
      to.error('rulebook/unknown-reference', spanOf(entry, 'subject'), params);
      return undefined;
    }
    const before = reader.diagnostics.length;
    const fields = rows ? namesOfRow(rows) : fieldsOf(subject);
    const names = allNames(fields, namesFor(rows?.name ?? subject.name));
    for (const reason of ['each', 'scope'] as const) {
      if (rows && data[reason] !== undefined)
        to.error('program/rows', spanOf(entry, reason), { reason, name: rows.name });
    }
    if (rows && (data.each ?? data.scope)) return undefined;
    const group = groupOf(entry, subject, names);
    if (data.scope && !group) return undefined;
    const read = group ? allNames(fieldsOf(group.subject), namesFor(undefined)) : names;
    const [each, inner] = rows ? [rows, read] : eachOf(entry, read, reader, to);
    const letsOf = letReader(entry, inner, { reader, called, to });
    const made = data.editions.flatMap((_, index) => {
      const lets = letsOf(index);
      const edition = ruleEdition(entry, index, lets);
      return edition ? [[lets, edition] as const] : [];
    });
    const editions = made.map(([, edition]) => edition);
    for (const { at: place, ...params } of strangeProducts(data.products, subject))
      to.error('rulebook/unknown-reference', spanOf(entry, 'products', place), params);
    const wrong =
      hasErrors(reader.diagnostics.slice(before)) || editions.length < data.editions.length;
    if (wrong) return undefined;
    unusedLets(made, to);
    const { since, ended } = data;
    const waivers = group
      ? undefined
      : waiverTerms(data, subject, step, each, excluded, reader.variables);
    return { id: rule.id, rule, subject, group, each, rows, editions, waivers, since, ended };
  }

  /** The files of a group are read as one record with a list: places, titles and units come with them. */
  function groupOf(entry: Entry<WholeRule>, subject: Subject, names: Names): Grouping | undefined {
    const { data } = entry;
    if (!data.scope) return undefined;
    for (const key of ['products', 'waiver'] as const) {
      if (data[key] !== undefined) to.error('program/scope', spanOf(entry, key), { key });
    }
    const by = reader.read(at(entry.yaml, ['scope', 'groupBy']).yaml, names);
    if (!by) return undefined;
    if (!isKey(by.core.type)) {
      to.error('program/scope', spanOf(entry, 'scope', 'groupBy'), { key: 'groupBy' });
      return undefined;
    }
    const { title, key } = data.scope;
    if (key === undefined) return { by, title, key, subject: groupSubject(subject) };
    const field = keyField(key, title ?? {}, by.core);
    if (!field) to.error('program/scope', spanOf(entry, 'scope', 'key'), { key: 'key' });
    if (key === groupList || namesFor(undefined).resolve(key))
      to.error('rulebook/name-taken', spanOf(entry, 'scope', 'key'), { name: key });
    return field && { by, title, key, subject: groupSubject(subject, field) };
  }

  /** The keys of an edition, or of the rule where the edition has none. */
  function ruleEdition(
    entry: Entry<WholeRule>,
    index: number,
    { lets, names, keys }: Lets,
  ): RuleEditionProgram | undefined {
    const { data } = entry;
    const edition = data.editions[index];
    if (!edition) return undefined;
    const yamlOf = (key: keyof RuleEdition): Yaml | undefined => {
      if (edition[key] !== undefined) return at(entry.yaml, ['editions', String(index), key]).yaml;
      return data[key] === undefined ? undefined : at(entry.yaml, [key]).yaml;
    };
    const whole = { ...data, ...edition };
    const asOf = reader.read(yamlOf('asOf'), names, 'day');
    const when = reader.read(yamlOf('when'), names, 'boolean');
    const judged = when ? namesWhere(when.core, names) : names;
    const require = reader.read(yamlOf('require'), judged, 'boolean');
    const finding = template(yamlOf('finding'), judged);
    if (lets.length < keys.length) return undefined;
    const lost = [
      [whole.asOf, asOf],
      [whole.when, when],
      [whole.require, require],
    ].some(([written, read]) => written !== undefined && !read);
    if (lost || (!asOf && edition.from !== beginning)) return undefined;
    return {
      ...period(edition),
      title: whole.title,
      lets,
      asOf,
      when,
      require,
      // the rule's words are those of the rule's requirement
      criterion: edition.require === undefined ? whole.criterion : edition.criterion,
      ifAbsent: whole.ifAbsent,
      basis: whole.basis ?? [],
      finding,
      remedy: whole.remedy,
    };
  }

  function template(words: Yaml | undefined, names: Names): RuleEditionProgram['finding'] {
    if (words?.kind !== 'map') return {};
    const texts = Object.fromEntries(
      words.entries.map(({ key, value }) => {
        const pieces = piecesOf(value);
        if (!pieces) to.error('program/finding', value.span, { reason: '{ }' });
        const parts = (pieces ?? []).flatMap((piece): readonly TemplatePart[] => {
          if ('text' in piece) return [piece.text];
          const expression = reader.read(piece.expression, names);
          return expression ? [expression] : [];
        });
        return [key.text, parts];
      }),
    );
    limitsInAll(words, texts);
    return texts;
  }

  /** Whoever reads a finding in one language learns of every limit that others learn of, or has it weighed for them. */
  function limitsInAll({ entries }: YamlMap, texts: RuleEditionProgram['finding']): void {
    const cores = entries.map(({ key }) =>
      (texts[key.text] ?? []).flatMap((part) => (typeof part === 'string' ? [] : [part.core])),
    );
    const told = new Set(cores.flatMap((list) => limitsIn(list.flatMap(branchesOf))));
    for (const [index, { value }] of entries.entries()) {
      const known = new Set(limitsIn(cores[index] ?? []));
      for (const name of told)
        if (!known.has(name)) to.warn('program/limit-untold', value.span, { name });
    }
  }
}

/** The values that an expression may come to, without what decides between them. */
function branchesOf(core: Core): readonly Core[] {
  return core.kind === 'if' ? [core.yes, core.no].flatMap(branchesOf) : [core];
}

function limitsIn(cores: readonly Core[]): readonly string[] {
  const named = cores.flatMap(referencesIn).filter(({ what }) => what === 'parameter');
  return named.map(({ name }) => name);
}
