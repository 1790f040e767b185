import { type Language, sayIn } from '../base/language.ts';
import type { Position } from '../base/source.ts';
import { wordbooks } from '../words/messages/messages.ts';
import { toldWords } from '../words/told.ts';
import { annotation } from './github.ts';
import { suitesXml, type TestSuite } from './junit.ts';
import type { ToolLevel } from './levels.ts';
import { plain, sarifSchema, uriOf } from './sarif.ts';
import type { Told } from './told.ts';

/** The formats in which tools for developers take what is told of the files of a rulebook. */
export const toldFormats = ['sarif', 'github', 'gitlab', 'junit'] as const;

export type ToldFormat = (typeof toldFormats)[number];

/** Who tells it. */
export interface Teller {
  /** The command: `lint`. */
  readonly command: string;
  readonly engine: string;
  readonly language: Language;
}

/** What is told, as one text in a format. */
export function toldText(told: readonly Told[], format: ToldFormat, teller: Teller): string {
  return writers[format](told, teller);
}

const writers: Readonly<Record<ToldFormat, (told: readonly Told[], teller: Teller) => string>> = {
  sarif,
  github: (told) =>
    told
      .map(({ level, file, start, code, says }) => annotation(level, file, start, code, says))
      .join(''),
  gitlab,
  junit,
};

/**
 * SARIF 2.1.0, with what to write instead as a fix.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
function sarif(told: readonly Told[], { command, engine, language }: Teller): string {
  const words = sayIn(toldWords, language);
  const codes = [...new Set(told.map(({ code }) => code))].toSorted();
  const results = told.map(({ code, level, file, start, end, says, fix }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: { text: plain(says) },
    locations: [{ physicalLocation: { ...artifact(file), region: region(start, end) } }],
    ...(fix && {
      fixes: [
        {
          artifactChanges: [
            {
              ...artifact(file),
              replacements: [
                { deletedRegion: region(fix.start, fix.end), insertedContent: { text: fix.text } },
              ],
            },
          ],
        },
      ],
    }),
  }));
  const rules = codes.map((code) => ({
    id: code,
    shortDescription: { text: code },
    help: { text: isExplained(code) ? words.more(code) : words.ofCommand(command) },
  }));
  const driver = { name: 'shouze', semanticVersion: engine, rules };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: sarifSchema, version: '2.1.0', runs: [run] }, undefined, 1)}\n`;
}

/** Whether a page tells more of it. */
function isExplained(code: string): boolean {
  return Object.hasOwn(wordbooks.en.messages, code);
}

function artifact(file: string) {
  return { artifactLocation: { uri: uriOf(file) } };
}

function region(start: Position, end: Position) {
  return {
    startLine: Math.max(1, start.line),
    startColumn: Math.max(1, start.column),
    endLine: Math.max(1, end.line),
    endColumn: Math.max(1, end.column),
  };
}

const severities: Readonly<Record<ToolLevel, string>> = {
  error: 'critical',
  warning: 'minor',
  note: 'info',
};

/**
 * GitLab Code Quality. What tells one from another does not speak of its line, so that it is known again when lines
 * above it come and go.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
function gitlab(told: readonly Told[]): string {
  const seen = new Map<string, number>();
  const issues = told.map(({ code, level, file, start, end, says }) => {
    const known = [code, file, says].join('|');
    const before = seen.get(known) ?? 0;
    seen.set(known, before + 1);
    return {
      description: says,
      check_name: code,
      fingerprint: `${known}|${before}`,
      severity: severities[level],
      location: { path: file, lines: { begin: start.line, end: end.line } },
    };
  });
  return `${JSON.stringify(issues, undefined, 1)}\n`;
}

/** JUnit XML: a suite a file, a failure each, what is only to be known skipped; without any, one case that passed. */
function junit(told: readonly Told[], { command }: Teller): string {
  const suites = [...Map.groupBy(told, ({ file }) => file)].map(([file, list]): TestSuite => ({
    name: file,
    className: file,
    file,
    cases: list.map(({ code, level, start: { line, column }, says }) => ({
      name: `${code} ${line}:${column}`,
      line,
      is: level === 'note' ? 'skipped' : 'failure',
      message: says,
      text: `${says}\n${file}:${line}:${column}`,
      type: code,
    })),
  }));
  const passed: TestSuite = {
    name: command,
    className: 'shouze',
    cases: [{ name: command, is: 'passed', message: '', text: '' }],
  };
  return [...suitesXml(`shouze ${command}`, suites.length > 0 ? suites : [passed])].join('');
}
