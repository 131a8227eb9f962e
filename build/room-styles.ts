import type { DescribedElement } from '../src/docs/description.ts';
import { AROUND_PICTURE } from '../src/elements/room.ts';

/**
 * A style sheet for pages that a server renders: it keeps an element's room until the script has come that defines it. From then on the element
 * does so itself, by `src/elements/styles/host.css`, with the same widths and heights.
 */
export function roomStyles(elements: readonly DescribedElement[]): string {
  const tags = elements.map(({ tag }) => tag);
  const rules = elements.map(({ tag, rooms }) => {
    const heights = Object.entries(rooms).map(([view, room]) => [view, room + AROUND_PICTURE] as const);
    const all = heights.reduce((sum, [, height]) => sum + height, 0);
    const asked = heights.map(([view]) => `var(--_${view}, 0px)`).join(' + ');
    return `${tag}:not(:defined) { min-block-size: ${all}px; }
${tag}[views]:not(:defined) { min-block-size: calc(${asked}); }
${heights.map(([view, height]) => `${tag}[views~='${view}']:not(:defined) { --_${view}: ${height}px; }`).join('\n')}`;
  });
  return `/* Keeps the room of elements whose script is still to come. */
:is(${tags.join(', ')}):not(:defined) { display: block; }
${rules.join('\n')}
@media (max-width: 939px) {
  :is(${tags.join(', ')}):not(:defined, [controls='none']) { padding-block-end: 320px; }
}
`;
}
