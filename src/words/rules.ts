import type { Said } from '../base/language.ts';
import type { Confidence } from '../rulebook/ast.ts';
import { neutral } from './neutral.ts';
import type { RuleKind, RuleLevel } from '../rulebook/files.ts';

export const kinds = {
  regulation: { zh: '监管规定', en: 'regulation' },
  bank: neutral.ownRule,
  service: { zh: '服务标准', en: 'service standard' },
} satisfies Readonly<Record<RuleKind, Said<string>>>;

export const levels = {
  mandatory: { zh: '强制', en: 'mandatory' },
  advisory: { zh: '提示', en: 'advisory' },
  reference: { zh: '参考', en: 'reference' },
} satisfies Readonly<Record<RuleLevel, Said<string>>>;

/** How far the text of a clause was checked. */
export const confidences = {
  V1: { zh: '已核对原文', en: 'original read' },
  V2: { zh: '据其他页面转述', en: 'read of elsewhere' },
  V3: { zh: '来源较弱', en: 'weak source' },
  GK: { zh: '未核对', en: 'not checked' },
  OWN: neutral.ownBasis,
} satisfies Readonly<Record<Confidence, Said<string>>>;

/** What is marked at a rule or its clauses. */
export const warnings = {
  redLine: { zh: '红线', en: 'red line' },
  /** The text of a clause was not compared with the original. */
  unverified: {
    zh: '依据待核，不得作为问责依据',
    en: 'basis not verified: no ground for accountability',
  },
  unverifiedShort: { zh: '依据待核', en: 'basis not verified' },
};
