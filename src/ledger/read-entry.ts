import { columns, type Entry } from './entry.ts';
import { states } from './states.ts';

type Plain = Readonly<Record<string, unknown>>;

/** Whether what was read is an entry, with all that is asked of one. */
export function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || !isText(value['day']) || !isText(value['by'])) return false;
  if (value['kind'] === 'run') return isRun(value);
  if (!isText(value['finding'])) return false;
  switch (value['kind']) {
    case 'found':
      return among(['new', 'open', 'back'], value['how']) && isFacts(value['facts']);
    case 'gone':
      return true;
    case 'moved':
      return (
        among(states, value['from']) &&
        among(states, value['to']) &&
        among(['inspector', 'branch', 'reviewer'], value['as']) &&
        among([undefined, 'first', 'second'], value['turn']) &&
        [value['why'], value['evidence'], value['due']].every(isMaybeText)
      );
    case 'filled':
      return isFilled(value['columns']) && isFilled(value['beside']) && isText(value['from']);
    default:
      return false;
  }
}

function isRun({ run, rulebook, engine, dossiers, scheme }: Plain): boolean {
  const isOfRulebook =
    isRecord(rulebook) && [rulebook['id'], rulebook['version'], rulebook['digest']].every(isText);
  const isOfScheme =
    scheme === null ||
    (isRecord(scheme) &&
      isText(scheme['id']) &&
      isTexts(scheme['inspectors']) &&
      isTexts(scheme['reviewers']));
  return isText(run) && isOfRulebook && isText(engine) && Number.isInteger(dossiers) && isOfScheme;
}

function isFacts(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { dossier, digest, rule, element, edition, group, about, actors, posts } = value;
  const { titles, severity, title, message, clauses, remedy } = value;
  return (
    [dossier, rule, severity].every(isText) &&
    [digest, element, edition].every((one) => one === null || isText(one)) &&
    (group === undefined || isTexts(group)) &&
    isTexts(actors) &&
    Array.isArray(posts) &&
    posts.every(isTextTable) &&
    [about, title, message].every(isTextTable) &&
    isRecord(titles) &&
    Object.values(titles).every(isTextTable) &&
    Array.isArray(clauses) &&
    clauses.every(
      (one) => isRecord(one) && isTextTable(one['title']) && isTruth(one['verified']),
    ) &&
    (remedy === null ||
      (isRecord(remedy) && isTextTable(remedy['when']) && isTextTable(remedy['text'])))
  );
}

function isFilled(value: unknown): boolean {
  return isTextTable(value) && Object.keys(value).every((key) => among(columns, key));
}

function isTextTable(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(isText);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isRecord(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isMaybeText(value: unknown): boolean {
  return value === undefined || isText(value);
}

function isTruth(value: unknown): boolean {
  return typeof value === 'boolean';
}

function among(words: readonly unknown[], value: unknown): boolean {
  return words.includes(value);
}
