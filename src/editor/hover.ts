import { sayIn } from '../base/language.ts';
import type { Span } from '../base/source.ts';
import type { ConstantCore, Core } from '../feel/core.ts';
import type { Field, Type } from '../feel/types.ts';
import { speakerOf, type Speaker } from '../manual/speaker.ts';
import { fieldKind } from '../manual/field-kind.ts';
import { inForce, type Reference } from '../program/ast.ts';
import { editorWords } from '../words/editor.ts';
import { nothing } from '../words/marks.ts';
import type { Found } from './at.ts';
import { type Editing, inOwn } from './editing.ts';
import { signatureLine } from './functions.ts';
import { explanationAt } from './shapes.ts';
import type { Thing } from './things.ts';

type Telling = Pick<Editing, 'program' | 'language' | 'today'>;

/** Codes of a field that are listed, at most. */
const mostWords = 12;

/** What is said of what is at a place, in Markdown. */
export function hoverOf(
  found: Found,
  telling: Telling & Pick<Editing, 'path' | 'schemaOf'>,
): { readonly text: string; readonly span: Span } | undefined {
  if (found.kind === 'key') {
    const { path, schemaOf, language } = telling;
    const says = explanationAt(path, found.keys, schemaOf, language);
    return says === '' ? undefined : { text: says, span: found.span };
  }
  const text =
    found.kind === 'thing' ? saysThing(found.thing, telling) : saysCore(found.core, telling);
  return text === undefined ? undefined : { text, span: found.span };
}

export function saysThing(thing: Thing, telling: Telling): string {
  const { kind, name, title, says } = thing;
  const { program } = telling;
  const reference = program.references.get(name);
  if (reference && kind === reference.kind) return saysReference(reference, telling);
  const rule = kind === 'rule' ? program.rules.find(({ id }) => id === name) : undefined;
  const edition = rule && (inForce(rule.editions, telling.today) ?? rule.editions.at(-1));
  const asks = edition?.require && speakerFor(telling).criterion(edition.require.core);
  return parts([
    headed(kind, name, inOwn(title, telling), telling),
    asks ?? '',
    inOwn(says, telling),
  ]);
}

function saysCore(core: Core, telling: Telling): string | undefined {
  const { program, language } = telling;
  const words = sayIn(editorWords, language);
  const speak = speakerFor(telling);
  switch (core.kind) {
    case 'field':
      return saysField(core.field, telling);
    case 'reference': {
      const reference = program.references.get(core.name);
      return reference && saysReference(reference, telling);
    }
    case 'codes': {
      const set = program.codeSets.get(core.name);
      return headed('codes', core.name, inOwn(set?.title, telling), telling);
    }
    case 'variable':
      return headed(
        'variable',
        core.variable.name,
        `${inOwn(core.variable.title, telling)} ${typeText(core.type, speak)}`.trim(),
        telling,
      );
    case 'let':
      return parts([
        headed('let', core.local.name, inOwn(core.local.title, telling), telling),
        speak.withLimits(core.local.core),
      ]);
    case 'call':
      return parts([`\`${signatureLine(core.builtin, language)}\``, speak.withLimits(core)]);
    case 'constant':
      return saysWord(core, telling);
    default:
      return words.means(speak.withLimits(core));
  }
}

/** What a code of a field is called. */
function saysWord({ type, value }: ConstantCore, telling: Telling): string | undefined {
  if (type.kind !== 'text' || typeof value !== 'string') return undefined;
  const title = type.words?.get(value);
  return title && headed('word', value, inOwn(title, telling), telling);
}

/** Type and unit of a field, and what may stand in it. */
export function saysField(field: Field, telling: Telling): string {
  const words = sayIn(editorWords, telling.language);
  const { title, unit, words: codes } = fieldKind(field, speakerFor(telling));
  const written = wordsOf(field.type);
  const among = codes.slice(0, mostWords).map((code, index) => {
    const word = written[index];
    return word === undefined || word === code ? code : `\`${word}\` ${code}`;
  });
  const more = codes.length > among.length ? '…' : '';
  return parts([
    headed('field', field.name, inOwn(field.title, telling), telling),
    isUnit(unit) ? `${title} · ${unit}` : title,
    inOwn(field.description, telling),
    among.length > 0 ? `${words.words} ${among.join(', ')}${more}` : '',
  ]);
}

/** A definition, parameter or table, with what it comes to today. */
export function saysReference(reference: Reference, telling: Telling): string {
  const { language, today } = telling;
  const words = sayIn(editorWords, language);
  const speak = speakerFor(telling);
  const edition = inForce<{
    readonly from: string;
    readonly until?: string;
    readonly basis: readonly string[];
  }>(reference.editions, today);
  const head = headed(reference.kind, reference.name, inOwn(reference.title, telling), telling);
  if (!edition) return parts([head, typeText(reference.type, speak), words.noneToday(today)]);
  return parts([head, valueOf(), edition.basis.join(', ')]);

  function valueOf(): string {
    switch (reference.kind) {
      case 'parameter': {
        const now = inForce(reference.editions, today);
        return now ? words.today(today, speak.value(reference, now.value)) : '';
      }
      case 'definition': {
        const now = inForce(reference.editions, today);
        const type = typeText(reference.type, speak);
        return now ? parts([type, speak.withLimits(now.is.core)]) : type;
      }
      case 'table':
        return parts([
          typeText(reference.type, speak),
          reference.inputs.map(({ core }) => `- ${speak.plain(core)}`).join('\n'),
        ]);
    }
  }
}

/** Of what kind and unit values of a type are, in a few words. */
export function typeText(type: Type, speak: Speaker): string {
  const { title, unit } = fieldKind({ type }, speak);
  return isUnit(unit) ? `${title} · ${unit}` : title;
}

/** What is counted has none. */
function isUnit(unit: string): boolean {
  return unit !== '' && unit !== nothing;
}

export function speakerFor({ program, language, today }: Telling): Speaker {
  return speakerOf(program, language, today);
}

function wordsOf(type: Type): readonly string[] {
  const own = type.kind === 'list' ? type.of : type;
  return own.kind === 'text' ? [...(own.words?.keys() ?? [])] : [];
}

function headed(
  kind: keyof (typeof editorWords)['zh']['kinds'],
  name: string,
  title: string,
  { language }: Telling,
): string {
  const { kinds } = sayIn(editorWords, language);
  return `**${title === '' ? name : title}** \`${name}\` — ${kinds[kind]}`;
}

function parts(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
