import type { Noted } from '../base/diagnostic.ts';
import { startOf } from '../base/source.ts';
import type { ContextType, Type } from '../feel/types.ts';
import type { Rulebook } from '../rulebook/ast.ts';
import { currencyGiven } from '../rulebook/setting.ts';
import type { RulebookFile } from '../rulebook/files.ts';
import { currencyOf } from '../values/currency.ts';
import type { Setting } from '../values/setting.ts';
import { zoneOf } from '../values/temporal-text.ts';
import { utc } from '../values/zone.ts';
import type { Reference, Subject } from './ast.ts';
import type { ProgramProblems } from './problems.ts';

/** The currency and the clock of a rulebook; one that reads no moments needs no zone, and has that of Greenwich. */
export function settingOf(manifest: RulebookFile): Setting {
  const { code, title } = currencyGiven(manifest);
  return {
    currency: code === undefined ? undefined : currencyOf(code, title),
    zone: (manifest.zone === undefined ? undefined : zoneOf(manifest.zone)) ?? utc,
  };
}

/** Says what a rulebook with money or moments has to say and does not; once of each. */
export function checkSetting(
  { manifest, measures }: Rulebook,
  subjects: Iterable<Subject>,
  references: Iterable<Reference>,
  to: Pick<Noted<ProgramProblems>, 'error'>,
): void {
  const { currency, zone } = manifest.data;
  const { span } = manifest.yaml;
  const top = startOf(span);
  const files = [...subjects];
  const inFiles = (wanted: (type: Type) => boolean) =>
    files.flatMap(({ type }) => placeWith(type, wanted) ?? [])[0];
  const money =
    currency === undefined
      ? (inFiles(isMoney) ??
        [...references].find(({ type }) => hasMoney(type))?.name ??
        measures.find(({ data }) => data.unit === 'money')?.data.measure)
      : undefined;
  const moment = zone === undefined ? inFiles(({ kind }) => kind === 'date-time') : undefined;
  if (money !== undefined) to.error('program/no-currency', top, { where: money });
  if (moment !== undefined) to.error('program/no-zone', top, { where: moment });
}

function isMoney(type: Type): boolean {
  return type.kind === 'number' && type.unit === 'money';
}

function hasMoney(type: Type): boolean {
  return isMoney(type) || (type.kind === 'context' && placeWith(type, isMoney) !== undefined);
}

/** The path of the first field of a kind. */
function placeWith(
  { fields }: ContextType,
  wanted: (type: Type) => boolean,
  path = '',
): string | undefined {
  for (const { name, type } of fields.values()) {
    const found = placeIn(type, wanted, path + name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeIn(type: Type, wanted: (type: Type) => boolean, path: string): string | undefined {
  switch (type.kind) {
    case 'context':
      return placeWith(type, wanted, `${path}.`);
    case 'list':
      return placeIn(type.of, wanted, path);
    case 'union':
      return type.of.some(wanted) ? path : undefined;
    default:
      return wanted(type) ? path : undefined;
  }
}
