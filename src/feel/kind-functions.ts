import type { InstanceCore } from './core.ts';

/**
 * Functions that ask of which kind a value is, or whether it is one of its codes: what they ask, the type of the
 * value says, so that they are made into other core and no back end has them.
 */
export const kindFunctions = {
  'is number': {
    zh: '可有几种的值是否为数字；其后的部分即作数字',
    en: 'whether a value of several kinds is a number; behind it, it is one',
  },
  'is date': {
    zh: '可有几种的值是否为日期；其后的部分即作日期',
    en: 'whether a value of several kinds is a date; behind it, it is one',
  },
  'is listed': {
    zh: '值是否为数据结构所列的代码之一；用于标了 `x-lenient` 的字段',
    en: 'whether a value is one of the codes of its schema; for fields marked `x-lenient`',
  },
} satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export type KindFunction = keyof typeof kindFunctions;

export const isListed = 'is listed';

/** Which kind each asks for. */
export const kindAsked: Readonly<
  Record<Exclude<KindFunction, typeof isListed>, InstanceCore['is']>
> = {
  'is number': 'number',
  'is date': 'date',
};

export const kindFunctionNames: readonly string[] = Object.keys(kindFunctions);

export function isKindFunction(name: string): name is KindFunction {
  return Object.hasOwn(kindFunctions, name);
}
