import type { Diagnostic } from '../../src/base/diagnostic.ts';
import { positionOf } from '../../src/base/source.ts';
import type { Program, Table } from '../../src/program/ast.ts';
import { type Problems, message, wordbooks } from '../../src/words/messages/messages.ts';
import { verify } from '../../src/verify/verify.ts';
import { programWith } from '../evaluate/fixture.ts';

/** A row: its cells, as in a file. The outputs of a row are never looked at. */
export type Row = readonly string[];

export interface TableKeys {
  readonly hit?: 'unique' | 'first';
  readonly inputs: readonly string[];
  readonly editions?: readonly {
    readonly from: string;
    readonly until?: string;
    readonly rows: readonly Row[];
  }[];
  readonly rows?: readonly Row[];
}

/** The test rulebook with one more table, `probe`. */
export function withTable({ hit = 'unique', inputs, rows = [], editions }: TableKeys): Program {
  const given = editions ?? [{ from: '2000-01-01', rows }];
  const table = {
    table: 'probe',
    title: { en: 'Probe' },
    hit,
    inputs: inputs.map((is) => ({ is, title: { en: is } })),
    outputs: [{ output: 'value', title: { en: 'Value' }, unit: 'count' }],
    editions: given.map((edition) => ({
      ...edition,
      basis: ['T-1#all'],
      rows: edition.rows.map((when, index) => ({ when, gives: [index] })),
    })),
  };
  const text = JSON.stringify(table, undefined, 1).replaceAll('"gives"', '"then"');
  return programWith({}, { 'tables/probe.yaml': text });
}

export function probeOf({ references }: Program): Table {
  const probe = references.get('probe');
  if (probe?.kind !== 'table') throw new Error('the table under test was read');
  return probe;
}

export function problemsOf(program: Program): readonly Diagnostic<Problems>[] {
  return verify(program).filter(({ span }) => span.source.name === 'tables/probe.yaml');
}

/** Each problem as its code and what it says in English. */
export function said(keys: TableKeys): readonly string[] {
  return problemsOf(withTable(keys)).map((problem) => {
    const { line } = positionOf(problem.span);
    return `${problem.code} ${line > 0 ? message(wordbooks.en, problem) : ''}`;
  });
}
