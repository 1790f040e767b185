import type { Rulebook } from '../ast.ts';
import type { ProblemsFound } from '../problems.ts';

/** Every YAML file in the folder, and every CSV file of codes, is read by something.
 *
 * One that is not, by a slip in its name or folder, looks as if it counted. */
export function* unread({ unread: lost, files }: Rulebook): ProblemsFound {
  for (const [path, near] of lost) {
    const source = files.get(path);
    if (!source) continue;
    const span = { source, start: 0, end: 0 };
    // a rule that is called so is missing where it is listed
    const severity = path.endsWith('.yml') ? 'error' : 'warning';
    yield { code: 'rulebook/unread', severity, span, params: { path, near } };
  }
}
