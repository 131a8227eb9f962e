/** Registers every element, before any experiment's code is loaded. A page that has them already keeps the ones it has. */
import { companions } from './companions';
import { registry } from './generated/elements';

export { setWords } from './words';

for (const [tag, element] of Object.entries({ ...registry, ...companions }))
  if (!customElements.get(tag)) customElements.define(tag, element);
