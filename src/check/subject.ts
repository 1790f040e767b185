import { nearest } from '../base/suggest.ts';
import { mainSubject, type Subject } from '../program/ast.ts';

/** Of what kind a file is; else why that cannot be told. */
export type SubjectFound =
  | { readonly subject: Subject }
  | {
      readonly code: 'dossier/unknown-subject';
      readonly params: {
        readonly subject: string;
        readonly subjects: readonly string[];
        readonly near: string | undefined;
      };
    }
  | {
      readonly code: 'dossier/which-subject';
      readonly params: { readonly subjects: readonly string[]; readonly fits: readonly string[] };
    };

/**
 * Of what kind a file is: what it says, or what files are which do not say so, or the main subject if it has any of its
 * fields, or the only one that there is.
 *
 * @param name - what it says, or what was said of such files
 * @param keys - the names of its fields
 */
export function subjectFor(
  subjects: ReadonlyMap<string, Subject>,
  name: string | undefined,
  keys: readonly string[],
): SubjectFound {
  const names = [...subjects.keys()];
  if (name !== undefined) {
    const subject = subjects.get(name);
    if (subject) return { subject };
    const params = { subject: name, subjects: names, near: nearest(name, names) };
    return { code: 'dossier/unknown-subject', params };
  }
  const main = mainSubject(subjects);
  if (main && (subjects.size === 1 || (main.name === 'dossier' && isLike(main, keys))))
    return { subject: main };
  const fits = [...subjects.values()].filter((subject) => isLike(subject, keys));
  if (main?.name === 'dossier' && fits.length === 0) return { subject: main };
  const params = { subjects: names, fits: fits.map((subject) => subject.name) };
  return { code: 'dossier/which-subject', params };
}

/** Whether a file has any field of a subject. */
export function isLike({ type }: Subject, keys: readonly string[]): boolean {
  return keys.some((key) => type.fields.has(key));
}
