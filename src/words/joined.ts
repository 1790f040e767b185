import { said, spoken } from '../base/language.ts';
import { levels } from './rules.ts';

/** What the table of a process says whose steps are of several rulebooks. */
export const joinedWords = spoken({
  head: said<readonly string[]>(
    ['序', '流程节点', '出自', '效力', '岗位', '在其之后'],
    ['no.', 'step', 'from', 'force', 'posts', 'after'],
  ),
  noPhase: { zh: '各阶段之外', en: 'of no phase' },
  levels,
  beside: { zh: '保障', en: 'beside' },
  layers: { zh: '规则库：', en: 'rulebooks:' },
  builtOn: said(
    (version: string) => `按上级 ${version} 版编写和复核`,
    (version) => `written for and reviewed with version ${version} of the one below`,
  ),
  count: said(
    (steps: number, own: number, plugIns: number) =>
      own === 0
        ? `共 ${steps} 个流程节点，没有插件`
        : `共 ${steps} 个流程节点，其中插入 ${own} 个，分 ${plugIns} 处挂接；主流程的节点一个不少`,
    (steps, own, plugIns) =>
      own === 0
        ? `${steps} steps, no plug-in`
        : `${steps} steps, ${own} of them put in at ${plugIns} places; none of the main process is left out`,
  ),
});
