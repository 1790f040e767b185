import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createGenerator, type SchemaGenerator } from 'ts-json-schema-generator';
import { indentedJson, isObject } from '../src/base/json.ts';
import { inBoth } from './file-words.ts';

/** A JSON Schema that is kept in git, and the type it is made from. */
export interface SchemaOfType {
  readonly type: string;
  /** Path of the schema, from the root of the repository. */
  readonly to: string;
}

/** The schemas by the file that has their types. */
export const schemas: Readonly<Record<string, readonly SchemaOfType[]>> = {
  'src/loan/dossier.ts': [{ type: 'Dossier', to: 'rules/schemas/dossier.schema.json' }],
  'src/loan/institution.ts': [
    { type: 'InstitutionFile', to: 'rules/schemas/institution.schema.json' },
  ],
  'src/loan/staff.ts': [{ type: 'StaffFile', to: 'rules/schemas/staff.schema.json' }],
  'src/loan/scorecard.ts': [{ type: 'ScorecardFile', to: 'rules/schemas/scorecard.schema.json' }],
  'src/loan/model.ts': [{ type: 'ModelFile', to: 'rules/schemas/model.schema.json' }],
  'src/loan/pilot.ts': [{ type: 'PilotFile', to: 'rules/schemas/pilot.schema.json' }],
  'src/loan/process-version.ts': [{ type: 'ProcessFile', to: 'rules/schemas/process.schema.json' }],
  'src/loan/portfolio.ts': [{ type: 'PortfolioFile', to: 'rules/schemas/portfolio.schema.json' }],
  'src/rulebook/files.ts': [
    { type: 'RulebookFile', to: 'schemas/rulebook.schema.json' },
    { type: 'ExtensionFile', to: 'schemas/extension.schema.json' },
    { type: 'PostsFile', to: 'schemas/posts.schema.json' },
    { type: 'CatalogueFile', to: 'schemas/catalogue.schema.json' },
    { type: 'GlossaryFile', to: 'schemas/glossary.schema.json' },
    { type: 'DefinitionsFile', to: 'schemas/definitions.schema.json' },
    { type: 'ParameterFile', to: 'schemas/parameter.schema.json' },
    { type: 'MovementFile', to: 'schemas/movement.schema.json' },
    { type: 'TableFile', to: 'schemas/table.schema.json' },
    { type: 'CodesFile', to: 'schemas/codes.schema.json' },
    { type: 'CalendarFile', to: 'schemas/calendar.schema.json' },
    { type: 'ReviewedFile', to: 'schemas/reviewed.schema.json' },
    { type: 'StepFile', to: 'schemas/step.schema.json' },
    { type: 'RuleFile', to: 'schemas/rule.schema.json' },
    { type: 'AdditionFile', to: 'schemas/addition.schema.json' },
    { type: 'MeasureFile', to: 'schemas/measure.schema.json' },
    { type: 'NetworkFile', to: 'schemas/network.schema.json' },
    { type: 'OccasionFile', to: 'schemas/occasion.schema.json' },
    { type: 'ClaimsFile', to: 'schemas/claims.schema.json' },
    { type: 'PromiseFile', to: 'schemas/promise.schema.json' },
    { type: 'AppraisalFile', to: 'schemas/appraisal.schema.json' },
    { type: 'CasesFile', to: 'schemas/cases.schema.json' },
    { type: 'BlueprintFile', to: 'schemas/blueprint.schema.json' },
    { type: 'MappingFile', to: 'schemas/mapping.schema.json' },
    { type: 'SchemeFile', to: 'schemas/scheme.schema.json' },
    { type: 'ViewFile', to: 'schemas/view.schema.json' },
    { type: 'ModelFile', to: 'schemas/model.schema.json' },
  ],
  'src/report/lint-json.ts': [{ type: 'LintReport', to: 'schemas/lint-report.schema.json' }],
  'src/report/test-json.ts': [{ type: 'TestReport', to: 'schemas/test-report.schema.json' }],
  'src/trace/format.ts': [{ type: 'TraceReport', to: 'schemas/trace-report.schema.json' }],
  'src/drift/format.ts': [{ type: 'SourcesReport', to: 'schemas/sources-report.schema.json' }],
  'src/diff/format.ts': [{ type: 'DiffReport', to: 'schemas/diff-report.schema.json' }],
  'src/views/format.ts': [{ type: 'ViewReport', to: 'schemas/view-report.schema.json' }],
  'src/report/figures-json.ts': [
    { type: 'ServiceReportJson', to: 'schemas/service-report.schema.json' },
    { type: 'PilotReportJson', to: 'schemas/pilot-report.schema.json' },
    { type: 'ModelListJson', to: 'schemas/model-list-report.schema.json' },
    { type: 'ModelScoresJson', to: 'schemas/model-score-report.schema.json' },
    { type: 'ModelMonitoringJson', to: 'schemas/model-monitor-report.schema.json' },
  ],
  'src/report/mutation.ts': [{ type: 'MutationReport', to: 'schemas/mutation-report.schema.json' }],
  'src/report/verify-json.ts': [{ type: 'VerifyReport', to: 'schemas/verify-report.schema.json' }],
  'src/report/json-format.ts': [
    { type: 'CheckReport', to: 'schemas/check-report.schema.json' },
    { type: 'CheckLine', to: 'schemas/check-line.schema.json' },
    { type: 'ScorecardReport', to: 'schemas/scorecard-report.schema.json' },
    { type: 'RingReport', to: 'schemas/ring-report.schema.json' },
    { type: 'HandOversReport', to: 'schemas/hand-overs-report.schema.json' },
  ],
};

