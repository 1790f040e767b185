import type { Core, Local, TextSpan } from '../feel/core.ts';
import { withParts } from '../feel/parts.ts';
import type { Expression } from '../program/ast.ts';
import type { YamlText } from '../yaml/tree.ts';

/** A node of an expression by where it is written: what editions share is one, however often it was read. */
export interface Site extends TextSpan {
  readonly yaml: Expression['yaml'];
  readonly kind: Core['kind'];
}

export function isAt(core: Core, yaml: Expression['yaml'], site: Site): boolean {
  return (
    core.kind === site.kind &&
    core.span.start === site.start &&
    core.span.end === site.end &&
    yaml.span.start === site.yaml.span.start &&
    yaml.span.source === site.yaml.span.source
  );
}

/** Puts something else at one place of expressions, behind the values that they name too. */
export function rewriterAt(site: Site, other: (core: Core) => Core) {
  const locals = new Map<Local, Local>();
  return <E extends Expression | undefined>(expression: E): E =>
    expression && { ...expression, core: rewritten(expression.core, expression.yaml) };

  function rewritten(core: Core, yaml: Expression['yaml']): Core {
    if (isAt(core, yaml, site)) return other(core);
    if (core.kind === 'let') {
      const local = localOf(core.local);
      return local === core.local ? core : { ...core, local };
    }
    return withParts(core, (part) => rewritten(part, yaml));
  }

  function localOf(local: Local): Local {
    const known = locals.get(local);
    if (known) return known;
    // a rule's own named value is an expression of its file
    const core = rewritten(local.core, local.yaml as YamlText);
    const made = { ...local, core };
    locals.set(local, made);
    return made;
  }
}
