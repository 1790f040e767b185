import type { ContextType, Type } from '../feel/types.ts';

/**
 * All paths of a file that a scheme takes for captured (已取数): those that it names, whatever lies below them, and the
 * records that they lie in, as far as no list is between: of a list one field of which was captured others may be wanting.
 *
 * @param captured - `documents`, `contract.amount`, `parties[].mobile`
 */
export function capturedPaths(type: ContextType, captured: readonly string[]): readonly string[] {
  const found: string[] = [];
  record(type, '', false);
  return found;

  function record({ fields }: ContextType, path: string, isWhole: boolean): void {
    for (const [name, field] of fields) {
      const own = path === '' ? name : `${path}.${name}`;
      const isNamed = isWhole || captured.includes(own);
      if (isNamed || captured.some((one) => one.startsWith(`${own}.`))) found.push(own);
      inside(field.type, own, isNamed);
    }
  }

  function inside(of: Type, path: string, isWhole: boolean): void {
    if (of.kind === 'context') record(of, path, isWhole);
    else if (of.kind === 'list')
      inside(of.of, `${path}[]`, isWhole || captured.includes(`${path}[]`));
  }
}
