import { type Dossier, idIn } from '../dossier/dossier.ts';
import { isContext } from '../dossier/path.ts';
import { mask } from '../feel/sentence/format.ts';
import { maskText } from '../feel/sentence/mask-text.ts';
import type { Field, Personal, Type } from '../feel/types.ts';
import { isKind, type Value } from '../feel/value.ts';
import { inLanguage } from '../base/language.ts';
import type { Subject } from '../program/ast.ts';

/** Masks what is personal in a text that anybody may have written. */
export type Hide = (text: string) => string;

/** What a dossier says of itself: its own numbers, and whom it is about. */
interface Known {
  readonly own: Set<string>;
  readonly people: Map<string, Personal>;
}

const hiders = new WeakMap<Dossier, Hide>();

/**
 * Masks numbers of persons by what they look like, and names and numbers that the dossier itself declares personal,
 * wherever they turn up in it. What it declares as its own ids is left.
 */
export function hiderOf(dossier: Dossier, subject: Subject): Hide {
  const made = hiders.get(dossier);
  if (made) return made;
  let known: Known | undefined;
  const hide: Hide = (text) => {
    known ??= knownIn(dossier, subject);
    return hidden(text, known);
  };
  hiders.set(dossier, hide);
  return hide;
}

function hidden(text: string, { own, people }: Known): string {
  if (own.has(text)) return text;
  let shown = text;
  for (const [personal, kind] of people)
    if (shown.includes(personal))
      shown = shown.replaceAll(wordOf(personal), () => mask(personal, kind));
  return maskText(shown, own);
}

/** A name in letters is not looked for within other words; Chinese has none to be within. */
function wordOf(text: string): RegExp {
  const escaped = text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{Script=Latin}\d])${escaped}(?![\p{Script=Latin}\d])`, 'gu');
}

function knownIn(dossier: Dossier, subject: Subject): Known {
  const { root } = dossier;
  const { type } = subject;
  const known: Known = { own: new Set(), people: new Map() };
  collect(root, type, undefined);
  const id = idIn(dossier, subject);
  if (id !== undefined) known.own.add(id);
  for (const personal of known.people.keys()) known.own.delete(personal);
  // the longer first: a name may begin with another
  const people = [...known.people].toSorted(([a], [b]) => b.length - a.length);
  return { own: known.own, people: new Map(people) };

  function collect(value: Value | undefined, of: Type, field: Field | undefined): void {
    if (typeof value === 'string') note(value, field);
    else if (isKind(value, 'list')) {
      const inner: Type = of.kind === 'list' ? of.of : of;
      for (const item of value.items) collect(item, inner, field);
    } else if (isContext(value) && of.kind === 'context')
      for (const [name, inner] of of.fields) collect(value.entries.get(name), inner.type, inner);
  }

  function note(text: string, field: Field | undefined): void {
    if (field?.personal && [...text].length >= 2) known.people.set(text, field.personal);
    else if (field && isOwnId(field)) known.own.add(text);
  }
}

/** A field of an id that no person has: `filingId`, `permitNo`, 档案号, but not `accountNo`, 身份证号, 手机号. */
function isOwnId({ name, title, personal }: Field): boolean {
  if (personal || /(?:id|identity|phone|mobile|account|card)(?:No|Number)$/iu.test(name))
    return false;
  return (
    /(?:Id|Ids|No|Number)$/u.test(name) ||
    [name, inLanguage(title, 'zh')].some((text) => /(?:编|[^证账帐卡机话])号$/u.test(text))
  );
}
