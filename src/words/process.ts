import { said, type Said } from '../base/language.ts';
import type { ProcessParams } from '../evaluate/outcome.ts';
import type { Facet } from '../program/ast.ts';

/** What a step is asked, as the title of an outcome. */
const titles = {
  order: said(
    (step: string) => `${step}：按顺序办理`,
    (step) => `${step}: in order`,
  ),
  time: said(
    (step: string) => `${step}：按时限办理`,
    (step) => `${step}: in time`,
  ),
  post: said(
    (step: string) => `${step}：由规定岗位办理`,
    (step) => `${step}: by the right post`,
  ),
  separation: said(
    (step: string) => `${step}：不相容岗位分离`,
    (step) => `${step}: separation of duties`,
  ),
  documents: said(
    (step: string) => `${step}：资料齐全`,
    (step) => `${step}: documents on file`,
  ),
  gate: said(
    (step: string) => `${step}：前置条件已满足`,
    (step) => `${step}: gates passed`,
  ),
} satisfies Readonly<Record<Facet, Said<(step: string) => string>>>;

/** What is wrong where it is not met; names are titles already. */
const findings: Readonly<Record<Facet, Said<(params: ProcessParams) => string>>> = {
  order: {
    zh: ({ step, other }) => `“${step}”早于“${other}”完成，或“${other}”没有记录`,
    en: ({ step, other }) =>
      `“${step}” came before “${other}” was complete, or “${other}” left no record`,
  },
  time: {
    zh: ({ step, other, workingDays }) =>
      `“${step}”自“${other}”起用了 ${workingDays?.taken} 个工作日，时限为 ${workingDays?.limit} 个工作日`,
    en: ({ step, other, workingDays }) =>
      `“${step}” took ${workingDays?.taken} working days from “${other}”; the limit is ${workingDays?.limit}`,
  },
  post: {
    zh: ({ step, posts = [], held, actor }) =>
      held
        ? `“${step}”记为由${posts.join('、')}（${actor}）办理，员工名册中此人当日${held.length > 0 ? `任${held.join('、')}` : '不在任何岗位'}`
        : `“${step}”由${posts.join('、')}（${actor}）办理，该岗位无权办理`,
    en: ({ step, posts = [], held, actor }) =>
      held
        ? `“${step}” is put down to ${posts.join(', ')} (${actor}), who by the staff register held ${held.length > 0 ? held.join(', ') : 'no post'} on that day`
        : `“${step}” was done by ${posts.join(', ')} (${actor}), a post that may not do it`,
  },
  separation: {
    zh: ({ posts = [], actor }) =>
      `${actor} 在同一笔业务中兼任${posts.join('与')}，二者为不相容岗位`,
    en: ({ posts = [], actor }) =>
      `${actor} held ${posts.join(' and ')} on one file; these posts exclude each other`,
  },
  documents: {
    zh: ({ step, documents = [] }) => `“${step}”已办结，卷宗中缺少${documents.join('、')}`,
    en: ({ step, documents = [] }) =>
      `“${step}” is complete, and the file lacks ${documents.join(', ')}`,
  },
  gate: {
    zh: ({ step, other, rules = [] }) =>
      `“${other}”的前置条件 ${rules.join('、')} 未满足，“${step}”仍已办理`,
    en: ({ step, other, rules = [] }) =>
      `“${step}” went ahead although the gate of “${other}” was not passed: ${rules.join(', ')}`,
  },
};

/** What the process itself asks, and what is wrong. */
export const processWords = {
  gate: { zh: '前置条件', en: 'gate' },
  processTitle: titles,
  process: findings,
  /** Steps that went ahead although a gate before them was not passed. */
  wentAhead: said(
    (steps: readonly string[]) => `未满足，仍已办理${steps.join('、')}`,
    (steps) => `not passed, and yet done: ${steps.join(', ')}`,
  ),
  wentAheadUndecided: said(
    (steps: readonly string[]) => `尚无结论，已办理${steps.join('、')}`,
    (steps) => `not decided, and yet done: ${steps.join(', ')}`,
  ),
  /** A gate that was not decided, rather than failed. */
  gateUndecided: said(
    (step: string, rules: readonly string[]) =>
      `前置条件 ${rules.join('、')} 尚无结论，“${step}”已办理`,
    (step, rules) => `“${step}” was done while its gates were undecided: ${rules.join(', ')}`,
  ),
};
