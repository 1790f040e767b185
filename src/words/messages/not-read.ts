import type { Said } from '../../base/language.ts';
import type { UnreadReason } from '../../base/path-problems.ts';

const reasons: Readonly<Record<UnreadReason, Said<string>>> = {
  format: {
    zh: '不是这里读的格式；与此无关的，请移到别处',
    en: 'it has no format that is read here; move it elsewhere if it is of something else',
  },
  dangling: { zh: '链接所指的文件不存在', en: 'the link leads to nothing' },
  elsewhere: {
    zh: '链接指向文件夹之外；要判定它，请直接写出所指的路径',
    en: 'the link leads out of the folder; to have it judged, name the path that it leads to',
  },
  special: { zh: '是管道、套接字或设备', en: 'it is a pipe, a socket or a device' },
  deep: { zh: '文件夹套得太深（超过 12 层）', en: 'it lies more than 12 folders deep' },
  closed: { zh: '没有权限打开这个文件夹', en: 'there is no permission to open the folder' },
};

const table: Said<string> = {
  zh: '表格须另行给出，并用 --mapping 写明对应表；对应表可用 shouze import columns 起草',
  en: 'tables are given by themselves, with a mapping (--mapping), which shouze import columns drafts',
};

const otherTable: Said<string> = {
  zh: '请另存为 .xlsx 或 CSV，再用 --mapping 给出对应表',
  en: 'save it as .xlsx or CSV, and give it with a mapping (--mapping)',
};

const archive: Said<string> = {
  zh: '压缩包请先解开；单个文件可以用 gzip 压缩（.gz）',
  en: 'unpack archives first; a single file may be compressed with gzip (.gz)',
};

const image: Said<string> = {
  zh: '影像和文档请另存别处，卷宗里只写摘要或编号',
  en: 'keep images and documents elsewhere; a dossier has their digests or numbers',
};

/** What to do about files of some formats that are met beside dossiers. */
const formats: Readonly<Record<string, Said<string>>> = {
  ...all(['csv', 'tsv', 'xlsx', 'parquet'], table),
  ...all(['xls', 'et', 'ods', 'dbf'], otherTable),
  ...all(['zip', 'rar', '7z', 'tar', 'tgz', 'gz', 'xz', 'zst', 'bz2'], archive),
  ...all(['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff', 'ofd', 'doc', 'docx', 'wps'], image),
};

function all(
  endings: readonly string[],
  words: Said<string>,
): Readonly<Record<string, Said<string>>> {
  return Object.fromEntries(endings.map((ending) => [ending, words]));
}

/** Why something in a folder was not read, and what to do. */
export function notRead(why: UnreadReason, ending: string, language: 'zh' | 'en'): string {
  const known = why === 'format' && Object.hasOwn(formats, ending) ? formats[ending] : undefined;
  return (known ?? reasons[why])[language];
}
