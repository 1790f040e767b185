import { said, spoken } from '../../base/language.ts';

/** What the page says around its views. */
export const shellWords = spoken({
  name: { zh: '守则检查台', en: 'Compliance desk' },
  views: {
    check: { zh: '检查', en: 'Check' },
    tables: { zh: '台账对应', en: 'Map tables' },
    book: { zh: '总览', en: 'Overview' },
    checklist: { zh: '人工核查', en: 'Check-list' },
    gate: { zh: '办前自查', en: 'Before a step' },
    read: { zh: '查手册', en: 'Manual' },
    teach: { zh: '培训出题', en: 'Training' },
    session: { zh: '保存与交接', en: 'Saving' },
  },
  navigation: { zh: '功能', en: 'Views' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  language: { zh: 'English', en: '中文' },
  theme: {
    label: { zh: '显示', en: 'Display' },
    system: { zh: '随系统', en: 'As the system' },
    light: { zh: '浅色', en: 'Light' },
    dark: { zh: '深色', en: 'Dark' },
  },
  opening: { zh: '正在打开规则库……', en: 'Opening the rulebook…' },
  broken: said(
    (why: string) => `本页面无法使用：${why}`,
    (why) => `This page cannot be used: ${why}`,
  ),
  tooOld: {
    zh: '浏览器版本过低，请使用 Chromium 103 或更高版本（Chrome、Edge、360、统信浏览器等）。',
    en: 'This browser is too old: Chromium 103 or newer is needed (Chrome, Edge and others).',
  },
  offline: {
    zh: '所有文件只在本机处理，不会上传。',
    en: 'All files stay on this machine; nothing is sent anywhere.',
  },
  noScript: {
    zh: '本页面需要启用 JavaScript。',
    en: 'This page needs JavaScript.',
  },
  draft: {
    zh: '草稿：本页面未定稿，有的校验示例未通过，或有草拟的规则，不得据以办理业务。',
    en: 'DRAFT: this page is not final, for cases of its rules failed or rules are drafts, and nobody may act on it.',
  },
  draftName: said(
    (name: string) => `草稿-${name}`,
    (name) => `DRAFT-${name}`,
  ),
  notBuilt: {
    zh: '尚未构建，运行 npm run build 后用 shouze page 生成',
    en: 'not built yet: npm run build, then shouze page',
  },
  written: said(
    (path: string, megabytes: string) => `已写入 ${path}（${megabytes} MB），双击即可打开`,
    (path, megabytes) => `wrote ${path} (${megabytes} MB): open it by a double click`,
  ),
  failed: said(
    (why: string) => `出错：${why}。请重试；其他内容不受影响。`,
    (why) => `That failed: ${why}. Try again; nothing else is affected.`,
  ),
});