/** Tags of doc comments that become keywords of the same name with `x-` before it. */
const tags = [
  'unit',
  'key',
  'personal',
  'absence',
  'empty',
  'correctable',
  'labels',
  'earliest',
  'latest',
  'endless',
  'blank',
  'lenient',
  'kind',
  'noun',
  'counter',
  'yes',
  'no',
];

/** Those that are a text for people, in both languages: `@noun 当事人 | party`. */
const texts: readonly string[] = ['kind', 'noun', 'counter', 'yes', 'no'];

/** The keywords that our schemas have beyond JSON Schema's own. */
export const keywords: readonly string[] = ['title', 'units', ...tags].map((name) => `x-${name}`);

/** A generator for the types of one file; it may make many schemas. */
export function generatorOf(path: string): SchemaGenerator {
  return createGenerator({ path, tsconfig: 'tsconfig.json', skipTypeCheck: true, extraTags: tags });
}

/** The text of a schema as it is kept: the same type of the same file gives the same bytes. */
export function schemaText(generator: SchemaGenerator, type: string, path: string): string {
  const schema = marked(generator.createSchema(type));
  return indentedJson(path === 'src/rulebook/files.ts' ? inBothLanguages(schema) : schema);
}

/** With what types and keys mean in Chinese behind the English: an editor shows one text. */
function inBothLanguages(schema: unknown): unknown {
  if (!isObject(schema) || !isObject(schema['definitions'])) return schema;
  const types = Object.entries(schema['definitions']).map(([type, of]) => {
    if (!isObject(of)) return [type, of] as const;
    const keys = Object.entries(isObject(of['properties']) ? of['properties'] : {});
    const properties = keys.map(([key, is]) => [key, meant(type, key, is)] as const);
    const told = keys.length > 0 ? { ...of, properties: Object.fromEntries(properties) } : of;
    return [type, meant(type, '', told)] as const;
  });
  return { ...schema, definitions: Object.fromEntries(types) };
}

function meant(type: string, key: string, schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const description = inBoth(type, key, schema['description']);
  return description === '' ? schema : { ...schema, description };
}

type Json = Readonly<Record<string, unknown>>;

/** The schema with our tags as `x-` keywords, and bilingual doc comments as `x-title`. */
function marked(schema: unknown, names = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => marked(item));
  if (!isObject(schema)) return schema;
  const out: [string, unknown][] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (names) out.push([key, marked(value)]);
    else if (key === 'properties' || key === 'definitions') out.push([key, marked(value, true)]);
    else if (key === 'enum' || key === 'const' || key === 'default') out.push([key, value]);
    else if (key === 'description') out.push(...described(value));
    else if (key === 'correctable' || key === 'lenient') out.push([`x-${key}`, true]);
    else if (texts.includes(key)) out.push([`x-${key}`, saidIn(value)]);
    else if (key === 'labels') out.push(['x-labels', labelled(value)]);
    else if (tags.includes(key)) out.push([`x-${key}`, value]);
    else out.push([key, marked(value)]);
  }
  return Object.fromEntries(out);
}

/** `首付款金额 | Down payment paid` on the first line is a title in both languages; the rest describes. */
function described(text: unknown): [string, unknown][] {
  if (typeof text !== 'string') return [];
  const end = text.includes('\n') ? text.indexOf('\n') : text.length;
  const bar = text.slice(0, end).indexOf(' | ');
  if (bar < 0) return [['description', text]];
  const words = { zh: text.slice(0, bar).trim(), en: text.slice(bar + 3, end).trim() };
  const description = text.slice(end).trim();
  const title: [string, unknown] = ['x-title', words];
  return description === '' ? [title] : [title, ['description', description]];
}

/** `当事人 | party`, or `名` where only Chinese has a word for it. */
function saidIn(text: unknown): Json {
  const [zh = '', en] = String(text).split(' | ');
  return { zh: zh.trim(), ...(en !== undefined && { en: en.trim() }) };
}

function labelled(labels: unknown): Json {
  if (!isObject(labels)) throw new Error(`@labels is not an object: ${JSON.stringify(labels)}`);
  return Object.fromEntries(
    Object.entries(labels).map(([code, words]) => {
      if (!Array.isArray(words) || words.length !== 2)
        throw new Error(`@labels of ${code} are not two`);
      return [code, { zh: String(words[0]), en: String(words[1]) }];
    }),
  );
}

if (import.meta.main) {
  for (const [path, made] of Object.entries(schemas)) {
    const generator = generatorOf(path);
    for (const { type, to } of made) {
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, schemaText(generator, type, path));
    }
  }
}
