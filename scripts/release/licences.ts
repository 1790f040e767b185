import { readdirSync, readFileSync } from 'node:fs';

import { installed } from '../dependencies.ts';

/** Something that a release carries, as its licence wants it told. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** SPDX. */
  readonly licence: string;
  readonly text: string;
}

/** What vite writes of the packages that went into a bundle. */
interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly identifier: string | null;
  readonly text: string | null;
}

/** Packages whose text is not among their files. */
const texts: Readonly<Record<string, string>> = { saxes: 'scripts/release/saxes-licence.txt' };

/**
 * Everything of others in a release: the packages that it installs, those in its bundles, and Node.
 *
 * @param bundles - what vite wrote of each bundle, as JSON
 * @throws where a licence or its text is not known: such a thing is not to be handed on
 */
export function licensedParts(
  bundles: readonly string[],
  node: { readonly version: string; readonly licence: string },
): readonly Licensed[] {
  const bundled = bundles.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as Bundled[]);
  const all = [
    ...[...installed().packages.keys()].map(installedPart),
    ...bundled.map(({ name, version, identifier, text }) => part(name, version, identifier, text)),
    part('Node.js', node.version, 'MIT', node.licence),
  ];
  const byName = new Map(all.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName.values()].toSorted((a, b) =>
    a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1,
  );
}

/** A list of all, then the text of each. */
export function licencesText(parts: readonly Licensed[]): string {
  const width = Math.max(...parts.map(({ name, version }) => name.length + version.length + 1));
  const list = parts.map(
    ({ name, version, licence }) => `${`${name} ${version}`.padEnd(width)}  ${licence}`,
  );
  const full = parts.map(
    ({ name, version, licence, text }) => `${rule}\n${name} ${version} (${licence})\n\n${text}\n`,
  );
  return `${head}\n${list.join('\n')}\n\n${full.join('\n')}`;
}

const rule = '-'.repeat(80);

const head = `本包所含他人的软件，先列名称、版本与许可证，后附许可证全文。
守则本身依 Apache-2.0 许可，全文见 app/LICENSE。

What others wrote and this package carries: a list with versions and licences, then the texts.
shouze itself is under Apache-2.0, see app/LICENSE.
`;

function installedPart(folder: string): Licensed {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
  };
  const own = readdirSync(folder).find((file) => /^licen[cs]e/iu.test(file));
  return part(name, version, license, own && readFileSync(`${folder}/${own}`, 'utf8'));
}

function part(
  name: string,
  version: string,
  licence: string | null | undefined,
  given: string | null | undefined,
): Licensed {
  const kept = texts[name];
  const text = given ?? (kept && readFileSync(kept, 'utf8'));
  if (!licence || !text) throw new Error(`no licence, or no text of it, in ${name} ${version}`);
  return { name, version, licence, text: text.replaceAll('\r\n', '\n').trim() };
}
