import { said } from '../base/language.ts';

/** What is said of registers: of their rows, and of stages that wait for another to be in order. */
export const register = {
  /** Where in a register something stands. */
  rowPlace: said(
    (row: number, field: string | undefined) =>
      field === undefined ? `第 ${row} 行` : `第 ${row} 行 · ${field}`,
    (row, field) => (field === undefined ? `row ${row}` : `row ${row}, ${field.toLowerCase()}`),
  ),
  /** How many rows one outcome speaks of. */
  rows: said(
    (count: number) => `${count} 行`,
    (count) => (count === 1 ? '1 row' : `${count} rows`),
  ),
  /** Why a rule of a stage is not due. */
  heldBy: said(
    (before: string) => `前一环节“${before}”有未通过的要求，本环节未判定`,
    (before) => `not judged: the stage before it, “${before}”, has requirements that are not met`,
  ),
  /** The same of all rules of a stage, once. */
  heldBack: said(
    (stage: string, before: string, rules: number) =>
      `环节“${stage}”的 ${rules} 条规则未判定：前一环节“${before}”有未通过的要求`,
    (stage, before, rules) =>
      `stage “${stage}”: ${rules} ${rules === 1 ? 'rule' : 'rules'} not judged, since the stage before it, “${before}”, has requirements that are not met`,
  ),
  /** Further places of a finding that are not told. */
  morePlaces: said(
    (count: number) => `另有 ${count} 处`,
    (count) => (count === 1 ? 'and one more place' : `and ${count} more places`),
  ),
};
