import { cellAt } from '../base/source.ts';
import { sayIn, inLanguage, type Language, spokenTo } from '../base/language.ts';
import { unreachable } from '../base/invariant.ts';
import { keysOf, pointerTo } from '../base/pointer.ts';
import { type Dossier, locate } from '../dossier/dossier.ts';
import { valueAt } from '../dossier/path.ts';
import type {
  Answer,
  Finding,
  FindingPart,
  GroupUse,
  Inapplicable,
  Outcome,
  WaiverUse,
} from '../evaluate/outcome.ts';
import { isUnknown } from '../feel/operations/unknown.ts';
import { formatNumber, formatValue, mask } from '../feel/sentence/format.ts';
import { lexiconOf } from '../feel/sentence/lexicon.ts';
import {
  conditionSentence,
  personalOf,
  sentence,
  type Wording,
} from '../feel/sentence/sentence.ts';
import type { Core } from '../feel/core.ts';
import type { Type } from '../feel/types.ts';
import type { MissingReason, Value } from '../feel/value.ts';
import {
  beginning,
  type Dated,
  type ProcessRule,
  type Program,
  namedIn,
  type Subject,
} from '../program/ast.ts';
import { workingDaysOf } from '../program/step-limits.ts';
import { prose } from '../program/prose.ts';
import { type Confidence, remedyTitle } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { penaltiesIn } from '../rulebook/penalties.ts';
import { parseRational } from '../values/rational.ts';
import { type Wordbook, wordbooks } from '../words/messages/messages.ts';
import { clauseTitle, standingOf } from './clause-title.ts';
import { hiderOf } from './hide.ts';
import { fileShown } from './masked.ts';
import { originOf } from './origin.ts';
import { idOf, placesIn, type PlaceView } from './place-view.ts';
import { type ReasonView, reasonViewer } from './reason-view.ts';
import { unnumbered } from './unnumbered.ts';

/** What reports show of an outcome, in one language; facts only, without layout. */
export interface OutcomeView {
  readonly outcome: Outcome;
  readonly title: string;
  readonly message: string;
  readonly because: readonly ReasonView[];
  readonly basis: readonly BasisView[];
  /** By which a breach is punished; of fails alone. */
  readonly penalties: readonly BasisView[];
  /** The files judged together, for a rule with `scope`. */
  readonly group: GroupView | undefined;
  /** What made it not applicable. */
  readonly inapplicable: string | undefined;
  readonly missing: readonly MissingView[];
  readonly at: PlaceView;
  readonly related: readonly PlaceView[];
  readonly remedy: string | undefined;
  readonly toPass: readonly string[];
  /** By how much it fails, where no entry may be corrected so that it passes. */
  readonly shortfall: string | undefined;
  readonly waiver: string | undefined;
  /** Who told it by hand, when, where, and their remark. */
  readonly by: string | undefined;
  readonly posts: string;
  readonly step: string;
  /** The rulebook that asks it, or made its limits stricter; only where one builds on another. */
  readonly origin: string | undefined;
}

export interface BasisView {
  readonly clause: string;
  readonly confidence: Confidence;
  readonly verified: boolean;
  readonly title: string;
}

export interface MissingView {
  readonly path: string;
  readonly title: string;
  readonly why: MissingReason;
  /** `why` in words, or what an open table says where it has no value. */
  readonly says: string;
}

export interface GroupView {
  /** Masked where it is personal; null for a file that was not placed. */
  readonly key: string | null;
  readonly files: number;
  readonly unplaced: number;
  /** Ids of its files, those that may belong to it last. */
  readonly ids: readonly string[];
  readonly text: string;
}

/** Renders the outcomes of one dossier. */
export interface Viewer {
  readonly view: (outcome: Outcome) => OutcomeView;
  /** What it says alone, without what takes longer to tell. */
  readonly message: (outcome: Outcome) => string;
  /** What a finding says to readers who do not have the file; undefined where its rule does not write it. */
  readonly retold: (outcome: Outcome) => string | undefined;
  /** A text, its parameters as they are on the day; without one, as they were last. */
  readonly words: (words: Words | undefined, day?: string | null) => string;
  readonly stageTitle: (id: string) => string;
  /** What the rule asks by the edition that judged, in one sentence; the question, where a person alone is asked. */
  readonly requirement: (outcome: Outcome) => string | undefined;
  readonly book: Wordbook;
}

