import type { Dossier } from '../src/dossier/dossier.ts';
import { dossierFromYaml } from '../src/dossier/from-yaml.ts';
import { judgeRule } from '../src/evaluate/judge-rule.ts';
import { newSession } from '../src/evaluate/session.ts';
import type { Status } from '../src/evaluate/outcome.ts';
import { parseYaml } from '../src/yaml/parse.ts';
import type { Book } from './book.ts';
import { type Verdict, verdicts } from './rules/rule.ts';

/** A dossier of a JSON text, as `check` reads it. Throws when anything in it is malformed. */
export function dossierOf({ subject }: Book, json: string): Dossier {
  const yaml = parseYaml({ name: 'bench.json', text: json });
  const read = yaml.value && dossierFromYaml(yaml.value, subject.type);
  const found = [...yaml.diagnostics, ...(read?.diagnostics ?? [])];
  if (!read?.value || found.length > 0) throw new Error(`a generated file is malformed: ${JSON.stringify(found[0]?.params)}`);
  return read.value;
}

/** What the reference path says, in the order of the rules. */
export function judgedByReference({ program, subject }: Book, dossier: Dossier): readonly Verdict[] {
  const session = newSession(program, dossier, subject);
  return program.rules.flatMap((rule) => judgeRule(rule, session, {}).map(({ status }) => verdictOfStatus(status)));
}

export function verdictOfStatus(status: Status): Verdict {
  switch (status) {
    case 'pass':
      return verdicts.pass;
    case 'fail':
    case 'waived':
      return verdicts.fail;
    case 'cannot-tell':
      return verdicts.unknown;
    case 'not-applicable':
    case 'not-due':
      return verdicts.notApplicable;
  }
}
