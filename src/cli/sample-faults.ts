import { faultsIn, type Ground } from '../samples/patterns.ts';
import { whole } from '../samples/series.ts';
import { near, UsageError } from './call.ts';

/** Every rule named can be broken, and by so few files as are asked for. */
export function checkFaults(
  ground: Ground,
  faults: readonly string[],
  count: number,
  faulty: number,
): void {
  if (faulty < whole && ground.patterns().length === 0)
    throw new UsageError('没有合规的基础卷宗 / no base dossier is sound');
  const { program, product } = ground;
  const known = faultsIn(ground);
  const ofProduct = product === undefined ? '' : `（${product}）`;
  for (const id of faults) {
    if (!known.includes(id) && program.rules.some((rule) => rule.id === id))
      throw new UsageError(
        `--fault ${id}：这条规则管的不是 ${ground.subject.name} / this rule is not for files of the kind ${ground.subject.name}`,
      );
    if (!known.includes(id)) throw new UsageError(`没有规则 / no rule \`${id}\`${near(id, known)}`);
    const patterns = ground.patterns(id);
    if (patterns.length === 0)
      throw new UsageError(
        id.includes('/')
          ? `${id} 改动基础卷宗也违反不了 / no change of a base dossier breaks ${id}${ofProduct}`
          : `规则 ${id} 没有可用的不合规示例 / rule ${id} has no failing case to start from${ofProduct}`,
      );
    const fewest = Math.min(...patterns.map(({ template }) => template.size));
    if (fewest > Math.floor((count * faulty) / whole))
      throw new UsageError(
        `规则 ${id} 要 ${fewest} 份一起才违反：--count 或 --faulty 太小 / rule ${id} is broken by ${fewest} files together: --count or --faulty is too small`,
      );
  }
}
