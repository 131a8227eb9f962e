const NONE = /^(none|matrix\(1, 0, 0, 1, 0, 0\))?$/;

/**
 * Whether a page shows an element elsewhere than it lays it out, as a deck of slides does: what sticks to an edge of the
 * window, by the layout, would be seen somewhere within the element.
 */
export function isTransformed(element: Element): boolean {
  for (let one: Element | null = element; one; one = parentOf(one)) {
    const { transform, translate, scale, rotate } = getComputedStyle(one);
    if ([transform, translate, scale, rotate].some((value) => !NONE.test(value))) return true;
  }
  return false;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
