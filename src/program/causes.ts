import type { Diagnostic } from '../base/diagnostic.ts';
import type { Source } from '../base/source.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import { casesPath, isCases } from '../rulebook/folder.ts';
import { isIn, lostIn } from '../rulebook/lost.ts';
import type { ReadProblems } from './read.ts';

type Told = Diagnostic<ReadProblems>;

/**
 * Whether something wrong is a cause, and not what comes of another: a file that cannot be read makes strangers of all
 * that it declares, and an edition that is missing in one file holes in every rule that reads it.
 *
 * @param unreadable - what was wrong with files as files
 * @param all - everything that was told
 */
export function isCause(
  { files, parameters, tables, codes }: Rulebook,
  unreadable: readonly Told[],
  all: readonly Told[],
): (told: Told) => boolean {
  const inError = sourcesOf(unreadable.filter(({ code }) => isOfShape(code)));
  const broken = new Map([...files].filter(([, source]) => inError.has(source)));
  const lost = lostIn(broken, files.keys());
  const renamed = all.flatMap(({ code, params }) =>
    code === 'rulebook/file-name' ? [params.name] : [],
  );
  const names = new Set([...lost.names, ...renamed]);
  const wrong = sourcesOf(all);
  const valued = [
    ...parameters.map((entry) => [entry.data.parameter, entry] as const),
    ...tables.map((entry) => [entry.data.table, entry] as const),
    ...codes.map((entry) => [entry.data.codes, entry] as const),
  ];
  const holed = new Set(
    valued.flatMap(([name, { yaml }]) => (wrong.has(yaml.span.source) ? [name] : [])),
  );
  const pathOf = new Map([...files].map(([path, source]) => [source, path]));
  return ({ code, params, span }) => {
    switch (code) {
      case 'feel/unknown-name':
      case 'feel/unknown-function':
      case 'rulebook/unknown-reference':
        return !names.has(params.name);
      case 'program/no-value':
        return !names.has(params.name) && !holed.has(params.name);
      case 'rulebook/unlisted':
        return !lost.folders.some((folder) => isIn(pathOf.get(span.source) ?? '', folder));
      case 'rulebook/no-cases':
        return !broken.has(casesPath(pathOf.get(span.source) ?? ''));
      case 'rulebook/unread':
        // the cases of a rule whose own file is called wrongly
        return !isCases(params.path) || !files.has(besideCases(params.path, '.yml'));
      default:
        return true;
    }
  };
}

const ofShape: ReadonlySet<string> = new Set(
  ['unknown-key', 'missing-key', 'wrong-type', 'unknown-word', 'pattern', 'schema']
    .concat('impossible-date', 'source-header', 'source-heading')
    .map((what) => `rulebook/${what}`),
);

/** Whether a file with it is left out, and what it declares with it. */
function isOfShape(code: string): boolean {
  return code.startsWith('yaml/') || ofShape.has(code);
}

function sourcesOf(told: readonly Told[]): ReadonlySet<Source> {
  const errors = told.filter(({ severity }) => severity === 'error');
  return new Set(errors.map(({ span }) => span.source));
}

function besideCases(path: string, ending: string): string {
  return path.replace(/\.cases\.yaml$/u, ending);
}
