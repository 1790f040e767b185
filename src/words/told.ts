import { said, spoken } from '../base/language.ts';

/** What tools for developers are told beside what people read on a terminal. */
export const toldWords = spoken({
  failedCase: said(
    (rule: string, title: string) => `${rule}的示例“${title}”：`,
    (rule, title) => `${rule}, “${title}”: `,
  ),
  /** A case on another day than its own. */
  caseOn: said(
    (title: string, day: string) => `${title}（按${day}的规则）`,
    (title, day) => `${title} (by the rules of ${day})`,
  ),
  /** Where more is to be read of a code. */
  more: said(
    (code: string) => `shouze explain ${code} 打印这个代码的说明`,
    (code) => `shouze explain ${code} prints what this code means`,
  ),
  /** The same of what no page tells of. */
  ofCommand: said(
    (command: string) => `shouze ${command} --help 说明这个命令查什么`,
    (command) => `shouze ${command} --help says what this command asks`,
  ),
});
