import type { Said } from '../../base/language.ts';

/** Why a file cannot be written, by the system's word for it. */
const reasons: Readonly<Record<string, Said<string>>> = {
  EMPTY: { zh: '没有写文件名', en: 'the name is empty' },
  EBLOCK: { zh: '这是一块磁盘', en: 'it is a disk' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已用完', en: 'the quota of the disk is used up' },
  EFBIG: { zh: '超过文件大小的上限', en: 'the file would be too large' },
  EACCES: { zh: '没有写入的权限', en: 'there is no permission to write there' },
  EPERM: { zh: '系统不允许写入', en: 'the system does not allow it' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENAMETOOLONG: { zh: '名称过长', en: 'the name is too long' },
  ENOTDIR: { zh: '路径中间的一段不是文件夹', en: 'a part of the path is no folder' },
  EEXIST: { zh: '路径中间的一段不是文件夹', en: 'a part of the path is no folder' },
  ELOOP: { zh: '链接绕回了自己', en: 'the link leads back to itself' },
  EPIPE: { zh: '读取的一方已经关闭', en: 'whoever read it has gone' },
  EIO: { zh: '终端或磁盘已经断开', en: 'the terminal or disk is gone' },
  ENXIO: { zh: '没有人在读', en: 'nobody reads it' },
};

/** The words for a reason; the system's own word where there are none. */
export function unwritable(reason: string, language: 'zh' | 'en'): string {
  return reasons[reason]?.[language] ?? reason;
}
