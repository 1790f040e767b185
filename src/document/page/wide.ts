/**
 * Watches boxes, and gives those that are narrower than what is in them a name and a place for the keyboard, so that
 * it can be moved.
 */
export function wideBoxes(nameOf: (box: Element) => string): Pick<ResizeObserver, 'observe'> {
  return new ResizeObserver((entries) => {
    for (const { target } of entries) name(target);
  });

  function name(box: Element): void {
    const attributes = { tabindex: '0', role: 'group', 'aria-label': nameOf(box) };
    const isWide = box.scrollWidth > box.clientWidth;
    for (const [key, value] of Object.entries(attributes))
      if (isWide) box.setAttribute(key, value);
      else box.removeAttribute(key);
  }
}
