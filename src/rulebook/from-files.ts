import { type Checked, type Diagnostic, noted } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import type { Source, Span } from '../base/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlProblems } from '../yaml/problems.ts';
import { plainOf, type Yaml } from '../yaml/tree.ts';
import {
  languagesOf,
  type Entry,
  type Rule,
  type Rulebook,
  type SourceDocument,
  type Stage,
  type Step,
} from './ast.ts';
import type {
  CalendarFile,
  CasesFile,
  CatalogueFile,
  DefinitionsFile,
  MeasureFile,
  ParameterFile,
  PostsFile,
  ReviewedFile,
  RuleFile,
  RulebookFile,
  StepFile,
  TableFile,
} from './files.ts';
import { combine } from './extend.ts';
import { isRule, type RulebookFolder } from './folder.ts';
import type { RulebookProblems } from './problems.ts';
import { type FileKind, type FileSchemas, shapeChecker } from './shape.ts';
import { textsOf } from './texts.ts';
import { sourceDocument } from './source-document.ts';

/** The format of rulebooks that this version reads. */
const format = 1;

/**
 * Reads every file of a rulebook and puts them in processing order.
 *
 * @returns undefined when there is no `rulebook.yaml` to start from; a file that is wrong is left out
 */
export function rulebookFromFiles(
  folder: RulebookFolder,
  schemas: FileSchemas,
): Checked<Rulebook | undefined, YamlProblems & RulebookProblems> {
  const to = noted<RulebookProblems>();
  const syntax: Diagnostic<YamlProblems>[] = [];
  const check = shapeChecker(schemas);
  const checkShape = (kind: FileKind, yaml: Yaml) => check(kind, yaml, to);
  const parsed = new Map<Source, Yaml | undefined>();
  const whole = isFormat(folder) ? combine(folder, { to, yamlOf: parse, checkShape }) : undefined;
  const { files, trees } = whole ?? { files: folder.files, trees: new Map<string, Yaml>() };
  const manifest = whole && read<RulebookFile>('rulebook', 'rulebook.yaml');
  if (!manifest) {
    if (!files.has('rulebook.yaml')) {
      to.error('rulebook/no-manifest', top(folder.name), { folder: folder.name });
    }
    return { value: undefined, diagnostics: [...syntax, ...to.diagnostics] };
  }
  const posts = readIf<PostsFile>('posts', 'posts.yaml');
  const documents = readIf<CatalogueFile>('catalogue', 'documents.yaml');
  const definitions = readIf<DefinitionsFile>('definitions', 'definitions.yaml');
  const reviewed = readIf<ReviewedFile>('reviewed', 'reviewed.yaml');
  const parameters = folderOf<ParameterFile>('parameter', 'parameters');
  const tables = folderOf<TableFile>('table', 'tables');
  const calendars = folderOf<CalendarFile>('calendar', 'calendars');
  const measures = folderOf<MeasureFile>('measure', 'measures');
  const seen = new Set<string>();
  const stages = manifest.data.stages.map((data, index) => stage(data.stage, index));
  const strays = [...files.keys()]
    .filter((path) => isRule(path) && !seen.has(path))
    .flatMap((path) => {
      const entry = read<RuleFile>('rule', path);
      return entry ? [entry] : [];
    });
  const value: Rulebook = {
    manifest,
    posts,
    documents,
    definitions,
    parameters,
    tables,
    calendars,
    measures,
    sources: sources(),
    reviewed,
    stages,
    strays,
    layers: whole.layers.map(({ manifest: own, at, sources: brought }) => ({
      ...(plainOf(own) as Pick<RulebookFile, 'id' | 'version' | 'title' | 'issuer' | 'languages'>),
      at,
      sources: brought,
    })),
    dossiers: dossiers(),
    schemas: subjectSchemas(manifest),
    files,
  };
  return { value, diagnostics: [...syntax, ...to.diagnostics] };

  function stage(id: string, index: number): Stage {
    const data = manifest?.data.stages[index] ?? { stage: id, title: {}, steps: [] };
    return { id, data, steps: data.steps.flatMap((name) => step(id, name) ?? []) };
  }

  function step(stageId: string, id: string): Step | undefined {
    const path = `stages/${stageId}/${id}`;
    const entry = read<StepFile>('step', `${path}/step.yaml`);
    if (!entry) {
      if (!files.has(`${path}/step.yaml`) && manifest) {
        to.error('rulebook/missing-file', manifest.yaml.span, { path: `${path}/step.yaml` });
      }
      return undefined;
    }
    return {
      id,
      stage: stageId,
      entry,
      rules: entry.data.rules.flatMap((rule) => ruleOf(rule) ?? []),
    };

    function ruleOf(ruleId: string): Rule | undefined {
      const found = [...files.keys()].find(
        (file) => isRule(file) && file.startsWith(`${path}/${ruleId}-`),
      );
      if (found === undefined || seen.has(found)) return undefined;
      seen.add(found);
      const rule = read<RuleFile>('rule', found);
      if (!rule) return undefined;
      const cases = found.replace(/\.yaml$/u, '.cases.yaml');
      return {
        id: rule.data.rule,
        stage: stageId,
        step: id,
        entry: rule,
        cases: readIf<CasesFile>('cases', cases),
      };
    }
  }

  function read<T>(kind: FileKind, path: string): Entry<T> | undefined {
    const yaml = yamlOf(path);
    if (!yaml || !checkShape(kind, yaml)) return undefined;
    return { path, yaml, data: plainOf(yaml) as T, texts: () => textsOf(yaml, schemas[kind]) };
  }

  function readIf<T>(kind: FileKind, path: string): Entry<T> | undefined {
    return files.has(path) ? read<T>(kind, path) : undefined;
  }

  function yamlOf(path: string): Yaml | undefined {
    const source = files.get(path);
    return trees.get(path) ?? (source && parse(source));
  }

  /** Once for each file, so that what is wrong is said once. */
  function parse(source: Source): Yaml | undefined {
    if (parsed.has(source)) return parsed.get(source);
    const { value, diagnostics } = parseYaml(source);
    syntax.push(...diagnostics);
    parsed.set(source, value);
    return value;
  }

  function isFormat({ files: own, parent }: RulebookFolder): boolean {
    const source = own.get('rulebook.yaml');
    const yaml = source && parse(source);
    if (!yaml) return false;
    const given = (plainOf(yaml) as { format?: unknown } | null)?.format;
    if (given === format) return !parent || isFormat(parent);
    to.error('rulebook/format', yaml.span, { format: String(given) });
    return false;
  }

  function folderOf<T>(kind: FileKind, name: string): readonly Entry<T>[] {
    return inFolder(name, '.yaml').flatMap((path) => read<T>(kind, path) ?? []);
  }

  function inFolder(name: string, ending: string): readonly string[] {
    return [...files.keys()]
      .filter(
        (path) =>
          path.startsWith(`${name}/`) &&
          path.endsWith(ending) &&
          !path.slice(name.length + 1).includes('/'),
      )
      .toSorted();
  }

  function sources(): readonly SourceDocument[] {
    return inFolder('sources', '.md').flatMap((path) => {
      const source = files.get(path);
      return (source && sourceDocument(path, source, writtenIn(source), to)) ?? [];
    });
  }

  /** The languages of the rulebook that brought a file, the writer's first. */
  function writtenIn(source: Source): readonly Language[] {
    const layer = whole?.layers.find(({ sources: brought }) => brought.has(source));
    return layer ? languagesOf(plainOf(layer.manifest) as RulebookFile) : [];
  }

  function dossiers(): ReadonlyMap<string, Yaml> {
    const found = inFolder('dossiers', '.yaml').map((path) => {
      const name = path.replace(/^dossiers\//u, '').replace(/\.yaml$/u, '');
      return [name, yamlOf(path)] as const;
    });
    return new Map(found.flatMap(([name, yaml]) => (yaml ? [[name, yaml] as const] : [])));
  }

  function subjectSchemas({ data, yaml }: Entry<RulebookFile>): ReadonlyMap<string, unknown> {
    const found = new Map<string, unknown>();
    for (const [subject, { schema }] of Object.entries(data.subjects)) {
      if (!files.has(schema)) to.error('rulebook/missing-file', yaml.span, { path: schema });
      else {
        const tree = yamlOf(schema);
        if (tree) found.set(subject, plainOf(tree));
      }
    }
    return found;
  }
}

function top(name: string): Span {
  return { source: { name, text: '' }, start: 0, end: 0 };
}
