import { said } from '../base/language.ts';

/** What the list of contents of an archive says. */
export const archive = {
  title: { zh: '检查档案包清单', en: 'Contents of the archive of a check' },
  judgedBy: said(
    (rulebook: string, digest: string, engine: string) =>
      `规则库 ${rulebook}（${digest}），判定程序 ${engine}`,
    (rulebook, digest, engine) => `rulebook ${rulebook} (${digest}), engine ${engine}`,
  ),
  day: said(
    (day: string | undefined) => (day === undefined ? '未指定检查日' : `检查日 ${day}`),
    (day) => (day === undefined ? 'no day of check was given' : `day of check ${day}`),
  ),
};
