/** Registers every element, before any experiment's code is loaded. A page that has them already keeps the ones it has. */
import { defineOnDemand } from './companions/on-demand';
import { registry } from './generated/elements';

export { setWords } from './words';

// First: those of the page's elements that are there already arrive as they are registered.
defineOnDemand();

for (const [tag, element] of Object.entries(registry))
  if (!customElements.get(tag)) customElements.define(tag, element);
