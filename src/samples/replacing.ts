import { isValidResidentId } from '../feel/operations/builtins/identifiers.ts';
import type { Field, Type } from '../feel/types.ts';
import type { Subject } from '../program/ast.ts';
import { daysLater } from './days.ts';
import { isResidentId, mostPeople, personName, renumbered, residentIdOf } from './people.ts';
import { isList, isRecord, type Plain, type PlainRecord } from './plain.ts';
import { type Random, shuffled } from './random.ts';

/** A text that is another in every file that is made, and how the other is found. */
export type Replaced = { readonly from: string } & (
  | { readonly kind: 'number' }
  | { readonly kind: 'staff' | 'name' | 'phone' | 'account' }
  /** Of one that is wrong the others are wrong too. */
  | { readonly kind: 'id'; readonly isRight: boolean }
);

/** The texts to replace in files that belong together: those of each file alone, and those that mean the same in all. */
export interface Replacing {
  readonly own: readonly ReadonlyMap<string, Replaced>[];
  readonly shared: ReadonlyMap<string, Replaced>;
}

/** People, phones and accounts that a file may have for each to have a number of its own among all that are made. */
const mostInFile = 49;
const numbers = 10 ** 8;
const lastDigits = 8;

/**
 * What is to be replaced wherever it stands.
 *
 * @param joining - names of fields that files are judged together by: their numbers stay the same in all of them
 */
export function replacingIn(
  files: readonly Plain[],
  { type, file: { id, sample: how = {} } }: Pick<Subject, 'type' | 'file'>,
  joining: ReadonlySet<string>,
): Replacing {
  const { person, staff } = how;
  const idName = id.split('.').at(-1);
  const identifying = new Set([idName, ...(how.numbers ?? [])]);
  const shared = new Map<string, Replaced>();
  const own = files.map((file) => {
    const texts = new Map<string, Replaced>();
    gather(file, type, texts);
    return texts;
  });
  return { own, shared };

  function gather(value: Plain, of: Type, texts: Map<string, Replaced>): void {
    if (isList(value) && of.kind === 'list') for (const item of value) gather(item, of.of, texts);
    if (!isRecord(value) || of.kind !== 'context') return;
    for (const [name, inner] of Object.entries(value)) {
      const field = of.fields.get(name);
      if (!field) continue;
      const to = isOwn(name) ? texts : shared;
      if (typeof inner === 'string' && !shared.has(inner) && !texts.has(inner)) {
        const other = replacement(inner, name, field, value);
        if (other) to.set(inner, other);
      }
      gather(inner, field.type, texts);
    }
  }

  /** Whether files that belong together have each a number of their own there. */
  function isOwn(name: string): boolean {
    if (name === idName) return true;
    return identifying.has(name) && name !== person?.number && !joining.has(name);
  }

  function replacement(
    from: string,
    name: string,
    { personal }: Field,
    record: PlainRecord,
  ): Replaced | undefined {
    // a company keeps its code, which has a check character of its own kind, and with it its number as a customer
    const isCompany = person && typeof record[person.birth] !== 'string';
    const code = person && record[person.id];
    if (name === person?.number && isCompany && typeof code === 'string' && !isResidentId(code))
      return undefined;
    if (from.trim() === '') return undefined;
    if (identifying.has(name)) return { kind: 'number', from };
    if (isStaff(from)) return { kind: 'staff', from };
    switch (personal) {
      case 'name':
        return /^\p{Script=Han}{2,4}$/u.test(from) ? { kind: 'name', from } : undefined;
      case 'id': {
        const isOfPerson = person !== undefined && typeof record[person.birth] === 'string';
        if (!isOfPerson) return undefined;
        // one that is no resident id, or is written wrongly, stays of its form
        return isResidentId(from)
          ? { kind: 'id', from, isRight: isValidResidentId(from) }
          : { kind: 'account', from };
      }
      case 'phone':
      case 'account':
        return { kind: personal, from };
      default:
        return undefined;
    }
  }

  function isStaff(text: string): boolean {
    return (
      staff !== undefined && text.startsWith(staff) && /^[A-Z]+\d+$/u.test(text.slice(staff.length))
    );
  }
}

/** Draws the texts of files: numbers are used once in a run, whatever else is drawn. */
export interface Drawing {
  /**
   * The texts of files that belong together, in the order of `replaced`.
   *
   * @param number - of the first of the files, from 0
   * @param birthDays - people are born so many days later
   */
  readonly texts: (
    replaced: readonly (Replaced & { readonly file: number })[],
    number: number,
    birthDays: number,
    random: Random,
  ) => readonly string[];
  /** Makes a file's own numbers its own among all that are made. */
  readonly tagOf: (number: number) => string;
}

export function newDrawing(seed: number): Drawing {
  const personAt = shuffled(`${seed}/people`, mostPeople);
  const numberAt = shuffled(`${seed}/numbers`, numbers);
  const tagOf = (number: number) => `${seed}-${String(number + 1).padStart(4, '0')}`;
  return {
    tagOf,
    texts: (replaced, number, birthDays, random) => {
      const names = new Set<string>();
      const office = String(random.whole(1, 60)).padStart(2, '0');
      let serial = number * mostInFile;
      return replaced.map((one) => {
        switch (one.kind) {
          case 'number':
            return `${one.from}-${tagOf(number + one.file)}`;
          case 'staff':
            return `${one.from}${office}`;
          case 'name':
            return unused(names, random);
          case 'id':
            serial += 1;
            return personId(one, personAt(serial), birthDays);
          case 'phone':
          case 'account':
            serial += 1;
            return renumbered(one.from, lastDigits, numberAt(serial));
        }
      });
    },
  };
}

/** The id of another person, born so many days later. */
function personId(
  { from, isRight }: { readonly from: string; readonly isRight: boolean },
  number: number,
  birthDays: number,
): string {
  const birth = `${from.slice(6, 10)}-${from.slice(10, 12)}-${from.slice(12, 14)}`;
  const id = residentIdOf(from, daysLater(birth, birthDays), number);
  return isRight ? id : id.slice(0, -1) + (id.endsWith('0') ? '1' : '0');
}

function unused(taken: Set<string>, random: Random): string {
  let name = personName(random);
  for (let tries = 0; taken.has(name) && tries < 100; tries += 1) name = personName(random);
  taken.add(name);
  return name;
}
