import type { DescribedElement } from '../src/docs/description.ts';
import { BARE } from '../src/elements/room.ts';

/**
 * A style sheet for pages that a server renders: it keeps an element's room until the script has come that defines it. From then on the element
 * does so itself, with the same heights; what is known here is the window's width alone.
 */
export function roomStyles(elements: readonly DescribedElement[]): string {
  const all = `:is(${elements.map(({ tag }) => tag).join(', ')}):not(:defined)`;
  const heights = (column: 0 | 1) =>
    elements
      .map(({ tag, heights: { around, views } }) => {
        const own = Object.entries(views).map(([view, height]) => [view, height[column] - around[column]] as const);
        const sum = own.reduce((total, [, height]) => total + height, 0);
        const asked = own.map(([view]) => `var(--_${view}, 0px)`).join(' + ');
        return `${tag}:not(:defined) { --_around: ${around[column]}px; --_panel: ${column * around[2]}px; --_pictures: ${sum}px; }
${tag}[views]:not(:defined) { --_pictures: calc(${asked}); }
${own.map(([view, height]) => `${tag}[views~='${view}']:not(:defined) { --_${view}: ${height}px; }`).join('\n')}`;
      })
      .join('\n');
  return `/* Keeps the room of elements whose script is still to come. */
${all} { display: block; min-block-size: max(var(--_around) + var(--_pictures), var(--_panel)); }
${all}[controls='none'] { min-block-size: calc(${BARE} * var(--_pictures)); }
${heights(1)}
@media (max-width: 600px) {
${heights(0)}
}
`;
}
