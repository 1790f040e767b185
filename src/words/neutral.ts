import type { Said } from '../base/language.ts';
import type { WordingFile } from '../rulebook/files.ts';

/** What is said where a rulebook has no words of its own for it. */
export const neutral = {
  ownRule: { zh: '内部制度', en: 'internal rule' },
  ownRuleSays: {
    zh: '本机构自定的管理要求；写明可以例外的，由指定岗位事前批准。',
    en: 'The institution’s own requirement. Where an exception is possible, the named post approves it beforehand.',
  },
  serviceSays: { zh: '本机构的服务承诺。', en: 'What the institution promises those it serves.' },
  ownSource: { zh: '内部制度', en: 'Internal procedure' },
  ownBasis: { zh: '本机构制度', en: 'the institution’s own' },
  addition: { zh: '补充规则库', en: 'Addition' },
  onlyHigher: {
    zh: '补充规则库从严时只可调高',
    en: 'a rulebook that extends this may only raise it',
  },
  onlyLower: {
    zh: '补充规则库从严时只可调低',
    en: 'a rulebook that extends this may only lower it',
  },
  numbersKept: {
    zh: '已脱敏；各种编号保留，以便整改',
    en: 'masked; numbers of files are kept, so that findings can be acted on',
  },
  unit: { zh: '机构', en: 'unit' },
  inPilot: { zh: '试点机构', en: 'units in the pilot' },
  outsidePilot: { zh: '其他机构', en: 'other units' },
} satisfies Readonly<Record<keyof WordingFile, Said<string>>>;
