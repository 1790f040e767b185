import { type Checked, type Diagnostic, type Noted, noted } from '../base/diagnostic.ts';
import type { Language } from '../base/language.ts';
import { type Memory, noMemory } from '../base/memory.ts';
import type { Source, Span } from '../base/source.ts';
import { parseYaml } from '../yaml/parse.ts';
import type { YamlProblems } from '../yaml/problems.ts';
import { plainMap, plainOf, type Yaml } from '../yaml/tree.ts';
import {
  languagesOf,
  type Entry,
  type Layer,
  type Rule,
  type Rulebook,
  type SourceDocument,
  spanOf,
  type Step,
} from './ast.ts';
import type {
  AppraisalFile,
  CalendarFile,
  CasesFile,
  ClaimsFile,
  CatalogueFile,
  GlossaryFile,
  MeasureFile,
  NetworkFile,
  OccasionFile,
  ModelFile,
  PromiseFile,
  PostsFile,
  ReviewedFile,
  RuleFile,
  RulebookFile,
  StepFile,
  ViewFile,
} from './files.ts';
import { combine } from './extend.ts';
import { casesPath, folderOfPath, isRule, isSource, type RulebookFolder } from './folder.ts';
import { modelParts, withDefinitions } from './models.ts';
import type { RulebookProblems } from './problems.ts';
import { filesOfFewRules, filesOfRules, ruleIdIn } from './rule-files.ts';
import { type CheckShape, checkShape, type FileKind } from './shape.ts';
import { schemaTexts } from './schema-texts.ts';
import { textsOf } from './texts.ts';
import { sourceDocument } from './source-document.ts';
import { unreadFiles } from './unread.ts';
import {
  isSaid,
  soleStage,
  wholeCodes,
  type WholeCodes,
  wholeDefinitions,
  type WholeDefinitions,
  wholeParameter,
  type WholeParameter,
  wholeRule,
  type WholeRule,
  type WholeRulebook,
  wholeTable,
  type WholeTable,
} from './whole.ts';

/** The format of rulebooks that this version reads. */
const format = 1;

/**
 * Reads every file of a rulebook and puts them in processing order.
 *
 * @param memory - of files that were read before
 * @param checked - reads a file as plain data, and says what is wrong with its shape
 * @returns undefined when there is no `rulebook.yaml` to start from; a file that is wrong is left out
 */
