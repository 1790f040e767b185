import { inLanguage } from '../base/language.ts';
import { unreachable } from '../base/invariant.ts';
import { positionOf, type Position } from '../base/source.ts';
import { type Dossier, idIn, locate } from '../dossier/dossier.ts';
import { fieldAt, pathOf } from '../dossier/path.ts';
import { groupList, placeInGroup } from '../dossier/together.ts';
import type {
  Answer,
  GroupUse,
  Inapplicable,
  Outcome,
  Reason,
  Valued,
} from '../evaluate/outcome.ts';
import type { Session } from '../evaluate/session.ts';
import type { Core } from '../feel/core.ts';
import { formatValue, isRounded, mask, plainValue } from '../feel/sentence/format.ts';
import type { Language } from '../base/language.ts';
import { sentence, type Wording } from '../feel/sentence/sentence.ts';
import type { Personal, Type } from '../feel/types.ts';
import { isKind, type MissingReason, type Value } from '../feel/value.ts';
import type { Program, Subject } from '../program/ast.ts';
import { writtenPart } from '../program/written.ts';
import { clauseOf, type Confidence, isVerified } from '../rulebook/ast.ts';
import type { Words } from '../rulebook/files.ts';
import { type Wordbook, wordbooks } from '../words/messages/messages.ts';
import { lexicons } from '../feel/sentence/lexicon.ts';
import { identifierFaults } from './identifier-faults.ts';
import { originOf } from './origin.ts';

/** What reports show of an outcome, in one language; facts only, without layout. */
export interface OutcomeView {
  readonly outcome: Outcome;
  readonly title: string;
  readonly message: string;
  readonly because: readonly ReasonView[];
  readonly basis: readonly BasisView[];
  /** The files judged together, for a rule with `scope`. */
  readonly group: GroupView | undefined;
  /** What made it not applicable. */
  readonly inapplicable: string | undefined;
  readonly missing: readonly MissingView[];
  readonly at: PlaceView;
  readonly related: readonly PlaceView[];
  readonly remedy: string | undefined;
  readonly toPass: readonly string[];
  readonly waiver: string | undefined;
  /** Who told it by hand, when, where, and their remark. */
  readonly by: string | undefined;
  readonly posts: string;
  readonly step: string;
  /** The rulebook that asks it, or made its limits stricter; only where one builds on another. */
  readonly origin: string | undefined;
}

