import type { Dossier } from '../../src/dossier/dossier.ts';
import type { Model } from '../../src/program/ast.ts';
import { type Book, bookOf, readDossier } from '../run/harness.ts';

/** A file with a number, a code, a truth and something that may be none. */
export const schema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    day: { type: 'string', format: 'date' },
    share: { type: 'number', 'x-unit': 'ratio' },
    kind: { type: 'string', enum: ['A', 'B', 'C'] },
    owner: { type: 'boolean' },
    late: { type: 'number', 'x-unit': 'days', 'x-absence': 'none' },
    seen: { type: 'boolean' },
    overdue: { type: 'number', 'x-unit': 'days' },
    grade: { type: 'string' },
    reason: { type: 'string', 'x-absence': 'none' },
  },
} as const;

const en = (text: string) => ({ en: text });

/** Points of three kinds of characteristics, in two editions. */
export const model = {
  model: 'mark',
  title: en('Mark'),
  owner: en('Risk'),
  asOf: 'day',
  characteristics: [
    { characteristic: 'share', title: en('Share'), is: 'share' },
    { characteristic: 'kind', title: en('Kind'), is: 'kind' },
    { characteristic: 'owner', title: en('Owner'), is: 'owner' },
    { characteristic: 'late', title: en('Days late'), is: 'late' },
  ],
  editions: [
    {
      from: '2024-01-01',
      until: '2024-12-31',
      basis: [],
      developedUntil: '2023-06-30',
      validatedOn: '2023-12-01',
      validUntil: '2024-12-31',
      base: 100,
      points: {
        share: [
          { to: 0.3, points: 40 },
          { from: 0.3, to: 0.5, points: 25.5, reason: en('the share is middling') },
          { from: 0.5, points: -10, reason: en('the share is high') },
        ],
        kind: [
          { codes: ['A'], points: 20 },
          { others: true, points: 5, reason: en('of a kind that does worse') },
        ],
        owner: [
          { codes: [true], points: 15 },
          { codes: [false], points: 0, reason: en('not the owner') },
        ],
        late: [
          { none: true, points: 10 },
          { to: 30, points: 3, reason: en('was late') },
          { from: 30, points: -20, reason: en('was very late') },
        ],
      },
      grades: [
        { grade: 'good', title: en('Good'), from: 170 },
        { grade: 'fair', title: en('Fair'), from: 120 },
        { grade: 'poor', title: en('Poor') },
      ],
    },
    {
      from: '2025-01-01',
      basis: [],
      developedUntil: '2024-06-30',
      validatedOn: '2024-12-01',
      validUntil: '2025-12-31',
      base: 50,
      points: {
        share: [
          { to: 0.4, points: 50 },
          { from: 0.4, points: 0, reason: en('the share is not low') },
        ],
      },
      grades: [
        { grade: 'good', title: en('Good'), from: 80 },
        { grade: 'poor', title: en('Poor') },
      ],
    },
  ],
  outcome: {
    title: en('Overdue'),
    of: 'seen',
    matured: 'day < date("2024-07-01")',
    bad: 'overdue > 90',
  },
  decisions: { of: 'seen', against: 'grade != markGrade', reasoned: 'reason != null' },
  minimum: { files: 2, good: 2, bad: 1 },
};

/** A rulebook with the model, and rules of these conditions. */
export function markBook(conditions: readonly string[], changes: object = {}): Book {
  const models = { 'models/mark.yaml': { ...model, ...changes } };
  // before its first edition the model has no value, and no rule may ask for it
  const book = bookOf(conditions, schema, models, { editions: [{ from: '2024-01-01' }] });
  if (!book) throw new Error('the rulebook of the test is sound');
  return book;
}

export function modelOf({ program }: Book): Model {
  const [found] = program.models;
  if (!found) throw new Error('the rulebook has a model');
  return found;
}

export function fileOf(
  book: Book,
  data: object,
): { readonly id: string; readonly dossier: Dossier } {
  const { dossier } = readDossier(book, JSON.stringify(data));
  if (!dossier) throw new Error(JSON.stringify(data));
  return { id: 'id' in data ? String(data.id) : '', dossier };
}
