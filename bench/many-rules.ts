import { isRule } from '../src/rulebook/folder.ts';

/**
 * The files of a rulebook with every rule so many times over, under other ids: `RSK-007`, `RSK-007-2`, …
 *
 * @param files - texts by path, with `/` between folders
 * @param times - 1 gives the same rulebook
 */
export function manyTimes(
  files: ReadonlyMap<string, string>,
  times: number,
): ReadonlyMap<string, string> {
  const copies = Array.from({ length: times - 1 }, (_, index) => String(index + 2));
  return new Map(
    [...files].flatMap(([path, text]) => [
      [path, path.endsWith('/step.yaml') ? listing(text, copies) : text] as const,
      ...copies.flatMap((copy) => copyOf(path, text, copy) ?? []),
    ]),
  );
}

/** A rule or its cases under the id of a copy; undefined for every other file. */
function copyOf(
  path: string,
  text: string,
  copy: string,
): readonly (readonly [string, string])[] | undefined {
  const isCases = path.endsWith('.cases.yaml');
  if (!isCases && !isRule(path)) return undefined;
  const id = idOf(path);
  const own = path.replace(`/${id}`, `/${id}-${copy}`);
  // a case names its rule where that cannot be told
  return [[own, text.replaceAll(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'gu'), `${id}-${copy}`)]];
}

/** The id that a file is called by: letters, a bar and digits. */
function idOf(path: string): string {
  const id = /\/([A-Z]+-\d+)-[^/]*$/u.exec(path)?.[1];
  if (id === undefined) throw new Error(`no rule's file: ${path}`);
  return id;
}

/** The rules of a step, each followed by its copies. */
function listing(text: string, copies: readonly string[]): string {
  return text.replace(/^rules:.*(?:\n[ -].*)*/mu, (rules) =>
    rules.replaceAll(/(?<before>- |\[|, )(?<id>[A-Z]+-\d+)/gu, (_, before: string, id: string) => {
      const between = before === '- ' ? '\n  - ' : ', ';
      return before + [id, ...copies.map((copy) => `${id}-${copy}`)].join(between);
    }),
  );
}