export interface ReasonView {
  readonly expression: string;
  readonly value: string;
  readonly rounded: boolean;
  readonly text: string;
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

export interface PlaceView extends Position {
  /** The file it is in: of files judged together, one of them. */
  readonly file: string;
  readonly pointer: string;
  readonly path: string;
}

/** Renders the outcomes of one dossier. */
export interface Viewer {
  readonly view: (outcome: Outcome) => OutcomeView;
  readonly words: (words: Words | undefined) => string;
  readonly book: Wordbook;
}

export function viewer(
  program: Program,
  subject: Subject,
  dossier: Dossier,
  language: Language,
  unmasked: boolean,
): Viewer {
  const lexicon = lexicons[language];
  const book = wordbooks[language];
  const { terms } = book;
  const words = (given: Words | undefined) => inLanguage(given, language);
  const wording: Wording = {
    lexicon,
    titleOf: (name) => program.references.get(name)?.title ?? {},
    unmasked,
  };
  return { view, words, book };

  function view(outcome: Outcome): OutcomeView {
    const { path, place, titleOf, typeOf } = placesIn(outcome.group ?? { dossier, subject });
    const group = outcome.group && groupView(outcome.group);
    const facet = outcome.finding?.kind === 'process' ? outcome.finding.facet : undefined;
    const title = words(outcome.title);
    return {
      outcome,
      title: facet ? terms.processTitle[facet](title) : title,
      message: messageOf(outcome, titleOf),
      group,
      because: outcome.because.map(reason),
      basis: outcome.basis.map(basis),
      inapplicable: outcome.inapplicable && inapplicableOf(outcome.inapplicable, outcome),
      missing: outcome.missing.map(({ pointer, why }) => ({
        path: path(pointer),
        title: titleOf(pointer),
        why,
        says: missingSays(pointer, why),
      })),
      at: place(outcome.at),
      related: outcome.related.map(place),
      remedy:
        outcome.remedy &&
        `${terms.remedy[outcome.remedy.when]}${terms.colon}${words(outcome.remedy.text).trim()}`,
      toPass: outcome.toPass.map(({ pointer, side, value }) =>
        (side === 'at-least' ? terms.atLeast : terms.atMost)(
          `${titleOf(pointer)} ${path(pointer)}`,
          value,
        ),
      ),
      waiver:
        outcome.waiver &&
        [
          path(outcome.waiver.pointer),
          ...outcome.waiver.problems.map((problem) => terms.waiver[problem]),
        ].join(lexicon.comma),
      by: outcome.by && byHand(outcome.by),
      posts: outcome.posts.map(postTitle).join(lexicon.comma),
      step: words(program.steps.find(({ id }) => id === outcome.step)?.step.entry.data.title),
      origin: originOf(program, outcome, language),
    };

    function inapplicableOf(by: Inapplicable, { day }: Outcome): string {
      const says = terms.inapplicable;
      switch (by.kind) {
        case 'product': {
          const type = typeOf(by.pointer);
          const said = (value: Value) => formatValue(value, type, lexicon);
          return says.product(titleOf(by.pointer), said(by.value), by.products.map(said));
        }
        case 'condition':
          return says.condition(by.because.map(explain));
        case 'before':
          return says.before(day, by.from);
        case 'ended':
          return says.ended(
            day,
            by.until,
            by.ended && basis(by.ended.by).title,
            words(by.ended?.why).trim(),
          );
        case 'empty':
          return says.empty(titleOf(by.pointer));
        case 'ungrouped':
          return says.ungrouped;
        case 'process':
          return says.process;
        default:
          return unreachable(by);
      }
    }
  }

  function byHand({ name, remark, ...answer }: Answer): string {
    const who = terms.byHand({ ...answer, name: checkerName(name, unmasked) });
    return remark === undefined ? who : `${who}${terms.colon}${remark}`;
  }

  function groupView({ key, by, title, files, unplaced, members }: GroupUse): GroupView {
    const personal = key === null || unmasked ? undefined : personalOf(by);
    const shownKey = personal && key !== null ? mask(key, personal) : key;
    const ids = members.map(idOf);
    const name = title ? words(title) : sentence(by, wording);
    const text = terms.group({ key: shownKey, name, files, unplaced, ids });
    return { key: shownKey, files, unplaced, ids, text };
  }

  function messageOf(
    { finding, status, missing, title, manual }: Outcome,
    titleOf: (pointer: string) => string,
  ): string {
    if (
      finding?.kind === 'process' &&
      (status === 'fail' || finding.params.rules || finding.params.documents)
    ) {
      const { params } = finding;
      if (finding.facet === 'gate' && status === 'cannot-tell')
        return terms.gateUndecided(stepTitle(params.step), params.rules ?? []);
      return terms.process[finding.facet]({
        ...params,
        step: stepTitle(params.step),
        ...(params.other !== undefined && { other: stepTitle(params.other) }),
        ...(params.posts && { posts: params.posts.map(postTitle) }),
        ...(params.documents && { documents: params.documents.map(documentTitle) }),
      });
    }
    if (finding?.kind === 'template') {
      const parts = finding.parts[language] ?? finding.parts['zh'] ?? finding.parts['en'] ?? [];
      return parts
        .map((part) => (typeof part === 'string' ? part : shown(part)))
        .join('')
        .trim();
    }
    if (status !== 'cannot-tell') return words(title);
    if (manual && missing.length === 0) return terms.waiting;
    const list = missing.map(
      ({ pointer, why }) => titleOf(pointer) + terms.brackets(missingSays(pointer, why)),
    );
    const wanted = `${terms.label.missing}${terms.colon}${list.join(lexicon.comma)}`;
    return manual ? `${wanted}${lexicon.brackets(terms.waiting)}` : wanted;
  }

  function missingSays(pointer: string, why: MissingReason): string {
    const { tables } = program.rulebook;
    const table =
      why === 'no-value' ? tables.find(({ data }) => data.table === pointer) : undefined;
    const completed = tables.find(({ data }) => data.table === table?.data.completes);
    return words(table?.data.open ?? completed?.data.open).trim() || terms.missing[why];
  }

  function reason(given: Reason): ReasonView {
    const { core, value } = given;
    const first = core.kind === 'comparison' ? core.left : core;
    const amount = given.values.get(first) ?? value;
    return {
      expression: writtenPart(first, given.expression),
      value:
        personalOf(first) && !unmasked ? shown({ core: first, value: amount }) : plainValue(amount),
      rounded: isRounded(amount, first.type),
      text: explain(given) + identifierFaults(given.values, language),
    };
  }

  function explain({ core, value, values, formulas }: Reason): string {
    const seen: Wording = { ...wording, values };
    if (core.kind === 'comparison') {
      const sign = { '=': '=', '!=': '≠', '<': '<', '<=': '≤', '>': '>', '>=': '≥' }[core.operator];
      return `${side(core.left)}${terms.requires} ${sign} ${side(core.right)}`;
    }
    const truth =
      value === true ? terms.truth.yes : value === false ? terms.truth.no : terms.truth.unknown;
    return sentence(core, seen) + truth;

    /** A side with the calculation behind it, then what it comes to. */
    function side(part: Core): string {
      const text = sentence(part, seen);
      const amount = values.get(part);
      const formula = formulas.get(part);
      if (formula && formula.kind !== 'constant' && amount !== undefined) {
        const title = sentence(part, wording);
        const behind = new Map(values);
        behind.delete(formula);
        return `${title} = ${sentence(formula, { ...wording, values: behind })} = ${formatValue(amount, part.type, lexicon)}`;
      }
      const computed = part.kind === 'arithmetic' || part.kind === 'call' || part.kind === 'map';
      return computed && amount !== undefined
        ? `${text} = ${formatValue(amount, part.type, lexicon)}`
        : text;
    }
  }

  function basis(ref: string): BasisView {
    const clause = clauseOf(program.rulebook, ref);
    const source = program.rulebook.sources.find(({ id }) => id === ref.split('#')[0]);
    const confidence = clause?.confidence ?? 'GK';
    const name = terms.sourceTitle(words(source?.title));
    const number = source?.number === undefined ? '' : terms.brackets(words(source.number));
    const part = clause ? `${terms.beforeClause}${clause.id} ${words(clause.title)}` : '';
    return {
      clause: ref,
      confidence,
      verified: isVerified(confidence),
      title: `${name}${number}${part}`.trim(),
    };
  }

  function placesIn(seen: Pick<GroupUse, 'dossier' | 'subject'> & Partial<GroupUse>) {
    return { path, place, titleOf, typeOf };

    function path(pointer: string): string {
      if (!pointer.startsWith('/')) return pointer;
      const member = seen.members && placeInGroup(pointer);
      const file = member && seen.members[member.index];
      if (!member || !file) return pathOf(pointer, seen.dossier.root, seen.subject.type);
      const inner = pathOf(member.pointer, file.dossier.root, file.subject.type);
      return `${groupList}[${idOf(file)}]${inner === '' ? '' : `.${inner}`}`;
    }

    function place(pointer: string): PlaceView {
      const span = locate(seen.dossier, pointer);
      const member = seen.members && placeInGroup(pointer);
      return {
        file: span.source.name,
        pointer: member?.pointer ?? pointer,
        path: path(pointer),
        ...positionOf(span),
      };
    }

    /** The title of the field at a place, or of the limit that has no value. */
    function titleOf(pointer: string): string {
      if (!pointer.startsWith('/')) return words(program.references.get(pointer)?.title) || pointer;
      return words(fieldAt(seen.subject.type, pointer).field?.title) || path(pointer);
    }

    function typeOf(pointer: string): Type {
      return fieldAt(seen.subject.type, pointer).type;
    }
  }

  /** What a file calls itself; its name where it does not. */
  function idOf({ dossier: one, subject: of }: Session): string {
    return idIn(one, of) ?? one.yaml.span.source.name;
  }

  function shown({ core, value }: Valued): string {
    const personal = personalOf(core);
    if (personal && !unmasked) return masked(value, personal);
    return formatValue(value, core.type, lexicon);
  }

  function masked(value: Value, personal: Personal): string {
    if (typeof value === 'string') return mask(value, personal);
    if (isKind(value, 'list')) {
      return value.items.map((item) => masked(item, personal)).join(lexicon.comma);
    }
    return '***';
  }

  function stepTitle(id: string): string {
    return words(program.steps.find((step) => step.id === id)?.step.entry.data.title) || id;
  }

  function postTitle(id: string): string {
    return words(program.rulebook.posts?.data.posts.find(({ post }) => post === id)?.title) || id;
  }

  function documentTitle(id: string): string {
    return (
      words(
        program.rulebook.documents?.data.documents.find(({ document }) => document === id)?.title,
      ) || id
    );
  }
}

/** Who filled in a check-list: a staff number as it is, a name masked like every name. */
export function checkerName(name: string, unmasked: boolean): string {
  return unmasked || /^[A-Za-z]{0,4}[-_]?\d{1,10}$/u.test(name) ? name : mask(name, 'name');
}

/** What kind of personal data an expression's value is, if any. */
function personalOf(core: Core): Personal | undefined {
  if (core.kind === 'field') return core.field.personal;
  if (core.kind === 'map') return personalOf(core.returns);
  return core.kind === 'filter' ? personalOf(core.list) : undefined;
}