export function viewer(
  program: Program,
  subject: Subject,
  dossier: Dossier,
  language: Language,
  unmasked: boolean,
): Viewer {
  const hide = unmasked ? undefined : hiderOf(dossier, subject);
  const lexicon = lexiconOf(language, program.setting, hide);
  const book = sayIn(wordbooks, language);
  const { terms } = book;
  const words = (given: Words | undefined, day?: string | null) =>
    inLanguage(prose(given, day, program), language);
  const wording: Wording = {
    lexicon,
    ...namedIn(program),
    unmasked,
  };
  const penalties = penaltiesIn(program.rulebook);
  const { reason, explain, shown, difference, found } = reasonViewer(wording, language);
  return { view, message, retold, words, stageTitle, requirement, book };

  function message(outcome: Outcome): string {
    return messageOf(outcome, placesOf(outcome).titleOf);
  }

  function placesOf({ group }: Outcome): ReturnType<typeof placesIn> {
    return placesIn(group ?? { dossier, subject }, program, words);
  }

  function retold(outcome: Outcome): string | undefined {
    const { finding } = outcome;
    if (finding?.kind !== 'template') return undefined;
    const { titleOf } = placesOf(outcome);
    const parts = toldParts(finding, titleOf);
    return unnumbered(parts, dossier.root, subject.type, language, shown).trim();
  }

  /** The parts of what a finding says; of one that the file does not settle, what is wanting. */
  function toldParts(
    finding: Extract<Finding, { kind: 'template' }>,
    titleOf: (pointer: string) => string,
  ): readonly FindingPart[] {
    const parts = partsOf(finding);
    const isUntold = (part: FindingPart | undefined) =>
      typeof part === 'object' && isUnknown(part.value);
    return parts.map((part, index) => {
      if (typeof part === 'string')
        return isUntold(parts[index + 1]) ? part.replace(/(?:，|, ?| )$/u, '') : part;
      if (!isUnknown(part.value)) return part;
      const wanted = part.value.missing.map(({ pointer }) => wantedTitle(pointer, titleOf));
      return terms.unsaid([...new Set(wanted)]);
    });
  }

  function requirement({ rule: id, edition, day }: Outcome): string | undefined {
    const facet = program.process.find((one) => one.id === id);
    if (facet) return facetAsks(facet, edition, day);
    const rule = program.rules.find((one) => one.id === id);
    const judged = rule && (editionFrom(rule.editions, edition) ?? rule.editions.at(-1));
    if (!judged?.require) return words(rule?.rule.entry.data.question, day).trim() || undefined;
    const own = words(judged.criterion, day).trim();
    const asks = own === '' ? conditionSentence(judged.require.core, wording) : own;
    const condition = judged.when && conditionSentence(judged.when.core, wording);
    return terms.explained.requires(condition, asks);
  }

  function facetAsks({ facet, editions }: ProcessRule, from: string | null, day: string | null) {
    const edition = editionFrom(editions, from) ?? editions.at(-1);
    if (!edition) return undefined;
    const { after, within, posts, documents } = edition.of;
    const rules = edition.asks.map(({ about }) => about);
    const days = within && workingDaysOf(within, day || edition.from, program);
    return terms.explained.facet({
      facet,
      after: after.map((id) => stepTitle(id, day)),
      from: within && stepTitle(within.from, day),
      days,
      posts: posts.map(postTitle),
      documents: documents.map(documentTitle),
      rules: [...new Set(rules)],
    });
  }

  function partsOf({ parts }: Extract<Finding, { kind: 'template' }>): readonly FindingPart[] {
    return parts[language] ?? parts[spokenTo(language)] ?? Object.values(parts)[0] ?? [];
  }

  function view(outcome: Outcome): OutcomeView {
    const { path, place, titleOf, typeOf } = placesOf(outcome);
    const group = outcome.group && groupView(outcome.group);
    const title = words(outcome.title, outcome.day);
    return {
      outcome,
      title: titleOfFinding(outcome.finding, title),
      message: messageOf(outcome, titleOf),
      group,
      because: outcome.because.map((one) => reason(one, outcome.status === 'fail', group?.ids)),
      basis: outcome.basis.map(basis),
      penalties: outcome.status === 'fail' ? penalties(outcome, outcome.day).map(basis) : [],
      inapplicable: notAsked(outcome),
      missing: outcome.missing.map(({ pointer, why }) => ({
        path: path(pointer),
        title: wantedTitle(pointer, titleOf),
        why,
        says: missingSays(pointer, why, outcome.day),
      })),
      at: place(outcome.at),
      related: outcome.related.map(place),
      remedy:
        outcome.remedy &&
        `${words(remedyTitle(program.rulebook, outcome.remedy.when))}${terms.colon}${words(outcome.remedy.text, outcome.day).trim()}`,
      toPass: outcome.toPass.map(({ pointer, side, value }) =>
        ({ 'at-least': terms.atLeast, 'at-most': terms.atMost, exactly: terms.exactly })[side](
          titleOf(pointer),
          boundSaid(value, typeOf(pointer)),
        ),
      ),
      shortfall: shortfallOf(outcome),
      waiver: outcome.waiver && waiverSays(outcome.waiver, outcome.rule, path),
      by: outcome.by && byHand(outcome.by),
      posts: outcome.posts.map(postTitle).join(lexicon.comma),
      step: words(stepOf(outcome.step)?.title, outcome.day),
      origin: originOf(program, outcome, language),
    };

    function boundSaid(value: string, type: Type): string {
      const number = type.kind === 'number' ? parseRational(value) : undefined;
      return number && type.kind === 'number' ? formatNumber(number, type.unit, lexicon) : value;
    }

    /** Why nothing was asked; undefined where something was. */
    function notAsked({ heldBy, awaits, status, inapplicable, step, day }: Outcome) {
      if (heldBy !== undefined) return terms.register.heldBy(stageTitle(heldBy));
      if (awaits !== undefined) return terms.progress.awaits(stepTitle(awaits, day));
      if (status === 'not-due') return terms.progress.notYet(stepTitle(step, day));
      return inapplicable && inapplicableOf(inapplicable, outcome);
    }

    function inapplicableOf(by: Inapplicable, { day }: Outcome): string {
      const says = terms.inapplicable;
      switch (by.kind) {
        case 'product': {
          const type = typeOf(by.pointer);
          const said = (value: Value) => formatValue(value, type, lexicon);
          return says.product(titleOf(by.pointer), said(by.value), by.products.map(said));
        }
        case 'condition':
          // editions often share their condition
          return says.condition([...new Set(by.because.map((one) => explain(one)))]);
        case 'before':
          return says.before(by.day ?? day, by.from);
        case 'ended':
          return says.ended(
            by.day ?? day,
            by.until,
            by.ended && basis(by.ended.by).title,
            words(by.ended?.why, day).trim(),
          );
        case 'empty':
          return says.empty(titleOf(by.pointer));
        case 'ungrouped':
          return says.ungrouped;
        case 'process':
          return by.is === undefined ? says.process : says[by.is];
        case 'not-covered':
          return says['not-covered'];
        default:
          return unreachable(by);
      }
    }
  }

  function shortfallOf({ status, because, toPass }: Outcome): string | undefined {
    if (status !== 'fail' || toPass.length > 0) return undefined;
    // two entries that should be the same may well be put right
    const missed = because.filter(({ value, core }) => value === false && isBound(core));
    const apart = [...new Set(missed.flatMap((one) => difference(one) ?? []))];
    return apart.length === 0 ? undefined : terms.explained.shortfall(apart);
  }

  function waiverSays(
    { pointer, problems }: WaiverUse,
    rule: string,
    path: (pointer: string) => string,
  ): string {
    const says = problems.map(
      (problem) =>
        terms.waiver[problem] + (problem === 'wrong-post' ? waiverPosts(pointer, rule) : ''),
    );
    const cell = cellAt(locate(dossier, pointer).source, pointer);
    const where = path(pointer) + (cell ? terms.brackets(terms.intake.cell(cell)) : '');
    const given = problems.length === 0 ? waiverGiven(pointer) : '';
    const all = given === '' ? says.join(lexicon.comma) : given;
    return all === '' ? where : where + terms.colon + all;
  }

  /** Why one that holds was given; blank where its kind of file does not say. */
  function waiverGiven(pointer: string): string {
    const { reason, evidence } = subject.file.waivers ?? {};
    const [why, papers] = [reason, evidence].map((name) => {
      const value =
        name === undefined ? undefined : valueAt(dossier.root, keysOf(pointerTo(pointer, name)));
      return typeof value === 'string' ? (hide?.(value) ?? value) : undefined;
    });
    return why === undefined ? '' : terms.waiverGiven(why, papers);
  }

  function waiverPosts(pointer: string, rule: string): string {
    const asked = program.rules.find(({ id }) => id === rule)?.rule.entry.data.waiver?.post;
    const place = pointerTo(pointer, subject.file.waivers?.post ?? '');
    const held = dossier.held?.get(place);
    const given = held?.said ?? valueAt(dossier.root, keysOf(place));
    if (asked === undefined || typeof given !== 'string') return '';
    return terms.waiverPosts({
      asked: postTitle(asked),
      given: postTitle(given),
      held: held?.posts.map(postTitle),
    });
  }

  function byHand({ name, remark, ...answer }: Answer): string {
    const said = (text: string) => hide?.(text) ?? text;
    // an auditor needs the number and the name of who checks; whom the file is about stays masked
    const who = terms.byHand({ ...answer, name: said(name) });
    return remark === undefined ? who : `${who}${terms.colon}${said(remark)}`;
  }

  function groupView({ key, by, title, files, unplaced, members }: GroupUse): GroupView {
    const personal = key === null || unmasked ? undefined : personalOf(by);
    const shownKey = personal && key !== null ? mask(key, personal) : key && (hide?.(key) ?? key);
    const ids = members.map((member) => fileShown(idOf(member), unmasked));
    const name = title ? words(title) : sentence(by, wording);
    const text = terms.group({ key: shownKey, name, files, unplaced, ids });
    return { key: shownKey, files, unplaced, ids, text };
  }

  function messageOf(
    { finding, status, missing, title, manual, because, day }: Outcome,
    titleOf: (pointer: string) => string,
  ): string {
    if (
      finding?.kind === 'process' &&
      (status === 'fail' ||
        finding.params.rules ||
        finding.params.documents ||
        finding.params.workingDays)
    ) {
      const { params } = finding;
      if (finding.facet === 'gate' && status === 'cannot-tell')
        return terms.gateUndecided(stepTitle(params.step, day), params.rules ?? []);
      return terms.process[finding.facet]({
        ...params,
        step: stepTitle(params.step, day),
        ...(params.other !== undefined && { other: stepTitle(params.other, day) }),
        ...(params.posts && { posts: params.posts.map(postWithin) }),
        ...(params.held && { held: params.held.map(postWithin) }),
        ...(params.documents && { documents: params.documents.map(documentWithin) }),
      });
    }
    if (finding?.kind === 'template') {
      return toldParts(finding, titleOf)
        .map((part, index) => (typeof part === 'string' ? part : shown(part, index > 0)))
        .join('')
        .trim();
    }
    if (finding?.kind === 'waiver')
      return terms.waiverFinding(terms.waiver[finding.problem], finding.rule, finding.near);
    if (finding?.kind === 'criterion')
      return terms.criterion(conditionSentence(finding.require, wording), found(because));
    if (status !== 'cannot-tell') return words(title, day);
    if (manual && missing.length === 0) return terms.waiting;
    const list = missing.map(
      ({ pointer, why }) =>
        wantedTitle(pointer, titleOf) + terms.brackets(missingSays(pointer, why, day)),
    );
    const wanted = `${terms.label.missing}${terms.colon}${list.join(lexicon.comma)}`;
    return manual ? `${wanted}${lexicon.brackets(terms.waiting)}` : wanted;
  }

  function wantedTitle(pointer: string, titleOf: (pointer: string) => string): string {
    const year = calendarYear(pointer);
    return year === undefined ? titleOf(pointer) : terms.calendar.title(year);
  }

  function missingSays(pointer: string, why: MissingReason, day: string | null): string {
    const { tables } = program.rulebook;
    if (calendarYear(pointer) !== undefined) return terms.calendar.unannounced;
    if (why === 'no-value' && program.codeSets.has(pointer)) return terms.notListed;
    const table =
      why === 'no-value' ? tables.find(({ data }) => data.table === pointer) : undefined;
    const completed = tables.find(({ data }) => data.table === table?.data.completes);
    return words(table?.data.open ?? completed?.data.open, day).trim() || terms.missing[why];
  }

  function titleOfFinding(finding: Finding | undefined, title: string): string {
    if (finding?.kind === 'process') return terms.processTitle[finding.facet](title);
    return finding?.kind === 'waiver' ? terms.waiverTitle(terms.waiver[finding.problem]) : title;
  }

  function basis(ref: string): BasisView {
    const { rulebook } = program;
    return {
      clause: ref,
      ...standingOf(ref, rulebook),
      title: clauseTitle(ref, rulebook, book, words, language),
    };
  }

  function stepTitle(id: string, day: string | null): string {
    return words(stepOf(id)?.title, day) || id;
  }

  function stepOf(id: string) {
    return program.steps.find((step) => step.id === id)?.step.entry.data;
  }

  function stageTitle(id: string): string {
    return words(program.rulebook.stages.find((stage) => stage.id === id)?.data.title) || id;
  }

  function postTitle(id: string): string {
    return words(program.rulebook.posts?.data.posts.find(({ post }) => post === id)?.title) || id;
  }

  /** Titles as they stand within a sentence. */
  function postWithin(id: string): string {
    return lexicon.kind(postTitle(id));
  }

  function documentWithin(id: string): string {
    return lexicon.kind(documentTitle(id));
  }

  function documentTitle(id: string): string {
    return (
      words(
        program.rulebook.documents?.data.documents.find(({ document }) => document === id)?.title,
      ) || id
    );
  }
}

/** Whether it asks for at least or at most so much. */
function isBound(core: Core): boolean {
  return core.kind === 'comparison' && core.operator !== '=' && core.operator !== '!=';
}

/** The edition that an outcome names; one without a beginning goes unnamed. */
function editionFrom<E extends Dated>(editions: readonly E[], from: string | null): E | undefined {
  return editions.find((edition) => edition.from === (from ?? beginning));
}

/** The year whose working days nobody has announced, where that is what is missing. */
function calendarYear(pointer: string): string | undefined {
  return /^calendar (-?\d+)$/u.exec(pointer)?.[1];
}
