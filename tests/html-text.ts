/** The text of a page: what stands within a line goes on, everything else is apart. */
export function htmlText(html: string): string {
  return html.replaceAll(/<\/?span\b[^>]*>/gu, '').replaceAll(/<[^>]+>/gu, ' ');
}
