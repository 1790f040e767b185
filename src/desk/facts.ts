import type { Texts } from '../base/language.ts';
import type { Currency } from '../values/currency.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import type { Desk } from './desk.ts';

/** What a page has to know of its rulebook before anything is asked of it. */
export interface DeskFacts {
  readonly rulebook: {
    readonly id: string;
    readonly version: string;
    /** `sha256:…` */
    readonly digest: string;
    readonly title: Texts;
    readonly issuer: Texts;
    readonly rules: number;
  };
  /** It is no more than a draft: cases of its rulebook failed, or its manual has rules that are drafts. */
  readonly isDraft: boolean;
  /** Version of the engine. */
  readonly version: string;
  readonly languages: readonly string[];
  /** What its amounts are in; absent where it speaks of no money. */
  readonly currency?: Currency;
  /** In processing order. */
  readonly stages: readonly Titled[];
  readonly steps: readonly (Titled & { readonly stage: string })[];
  readonly posts: readonly Post[];
  readonly gates: readonly (Titled & { readonly step: string })[];
  /** What files may be. */
  readonly kinds: readonly Titled[];
}

export interface Titled {
  readonly id: string;
  readonly title: Texts;
}

export interface Post extends Titled {
  /** What people call it, in every language: what the glossary says not to write for its title. */
  readonly others: readonly string[];
}

export function deskFacts({ program, digest, version, languages, draft }: Desk): DeskFacts {
  const { rulebook, rules } = program;
  const { id, version: edition, title, issuer, stages, gates } = rulebook.manifest.data;
  const { currency } = program.setting;
  return {
    rulebook: {
      id,
      version: edition,
      digest,
      title: textsOf(title),
      issuer: textsOf(issuer),
      rules: rules.length,
    },
    isDraft: draft !== undefined,
    version,
    languages,
    ...(currency && { currency: { ...currency, title: textsOf(currency.title) } }),
    stages: stages.map((stage) => ({ id: stage.stage, title: textsOf(stage.title) })),
    steps: program.steps.map((step) => ({
      id: step.id,
      title: textsOf(step.step.entry.data.title),
      stage: step.step.stage,
    })),
    posts: (rulebook.posts?.data.posts ?? []).map(({ post, title: named }) => ({
      id: post,
      title: textsOf(named),
      others: othersOf(named, rulebook),
    })),
    gates: (gates ?? []).map((gate) => ({
      id: gate.gate,
      title: textsOf(gate.title),
      step: gate.step,
    })),
    kinds: [...program.subjects.values()].map(({ name, file }) => ({
      id: name,
      title: textsOf(file.title),
    })),
  };
}

function othersOf(title: Texts, { glossary }: Rulebook): readonly string[] {
  const isSame = (of: Texts) =>
    Object.entries(of).some(
      ([language, word]) => title[language]?.toLowerCase() === word.toLowerCase(),
    );
  return (glossary?.data.terms ?? []).flatMap((term) =>
    isSame(term.title) ? Object.values(term.not ?? {}).flat() : [],
  );
}

/** Its own properties alone, which can be handed from a worker to its page. */
function textsOf(words: Texts | undefined): Texts {
  return { ...words };
}
