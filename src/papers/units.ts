import type { CheckReport, DossierJson } from '../report/json-format.ts';
import { parseRational } from '../values/rational.ts';
import { formatAmount } from '../feel/sentence/amount.ts';
import { parseDate } from '../values/temporal-text.ts';
import { type Finding, findingsIn } from '../report/findings.ts';
import type { Setting } from './setting.ts';
import { amountOf } from './totals.ts';

/** What was checked of one unit, and found there. */
export interface Unit {
  /** As files are called after it. */
  readonly key: string;
  /** As letters call it. */
  readonly name: string;
  readonly dossiers: readonly DossierJson[];
  readonly findings: readonly Finding[];
}

/** The units that something was found in, in the order of their keys. */
export function unitsOf({ dossiers }: CheckReport, setting: Setting): readonly Unit[] {
  const judged = dossiers.filter(({ verdict }) => verdict !== null);
  const groups = Map.groupBy(judged, ({ about }) => about?.branch ?? '');
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => ({
      key,
      name: nameOf(key, own[0], setting),
      dossiers: own,
      findings: own.flatMap(findingsIn),
    }))
    .filter(({ findings }) => findings.length > 0);
}

function nameOf(key: string, dossier: DossierJson | undefined, setting: Setting): string {
  const { words, unit, about } = setting;
  if (key === '' || !dossier) return words.unitUnknown(unit);
  const told = about(dossier, 'branch');
  return /^[\w-]+$/u.test(told) ? words.unitNumbered(told, unit) : told;
}

/** What letters begin with: which inspection it was. */
export function inspectionOf({ dossiers }: Unit, setting: Setting) {
  const { head, text, unit } = setting;
  const { scheme, rulebook } = head;
  return {
    scheme: scheme ? text(scheme.title) || scheme.id : undefined,
    day: setting.day === undefined ? undefined : dayText(setting.day, setting),
    unit,
    files: dossiers.length,
    rulebook: text(rulebook.title) || rulebook.id,
    version: rulebook.version,
  };
}

/** An ISO day in words. */
export function dayText(day: string, { words }: Setting): string {
  const date = parseDate(day);
  return date ? words.dayOf(date.year, date.month, date.day) : day;
}

/** The amounts of files in all, in words; empty where none is known. */
export function amountText(files: Iterable<DossierJson>, setting: Setting): string {
  const known = [...files].filter(({ about }) => about?.amount !== undefined);
  return known.length === 0 ? '' : amountSaid(amountOf(known), setting);
}

/** An amount as people write it, from a decimal text. */
export function amountSaid(amount: string, { program, language }: Setting): string {
  const value = parseRational(amount);
  return value ? formatAmount(value, program.setting.currency, language) : amount;
}

/** What a file goes by in a letter: its number, and what else tells it from others. */
export function fileName(dossier: DossierJson, setting: Setting): string {
  const { about, words, aboutTitle } = setting;
  const amount = dossier.about?.amount;
  const officer = about(dossier, 'officer');
  const more = [
    about(dossier, 'product'),
    about(dossier, 'customer'),
    amount === undefined ? '' : amountSaid(amount, setting),
    officer === '' ? '' : `${aboutTitle('officer') ?? words.column.officer} ${officer}`,
  ].filter((one) => one !== '');
  return words.confirmation.file(numberOf(dossier, setting), more);
}

export function numberOf(dossier: DossierJson, { about }: Setting): string {
  return about(dossier, 'number') || (dossier.id ?? dossier.file);
}