export function rulebookFromFiles(
  folder: RulebookFolder,
  memory: Memory = noMemory,
  checked: CheckShape = checkShape,
): Checked<Rulebook | undefined, YamlProblems & RulebookProblems> {
  const to = noted<RulebookProblems>();
  const syntax: Diagnostic<YamlProblems>[] = [];
  const isOfKind = (kind: FileKind, yaml: Yaml) => checked(kind, yaml, to) !== undefined;
  const parsed = new Map<Source, Yaml | undefined>();
  const whole = isFormat(folder) ? combine(folder, { to, yamlOf: parse, isOfKind }) : undefined;
  const { files, trees } = whole ?? { files: folder.files, trees: new Map<string, Yaml>() };
  /** Paths of the files that something read. */
  const touched = new Set<string>();
  const manifest = whole && manifestOf(read<RulebookFile>('rulebook', 'rulebook.yaml'));
  if (!manifest) {
    if (!files.has('rulebook.yaml')) {
      to.error('rulebook/no-manifest', top(folder.name), { folder: folder.name });
    }
    return { value: undefined, diagnostics: [...syntax, ...to.diagnostics] };
  }
  const posts = readIf<PostsFile>('posts', 'posts.yaml');
  const documents = readIf<CatalogueFile>('catalogue', 'documents.yaml');
  const glossary = readIf<GlossaryFile>('glossary', 'glossary.yaml');
  const ownDefinitions = readIf<WholeDefinitions>(
    'definitions',
    'definitions.yaml',
    wholeDefinitions,
  );
  const claims = readIf<ClaimsFile>('claims', 'claims.yaml');
  const reviewed = readIf<ReviewedFile>('reviewed', 'reviewed.yaml');
  const parameters = folderOf<WholeParameter>('parameter', 'parameters', (yaml, note) =>
    isSaid(yaml, 'value', note) ? wholeParameter(yaml) : undefined,
  );
  const ownTables = folderOf<WholeTable>('table', 'tables', (yaml, note) =>
    isSaid(yaml, 'rows', note) ? wholeTable(yaml) : undefined,
  );
  const codes = folderOf<WholeCodes>('codes', 'codes', (yaml, note) =>
    isSaid(yaml, 'file', note) ? wholeCodes(yaml) : undefined,
  );
  for (const { data } of codes) for (const { file } of data.editions) touched.add(`codes/${file}`);
  const calendars = folderOf<CalendarFile>('calendar', 'calendars');
  const measures = folderOf<MeasureFile>('measure', 'measures');
  const networks = folderOf<NetworkFile>('network', 'samples');
  const views = folderOf<ViewFile>('view', 'views');
  const occasions = folderOf<OccasionFile>('occasion', 'occasions');
  const models = folderOf<ModelFile>('model', 'models');
  const parts = models.map((entry) => {
    const made = memory.of('model', [entry], () => modelParts(entry));
    to.diagnostics.push(...made.diagnostics);
    return made.value;
  });
  const tables = [...ownTables, ...parts.flatMap((one) => one.tables)];
  const more = parts.flatMap((one) => one.definitions);
  const definitions = memory.of('definitions', [ownDefinitions, ...more], () =>
    withDefinitions(ownDefinitions, more, manifest),
  );
  const promises = folderOf<PromiseFile>('promise', 'promises');
  const appraisals = folderOf<AppraisalFile>('appraisal', 'appraisals');
  const seen = new Set<string>();
  const rulePaths = Map.groupBy([...files.keys()].filter(isRule), folderOfPath);
  const stages = manifest.data.stages.map((data) => ({
    id: data.stage,
    data,
    steps: manifest.data.rules
      ? [soleStep(manifest, manifest.data.rules)]
      : data.steps.flatMap((name) => step(data.stage, name) ?? []),
  }));
  const strays = [...(folder.only ? [] : files.keys())]
    .filter((path) => !seen.has(path) && isRule(path))
    .flatMap((path) => {
      touched.add(casesPath(path));
      return ruleEntry(path) ?? [];
    });
  const base = dossiers();
  const subjects = schemasOf(manifest);
  const value: Rulebook = {
    manifest,
    posts,
    documents,
    glossary,
    definitions,
    claims,
    parameters,
    tables,
    codes,
    calendars,
    measures,
    networks,
    views,
    occasions,
    models,
    promises,
    appraisals,
    sources: sources(),
    reviewed,
    stages,
    strays,
    layers: whole.layers.map(({ manifest: own, at, sources: brought }) => ({
      ...(plainOf(own) as Omit<Layer, 'manifest' | 'at' | 'sources'>),
      manifest: own,
      at,
      sources: brought,
    })),
    dossiers: base,
    schemas: new Map(subjects.map(({ subject, entry }) => [subject, entry.data])),
    schemaFiles: [...new Set(subjects.map(({ entry }) => entry))],
    files,
    unread: folder.only ? new Map() : unreadFiles(files.keys(), touched),
  };
  return { value, diagnostics: [...syntax, ...to.diagnostics] };

  /** With its stages, which are those that it lists, or one for all of its rules. */
  function manifestOf(entry: Entry<RulebookFile> | undefined): Entry<WholeRulebook> | undefined {
    if (!entry) return undefined;
    const { data } = entry;
    const { title, stages: own, rules } = data;
    if ((own === undefined) === (rules === undefined)) {
      const span = spanOf(entry, own ? 'rules' : 'format');
      to.error('rulebook/insert', span, { one: 'stages', other: 'rules' });
    }
    const sole = { stage: soleStage, title, steps: [soleStage] };
    return { ...entry, data: { ...data, stages: own ?? [sole] } };
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
    return { id, stage: stageId, entry, ...rulesIn(path, entry.data.rules, stageId, id) };
  }

  /** The step of a rulebook without stages: it asks nothing but its rules. */
  function soleStep(entry: Entry<WholeRulebook>, rules: readonly string[]): Step {
    const data: StepFile = { step: soleStage, title: entry.data.title, rules };
    return {
      id: soleStage,
      stage: soleStage,
      entry: memory.of('sole step', [entry.yaml], () => ({ ...entry, data })),
      ...rulesIn('rules', rules, soleStage, soleStage),
    };
  }

  /** The rules that a list names, of the files in a folder. */
  function rulesIn(
    path: string,
    all: readonly string[],
    stageId: string,
    stepId: string,
  ): Pick<Step, 'rules' | 'broken'> {
    const { only } = folder;
    const listed = only ? all.filter((id) => only.has(id)) : all;
    const paths = (rulePaths.get(path) ?? []).filter((file) => !seen.has(file));
    const broken: string[] = [];
    const idOf = (file: string) => {
      const yaml = yamlOf(file);
      return yaml && memory.of('rule id', [yaml], () => ruleIdIn(yaml));
    };
    const found = (only ? filesOfFewRules : filesOfRules)(listed, { paths, idOf });
    const rules = [...found].flatMap(([id, file]): Rule[] => {
      seen.add(file);
      const entry = ruleEntry(file);
      const cases = readIf<CasesFile>('cases', casesPath(file));
      if (!entry) {
        broken.push(id);
        return [];
      }
      const make = (): Rule => {
        const { written, ...whole } = entry;
        return { id: whole.data.rule, stage: stageId, step: stepId, entry: whole, written, cases };
      };
      return [memory.of('rule', [entry, cases, stageId, stepId], make)];
    });
    return { rules, broken };
  }

  function ruleEntry(path: string): (Entry<WholeRule> & Pick<Rule, 'written'>) | undefined {
    const written = read<RuleFile>('rule', path);
    if (!written || !manifest) return undefined;
    return memory.of('rule entry', [written, manifest.yaml], () => {
      const yaml = wholeRule(written.yaml, manifest.yaml);
      const data = plainLike(yaml, written) as WholeRule;
      return { ...written, yaml, data, written: written.data };
    });
  }

  /** @param whole - adds what the file may leave out; undefined where that cannot be done without it */
  function read<T>(kind: FileKind, path: string, whole?: Whole): Entry<T> | undefined {
    const given = yamlOf(path);
    if (!given) return undefined;
    const { value, diagnostics } = memory.of('entry', [kind, path, given], () =>
      entryOf<T>(kind, path, given, whole),
    );
    to.diagnostics.push(...diagnostics);
    return value;
  }

  function entryOf<T>(
    kind: FileKind,
    path: string,
    given: Yaml,
    whole: Whole = (yaml) => yaml,
  ): Checked<Entry<T> | undefined, RulebookProblems> {
    const own = noted<RulebookProblems>();
    const { diagnostics } = own;
    const plain = checked(kind, given, own);
    const yaml = plain && whole(given, own);
    if (!yaml) return { value: undefined, diagnostics };
    const data = (yaml === given ? plain.data : plainOf(yaml)) as T;
    const texts = () => textsOf(given, kind);
    return { value: { path, yaml, data, texts }, diagnostics };
  }

  function readIf<T>(kind: FileKind, path: string, whole?: Whole): Entry<T> | undefined {
    return files.has(path) ? read<T>(kind, path, whole) : undefined;
  }

  function yamlOf(path: string): Yaml | undefined {
    touched.add(path);
    const source = files.get(path);
    return trees.get(path) ?? (source && parse(source));
  }

  /** Once for each file, so that what is wrong is said once. */
  function parse(source: Source): Yaml | undefined {
    if (parsed.has(source)) return parsed.get(source);
    const { value, diagnostics } = memory.of('yaml', [source], () => parseYaml(source));
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

  function folderOf<T>(kind: FileKind, name: string, whole?: Whole): readonly Entry<T>[] {
    return inFolder(name, '.yaml').flatMap((path) => read<T>(kind, path, whole) ?? []);
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
    // what a few rules come to does not hang on what their clauses say
    if (folder.only) return [];
    const paths = [...files.keys()].filter(isSource).toSorted();
    return paths.flatMap((path) => {
      const source = files.get(path);
      if (!source) return [];
      const languages = writtenIn(source);
      const { value: document, diagnostics } = memory.of(
        'document',
        [path, source, languages.join(' ')],
        () => {
          const own = noted<RulebookProblems>();
          const made = sourceDocument(path, source, languages, own, memory);
          return { value: made, diagnostics: own.diagnostics };
        },
      );
      to.diagnostics.push(...diagnostics);
      return document ?? [];
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

  function schemasOf({ data, yaml }: Entry<RulebookFile>) {
    return Object.entries(data.subjects).flatMap(([subject, file]) => {
      // rows are of the schema of their register
      if ('rows' in file) return [];
      const { schema: path } = file;
      if (!files.has(path)) to.error('rulebook/missing-file', yaml.span, { path });
      const tree = yamlOf(path);
      if (!tree) return [];
      const entry = memory.of('schema', [path, tree], () => ({
        path,
        yaml: tree,
        data: plainOf(tree),
        texts: () => schemaTexts(tree).map((yaml) => ({ yaml, isProse: false })),
      }));
      return [{ subject, entry }];
    });
  }
}

/** What adds to a file that which it may leave out. */
type Whole = (yaml: Yaml, to: Noted<RulebookProblems>) => Yaml | undefined;

/** A map as plain data, of which much is that of another. */
function plainLike(yaml: Yaml, other: { readonly yaml: Yaml; readonly data: unknown }): unknown {
  if (yaml.kind !== 'map' || other.yaml.kind !== 'map') return plainOf(yaml);
  const known = new Set(other.yaml.entries);
  const data = other.data as Record<string, unknown>;
  return plainMap(yaml, (entry) =>
    known.has(entry) ? data[entry.key.text] : plainOf(entry.value),
  );
}

function top(name: string): Span {
  return { source: { name, text: '' }, start: 0, end: 0 };
}
