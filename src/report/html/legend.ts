import { marks } from '../../words/marks.ts';
import { gravityOf } from '../weight.ts';
import type { ClauseData, Legend, RuleData } from './page-data.ts';
import type { Page } from './setting.ts';

/** Numbers for the rules and clauses that outcomes name, and in the end what is said of each. */
export interface Legends {
  readonly rule: (id: string) => number;
  readonly clause: (ref: string) => number;
  readonly legend: () => Legend;
}

export function legends(page: Page): Legends {
  const rules = numbering();
  const clauses = numbering();
  return {
    rule: rules.number,
    clause: clauses.number,
    legend: () => ({
      rules: rules.names().map((id) => ruleData(id, page)),
      clauses: clauses.names().map((clause) => clauseData(clause, page)),
      words: {
        status: page.book.terms.status,
        marks,
        label: page.book.terms.label,
        page: page.words.script,
        colon: page.book.terms.colon,
      },
    }),
  };
}

function numbering() {
  const numbers = new Map<string, number>();
  return {
    number: (name: string): number => {
      const known = numbers.get(name) ?? numbers.size;
      numbers.set(name, known);
      return known;
    },
    names: (): readonly string[] => [...numbers.keys()],
  };
}

function ruleData(id: string, page: Page): RuleData {
  const rule = page.head.rules[id];
  if (!rule) return { id, title: '', weight: gravityOf(undefined, page.head), badges: [] };
  const step = rule.step === null ? '' : page.text(page.head.steps[rule.step]);
  const posts = rule.posts.map(page.postTitle).join(page.book.terms.comma);
  const remedy = page.remedyText(rule.remedy);
  return {
    id,
    title: page.text(rule.title),
    weight: gravityOf(rule, page.head),
    ...(rule.redLine && { redLine: true }),
    ...(rule.kind !== null && { kind: rule.kind }),
    badges: page.badgesOf(rule),
    ...(step !== '' && { step }),
    ...(posts !== '' && { posts }),
    ...(remedy !== '' && { remedy }),
  };
}

function clauseData(clause: string, { head, words, text }: Page): ClauseData {
  const known = head.clauses[clause];
  return {
    clause,
    title: text(known?.title),
    confidence: words.confidence[known?.confidence ?? 'GK'],
    verified: known?.verified ?? false,
  };
}
