import type { DraftFault } from '../drafting/faults.ts';
import type { AnswerFault } from '../drafting/questions.ts';

/** What a writer is told who begins something. */
export const draftingWords = {
  zh: {
    written: (paths: readonly string[]) => `已写入：${paths.join('、')}`,
    sound: '检查过：没有问题',
    newest: (format: string) => `格式 ${format} 是现在的格式，没有更早的格式要升`,
    tidied: (changed: number, files: number, isCheck: boolean) =>
      `${files} 个文件，${isCheck ? '要整理的' : '整理了'} ${changed} 个`,
    next: {
      github: '提交这些文件即可；评论用 GITHUB_TOKEN，不必另设',
      gitlab: '再设变量 SHOUZE_TOKEN（项目访问令牌，api 权限），评论用它；没有则不写评论',
      gitee: '再设私密变量 SHOUZE_TOKEN（私人令牌，pull_requests 权限），评论用它；没有则不写评论',
      'pre-commit': '再运行一次：git config core.hooksPath .githooks',
    },
    wants: '检查结果（写完再查：shouze lint）：',
    fault: (id: string, fault: DraftFault): string => {
      switch (fault.fault) {
        case 'no-day':
          return `\`${fault.day}\` 不是日期，应写 2027-01-01`;
        case 'no-editions':
          return `${id} 没有分版本（editions），先把现在的内容写成一版`;
        case 'too-early':
          return `${id} 的最近一版从 ${fault.from} 起，新的一版应在其后`;
        case 'ended':
          return `${id} 的最近一版到 ${fault.until} 为止，新的一版应从次日起`;
        case 'not-written':
          return `${id} 的写法无法自动添加，请手工写`;
      }
    },
    unfit: (id: string, kind: 'rule' | 'parameter' | 'table' | 'source'): string =>
      `\`${id}\` 不能作名称：${fit.zh[kind]}`,
    answer: ({ key, given, wanted, near }: AnswerFault): string =>
      `--${key} ${given}：应为${typeof wanted === 'string' ? forms.zh[wanted] : wanted.slice(0, 12).join('、')}${near === undefined ? '' : `；您是否想写 ${near}`}`,
  },
  en: {
    written: (paths: readonly string[]) => `written: ${paths.join(', ')}`,
    sound: 'checked: nothing is wrong',
    newest: (format: string) => `format ${format} is the present one, and none came before it`,
    tidied: (changed: number, files: number, isCheck: boolean) =>
      `${files} files, ${changed} ${isCheck ? 'to be tidied' : 'tidied'}`,
    next: {
      github:
        'commit these files; the comment is written with GITHUB_TOKEN, nothing else is to be set',
      gitlab:
        'now set the variable SHOUZE_TOKEN, a project access token of scope api: the comment is written with it, and none without',
      gitee:
        'now set the secret variable SHOUZE_TOKEN, a private token of scope pull_requests: the comment is written with it, and none without',
      'pre-commit': 'now run once: git config core.hooksPath .githooks',
    },
    wants: 'what lint says (once it is written: shouze lint):',
    fault: (id: string, fault: DraftFault): string => {
      switch (fault.fault) {
        case 'no-day':
          return `\`${fault.day}\` is no day; write 2027-01-01`;
        case 'no-editions':
          return `${id} has no editions; put what it says now into one first`;
        case 'too-early':
          return `the last edition of ${id} is from ${fault.from}; a new one begins later`;
        case 'ended':
          return `the last edition of ${id} ends on ${fault.until}; a new one begins on the day after`;
        case 'not-written':
          return `${id} is written in a way to which nothing can be added; write the edition by hand`;
      }
    },
    unfit: (id: string, kind: 'rule' | 'parameter' | 'table' | 'source'): string =>
      `\`${id}\` cannot be a name: ${fit.en[kind]}`,
    answer: ({ key, given, wanted, near }: AnswerFault): string =>
      `--${key} ${given}: should be ${typeof wanted === 'string' ? forms.en[wanted] : wanted.slice(0, 12).join(', ')}${near === undefined ? '' : `; did you mean ${near}`}`,
  },
};

const fit = {
  zh: {
    rule: '规则编号用字母、数字、-，以字母开头，如 RSK-008',
    parameter: '用文字、数字、_，不以数字开头',
    table: '用文字、数字、_，不以数字开头',
    source: '用文字、数字、-、_，如 B-2026-1',
  },
  en: {
    rule: 'a rule has letters, digits and -, a letter first, such as RSK-008',
    parameter: 'letters, digits and _, no digit first',
    table: 'letters, digits and _, no digit first',
    source: 'letters, digits, - and _, such as B-2026-1',
  },
};

const forms = {
  zh: {
    day: '日期，如 2027-01-01',
    number: '数字',
    name: '名称（文字、数字、_、-）',
    languages: '语言代码，如 zh、en',
    currency: 'ISO 4217 的货币代码，如 CNY',
  },
  en: {
    day: 'a day, such as 2027-01-01',
    number: 'a number',
    name: 'a name of letters, digits, _ and -',
    languages: 'codes of languages, such as zh, en',
    currency: 'a code of ISO 4217, such as EUR',
  },
};
