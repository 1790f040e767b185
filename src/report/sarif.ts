import { inLanguage, type Language } from '../base/language.ts';
import type {
  CheckReport,
  DiagnosticJson,
  DossierJson,
  OutcomeJson,
  PlaceJson,
} from './json-format.ts';
import { diagnosticLevel, toolLevel } from './levels.ts';

/**
 * A check as SARIF 2.1.0: a result a finding, a rule with what it asks and rests on. What cannot be told is `open`, what
 * waits for a person `review`; what was waived is suppressed. Nothing in it is Markdown.
 *
 * A finding goes by its identity: as a whole fingerprint, and as a partial one where names are masked.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function* sarifText(report: CheckReport, language: Language): Generator<string> {
  const { rulebook, engine, masked } = report;
  const ids = Object.keys(report.rules);
  const places = new Map(ids.map((id, index) => [id, index]));
  yield `{\n"$schema": ${json(sarifSchema)},\n"version": "2.1.0",\n"runs": [{\n`;
  yield `"tool": ${json({
    driver: {
      name: 'shouze',
      semanticVersion: engine,
      rules: ids.map((id) => ruleOf(id, report, language)),
    },
  })},\n`;
  yield '"columnKind": "utf16CodeUnits",\n';
  yield `"properties": ${json({ rulebook: rulebook.id, version: rulebook.version, digest: rulebook.digest, masked })},\n`;
  const problems = report.dossiers.flatMap(({ diagnostics }) =>
    diagnostics.map((one) => notificationOf(one, language)),
  );
  yield `"invocations": [${json({ executionSuccessful: true, ...(problems.length > 0 && { toolExecutionNotifications: problems }) })}],\n`;
  yield '"results": [';
  let isFirst = true;
  for (const dossier of report.dossiers)
    for (const outcome of dossier.outcomes) {
      yield `${isFirst ? '' : ','}\n${json(resultOf(outcome, dossier, places, report, language))}`;
      isFirst = false;
    }
  yield '\n]\n}]\n}\n';
}

/** Where the schema of SARIF is. */
export const sarifSchema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

function ruleOf(id: string, report: CheckReport, language: Language) {
  const rule = report.rules[id];
  const says = (texts: OutcomeJson['message'] | undefined) => plain(inLanguage(texts, language));
  const title = says(rule?.title) || id;
  const { when = '', ...remedy } = rule?.remedy ?? {};
  const help = rule?.remedy ? `${says(report.remedies[when]) || when}: ${says(remedy)}` : title;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: title },
    help: { text: help },
    defaultConfiguration: { level: toolLevel({ status: 'fail', rule: id }, report) },
    properties: {
      tags: [
        ...(rule?.kind ? [rule.kind] : []),
        ...(rule?.severity === undefined ? [] : [rule.severity]),
        ...(rule?.redLine ? ['red-line'] : []),
      ],
    },
  };
}

function resultOf(
  outcome: OutcomeJson,
  dossier: DossierJson,
  places: ReadonlyMap<string, number>,
  report: CheckReport,
  language: Language,
) {
  const { rule, finding, status, message, at, related, waiver, basis } = outcome;
  const isFail = status === 'fail' || status === 'waived';
  const index = places.get(rule);
  const prints = { 'finding/v1': finding };
  const says = (texts: OutcomeJson['message'] | undefined) => plain(inLanguage(texts, language));
  return {
    ruleId: rule,
    ...(index !== undefined && { ruleIndex: index }),
    kind: kindOf(outcome),
    level: isFail ? toolLevel({ status: 'fail', rule }, report) : 'none',
    message: { text: says(message) || finding },
    locations: [locationOf(at, dossier)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, number) => ({
        id: number,
        ...locationOf(place, dossier),
      })),
    }),
    ...(report.masked ? { partialFingerprints: prints } : { fingerprints: prints }),
    ...(status === 'waived' && {
      suppressions: [
        {
          kind: 'external',
          status: 'accepted',
          ...(waiver && { justification: says(waiver.text) }),
        },
      ],
    }),
    properties: {
      finding,
      dossier: dossier.id ?? dossier.file,
      basis: basis.map(
        ({ clause }) => plain(inLanguage(report.clauses[clause]?.title, language)) || clause,
      ),
    },
  };
}

function kindOf({ status, manual, missing }: OutcomeJson): string {
  switch (status) {
    case 'fail':
    case 'waived':
      return 'fail';
    case 'pass':
      return 'pass';
    case 'cannot-tell':
      return manual && missing.length === 0 ? 'review' : 'open';
    default:
      return 'notApplicable';
  }
}

function notificationOf(one: DiagnosticJson, language: Language) {
  return {
    level: diagnosticLevel(one),
    descriptor: { id: one.code },
    message: { text: plain(inLanguage(one.message, language)) || one.code },
    locations: [{ physicalLocation: physical(one.file, one) }],
  };
}

function locationOf(place: PlaceJson, dossier: DossierJson) {
  return {
    physicalLocation: physical(place.file ?? dossier.file, place),
    ...(place.path !== '' && { logicalLocations: [{ fullyQualifiedName: place.path }] }),
  };
}

function physical(file: string, { line, column }: Pick<PlaceJson, 'line' | 'column'>) {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: Math.max(1, line), startColumn: Math.max(1, column) },
  };
}

/** A path as a relative reference: nothing in it is a scheme, a query or a fragment. */
export function uriOf(file: string): string {
  const parts = file.toWellFormed().replaceAll('\\', '/').split('/');
  return parts.map((part) => encodeURIComponent(part)).join('/') || '.';
}

/** A text in which nothing is a link: those are made of brackets even in plain texts (3.11.6). */
export function plain(text: string): string {
  return text.toWellFormed().replaceAll('](', '] (');
}

function json(value: unknown): string {
  return JSON.stringify(value);
}
