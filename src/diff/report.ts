import { inLanguage, textsIn } from '../base/language.ts';
import type { Outcome } from '../evaluate/outcome.ts';
import type { Session } from '../evaluate/session.ts';
import { formatNumber } from '../feel/sentence/format.ts';
import type { Field } from '../feel/types.ts';
import type { Speaker } from '../manual/speaker.ts';
import { parseRational } from '../values/rational.ts';
import { productsAsked, productsOf } from '../manual/products.ts';
import type { ProcessRule, Program, ProgramRule } from '../program/ast.ts';
import type { Multilingual } from '../report/json-format.ts';
import { viewer } from '../report/view.ts';
import { stepsOf } from '../rulebook/ast.ts';
import type { Change } from './changes.ts';
import { idOf, type RuleDiff, type RulebookDiff, versionOf } from './diff.ts';
import type { Told } from './evidence.ts';
import type {
  ChangeJson,
  DiffReport,
  EvidenceJson,
  RuleDiffJson,
  RulebookJson,
  WitnessSideJson,
} from './format.ts';
import { isProcess } from './judging.ts';
import type { Verdict, Witness } from './search.ts';
import type { Side } from './side.ts';

/** The facts of a comparison as data, in every language that was asked for. */
export function diffReport(diff: RulebookDiff): DiffReport {
  const { old, now, asOf, version, changes, schemas, rules, languages } = diff;
  const places = new Map(changes.map((change, index) => [change, index]));
  return {
    format: 1,
    old: rulebookJson(old),
    new: rulebookJson(now),
    asOf,
    version,
    changes: changes.map((change) => changeJson(change, rules)),
    schemas,
    rules: rules.map((rule) => ruleJson(rule)),
  };

  function rulebookJson({ program, digest }: Side): RulebookJson {
    const { title } = program.rulebook.layers.at(-1) ?? program.rulebook.manifest.data;
    const said = textsIn(languages, (language) => inLanguage(title, language));
    return { id: idOf(program), version: versionOf(program), title: said, digest };
  }

  function ruleJson(rule: RuleDiff): RuleDiffJson {
    const side = rule.now ? now : old;
    const { rule: of } = rule;
    return {
      id: rule.id,
      title: titleOf(of, side),
      is: rule.now ? (rule.old ? 'changed' : 'new') : 'gone',
      ...whom(of, side),
      effect: rule.effect,
      tightens: evidenceJson(rule.evidence.tightens),
      loosens: evidenceJson(rule.evidence.loosens),
      by: rule.by.flatMap((change) => places.get(change) ?? []),
    };
  }

  function evidenceJson(told: Told): EvidenceJson {
    if (told.kind === 'proved')
      return { kind: 'proved', ...(told.within !== undefined && { within: told.within }) };
    if (told.kind !== 'witness') return told;
    const { files, shift, edits, old: was, now: is }: Witness = told.witness;
    return {
      kind: 'witness',
      witness: {
        of: files.of,
        shift,
        edits: edits.map(({ pointer, field, value }) => ({
          pointer,
          title: textsIn(languages, (language) => inLanguage(field.title, language)),
          value: value ?? null,
          says: now.said((speaker) => saysOf(field, value, speaker)),
        })),
        old: verdictJson(was, old),
        new: verdictJson(is, now),
      },
    };
  }

  function verdictJson({ outcome, session }: Verdict, { program }: Side): WitnessSideJson {
    return outcome && session
      ? sideJson(outcome, session, program, languages)
      : { status: null, level: null, edition: null, message: null };
  }
}

/** What one side says of a file, in words where there is something to say. */
export function sideJson(
  outcome: Outcome,
  { dossier, subject }: Pick<Session, 'dossier' | 'subject'>,
  program: Program,
  languages: readonly string[],
): WitnessSideJson {
  const isTold = outcome.status === 'fail' || outcome.status === 'cannot-tell';
  return {
    status: outcome.status,
    level: outcome.level,
    edition: outcome.edition,
    message: isTold
      ? textsIn(languages, (language) =>
          viewer(program, subject, dossier, language, false).message(outcome),
        )
      : null,
  };
}

/** A value that a file was given, as people say it. */
function saysOf({ type }: Field, value: string | undefined, { words, lexicon }: Speaker): string {
  if (value === undefined) return '';
  const number = type.kind === 'number' ? parseRational(value) : undefined;
  if (type.kind === 'number' && number) return formatNumber(number, type.unit, lexicon);
  return (type.kind === 'text' && words(type.words?.get(value))) || value;
}

function changeJson(change: Change, rules: readonly RuleDiff[]): ChangeJson {
  const { key: _, ...told } = change;
  const reached = rules.filter(({ by }) => by.includes(change));
  return { ...told, rules: reached.map(({ id }) => id) };
}

function titleOf(rule: ProgramRule | ProcessRule, side: Side): Multilingual {
  if (!isProcess(rule)) {
    const last = rule.editions.at(-1);
    return side.said(({ words }) => words(last?.title, last) || rule.id);
  }
  return side.said(({ words }) => words(rule.step.step.entry.data.title));
}

/** For which products, posts and at which step. */
function whom(
  rule: ProgramRule | ProcessRule,
  side: Side,
): Pick<RuleDiffJson, 'products' | 'posts' | 'step'> {
  const { rulebook } = side.program;
  const posts = isProcess(rule)
    ? (rule.step.editions.at(-1)?.posts ?? [])
    : rule.rule.entry.data.posts;
  const step = isProcess(rule) ? rule.step.id : rule.rule.step;
  const products = isProcess(rule) ? undefined : productsFor(rule, side);
  return {
    ...(products && { products }),
    posts: posts.map((post) =>
      side.said(
        ({ words }) =>
          words(rulebook.posts?.data.posts.find((one) => one.post === post)?.title) || post,
      ),
    ),
    step: side.said(
      ({ words }) =>
        words(stepsOf(rulebook).find(({ id }) => id === step)?.entry.data.title) || step,
    ),
  };
}

/** Undefined for all of them. */
function productsFor(rule: ProgramRule, side: Side): readonly Multilingual[] | undefined {
  const last = rule.editions.at(-1);
  const all = productsOf(rule.subject, { words: () => '' }).map(({ id }) => id);
  const asked = last && productsAsked(rule, last, all);
  return asked?.map((id) =>
    side.said(
      (speaker) => productsOf(rule.subject, speaker).find((one) => one.id === id)?.title ?? id,
    ),
  );
}
