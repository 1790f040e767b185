import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

import { alternatives } from './docx-styles.ts';

/**
 * The same package with nothing in it of the day and the process it was made on: names that were drawn by lot are
 * counted instead, dates are those of the document. Fonts get alternatives by name, and what tells of a picture keeps its
 * lines, which readers of XML would take for spaces.
 *
 * @param day - ISO
 */
export function stableDocx(bytes: Uint8Array, day: string): Uint8Array {
  const files = unzipSync(bytes);
  const names = Object.keys(files).toSorted();
  const drawn = new Map<string, string>();
  const entries = names.map((name) => {
    const content = files[name] ?? new Uint8Array();
    if (name === 'word/fontTable.xml') return [name, strToU8(fontTable())] as const;
    if (!/\.(?:xml|rels)$/u.test(name)) return [name, content] as const;
    return [name, strToU8(joined(counted(strFromU8(content), drawn, day)))] as const;
  });
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1) });
}

function counted(xml: string, drawn: Map<string, string>, day: string): string {
  let bookmarks = 0;
  return xml
    .replaceAll(/"rId([\w-]{12,})"/gu, (_, id: string) => {
      const known = drawn.get(id) ?? `rIdLink${drawn.size + 1}`;
      drawn.set(id, known);
      return `"${known}"`;
    })
    .replaceAll(/<w:bookmark(Start|End)( [^>]*?)?w:id="\d+"/gu, (_, side: string, before = ' ') => {
      if (side === 'Start') bookmarks += 1;
      return `<w:bookmark${side}${String(before)}w:id="${bookmarks}"`;
    })
    .replaceAll(/ descr="[^"]*"/gu, (told) => told.replaceAll('\n', '&#10;'))
    .replaceAll(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu,
      (_, head: string) => `${head}${day}T00:00:00Z`,
    );
}

/** The field of the contents begins and ends in lines of its own, which could stand on a page of their own. */
function joined(xml: string): string {
  return xml
    .replace(
      /<w:sdtContent><w:p>(<w:r>(?:(?!<\/w:p>).)*"separate"\/><\/w:r>)<\/w:p><w:p>(<w:pPr>.*?<\/w:pPr>)/u,
      '<w:sdtContent><w:p>$2$1',
    )
    .replace(
      /<\/w:p><w:p>(<w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p><\/w:sdtContent>)/u,
      '$1',
    );
}

function fontTable(): string {
  const fonts = Object.entries(alternatives)
    .map(([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/></w:font>`)
    .join('');
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts}</w:fonts>`;
}
