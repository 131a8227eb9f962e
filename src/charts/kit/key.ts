import { select } from 'd3';
import { one } from './dom';
import { color } from './palette';

export interface KeyOptions {
  /** What is explained: in words, and the name of the custom property that holds its colour. */
  outcomes: readonly { label: string; color: string }[];
  /** Which of them are shown; all of them without it. */
  shown?: readonly number[];
  highlighted?: number;
  onHoverOutcome?(outcome: number | undefined): void;
  onPickOutcome?(outcome: number): void;
}

/** The colours and what they mean; with handlers its entries are buttons that make one outcome stand out. */
export function drawKey(
  parent: Element,
  { outcomes, shown, highlighted, onHoverOutcome, onPickOutcome }: KeyOptions,
): void {
  const list = one<HTMLUListElement>(parent, 'ul', 'gd-key');
  list.setAttribute('role', 'list');
  const interactive = Boolean(onHoverOutcome || onPickOutcome);
  const indices = shown ?? outcomes.map((_, i) => i);
  select(list)
    .selectAll<HTMLLIElement, number>('li')
    .data(indices)
    .join('li')
    .each(function (index) {
      const outcome = outcomes[index];
      const tag = interactive ? 'button' : 'span';
      if (this.firstElementChild && this.firstElementChild.localName !== tag) this.replaceChildren();
      const item = one<HTMLElement>(this, tag, 'gd-key-item');
      item.classList.toggle('gd-faded', highlighted !== undefined && highlighted !== index);
      one<HTMLElement>(item, 'span', 'gd-swatch').style.background = color(outcome.color);
      one<HTMLElement>(item, 'span', 'gd-label').textContent = outcome.label;
      if (!interactive) return;
      item.setAttribute('type', 'button');
      item.setAttribute('aria-pressed', String(highlighted === index));
      onEmphasis(item, index, highlighted, onHoverOutcome, onPickOutcome);
    });
}

/** Pointing at a part, focusing it and pressing it make its outcome stand out. */
export function onEmphasis(
  part: HTMLElement | SVGElement,
  outcome: number,
  highlighted: number | undefined,
  onHover?: (outcome: number | undefined) => void,
  onPick?: (outcome: number) => void,
): void {
  part.onpointerenter = (event) => {
    if (event.pointerType !== 'touch') onHover?.(outcome);
  };
  part.onpointerleave = (event) => {
    if (event.pointerType !== 'touch') onHover?.(undefined);
  };
  part.onfocus = () => {
    if (part.matches(':focus-visible')) onHover?.(outcome);
  };
  part.onblur = () => onHover?.(undefined);
  part.onclick = () => {
    if (onPick) onPick(outcome);
    // A finger cannot hover: its press does what hovering does, and the next one takes it back.
    else onHover?.(highlighted === outcome && !part.matches(':hover') ? undefined : outcome);
  };
}
