import { inLanguage, type Language, sayIn } from '../base/language.ts';
import { junitWords } from '../words/junit.ts';
import type { CheckReport, DossierJson, OutcomeJson } from './json-format.ts';

/**
 * A check as JUnit XML: a suite a dossier, a case an outcome; what passes and is not told of in full is one case that
 * says how many there are. What cannot be told is skipped, and what is no dossier an error.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function* junitText(report: CheckReport, language: Language): Generator<string> {
  const { id, version } = report.rulebook;
  yield* suitesXml(
    `${id} ${version}`,
    report.dossiers.map((dossier) => ({
      name: dossier.id ?? dossier.file,
      className: dossier.id ?? dossier.file,
      file: dossier.file,
      cases: casesOf(dossier, report, language),
    })),
  );
}

/** Some cases, and of what they are. */
export interface TestSuite {
  readonly name: string;
  readonly className: string;
  readonly file?: string;
  readonly cases: readonly TestCase[];
}

/** Suites as JUnit XML. */
export function* suitesXml(name: string, suites: readonly TestSuite[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="${xml(name)}"${counts(suites.flatMap(({ cases }) => cases))}>\n`;
  for (const suite of suites) {
    yield `  <testsuite name="${xml(suite.name)}"${fileOf(suite)}${counts(suite.cases)}>\n`;
    for (const one of suite.cases) yield caseXml(one, suite);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function fileOf({ file }: TestSuite): string {
  return file === undefined ? '' : ` file="${xml(file)}"`;
}

export interface TestCase {
  readonly name: string;
  readonly line?: number;
  readonly is: 'passed' | 'failure' | 'skipped' | 'error';
  readonly message: string;
  /** The whole of it. */
  readonly text: string;
  /** What kind of failure or error it is, where there are several. */
  readonly type?: string;
}

function casesOf(
  { outcomes, diagnostics, counts: all }: DossierJson,
  report: CheckReport,
  language: Language,
): readonly TestCase[] {
  const words = sayIn(junitWords, language);
  const problems = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((one): TestCase => {
      const message = inLanguage(one.message, language);
      const text = `${message}\n${one.file}:${one.line}:${one.column}`;
      return { name: one.code, line: one.line, is: 'error', message, text };
    });
  const told = outcomes.map((one) => caseOf(one, report, language));
  const passed = new Set(outcomes.filter(({ status }) => status === 'pass').map((one) => one.rule));
  const others = (all?.pass ?? 0) - passed.size;
  return [
    ...problems,
    ...told,
    ...(others > 0
      ? [{ name: words.passed(others), is: 'passed' as const, message: '', text: '' }]
      : []),
  ];
}

function caseOf(outcome: OutcomeJson, report: CheckReport, language: Language): TestCase {
  const { rule, element, title, status, message, because, basis, at } = outcome;
  const says = (texts: OutcomeJson['message'] | undefined) => inLanguage(texts, language);
  const name = [
    rule,
    ...(element === null ? [] : [`[${element}]`]),
    says(title ?? report.rules[rule]?.title),
  ];
  const text = [
    says(message),
    ...because.map((one) => says(one.text)),
    ...basis.map(({ clause }) => says(report.clauses[clause]?.title) || clause),
    `${at.path} ${at.line}:${at.column}`,
    outcome.finding,
  ];
  return {
    name: name.join(' ').trim(),
    line: at.line,
    is: status === 'fail' ? 'failure' : status === 'pass' ? 'passed' : 'skipped',
    message: says(message),
    text: text.join('\n'),
  };
}

function caseXml({ name, line, is, message, text, type = is }: TestCase, suite: TestSuite): string {
  const place = line === undefined ? '' : ` line="${line}"`;
  const open = `    <testcase name="${xml(name)}" classname="${xml(suite.className)}"${fileOf(suite)}${place} time="0"`;
  if (is === 'passed') return `${open}/>\n`;
  const inside =
    is === 'skipped'
      ? `<skipped message="${xml(message)}"/>`
      : `<${is} message="${xml(message)}" type="${xml(type)}">${xml(text)}</${is}>`;
  return `${open}>\n      ${inside}\n    </testcase>\n`;
}

function counts(cases: readonly TestCase[]): string {
  const of = (is: TestCase['is']) => cases.filter((one) => one.is === is).length;
  return ` tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}" time="0"`;
}

/** A text between tags or quotes; what XML 1.0 cannot hold is shown as a character that is none. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}
