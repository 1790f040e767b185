import type { Language } from '../base/language.ts';
import type { Workbook } from '../base/workbook.ts';
import type { LedgerFinding } from '../ledger/fold.ts';
export function registerOf(findings: readonly LedgerFinding[], making: { head: string; language: Language; day: string }): Workbook { return { sheets: [] }; }
