import '../../define';
import { readAddress } from './address';

/** The element's attributes, as the page's address has them. Other names than its own are left out: they might be scripts. */
const { tag } = document.body.dataset as { tag: string };
const known = (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes;
const element = document.createElement(tag);
for (const [name, text] of Object.entries({ loading: 'eager', ...readAddress(location.search) }))
  if (known.includes(name)) element.setAttribute(name, text);
document.body.append(element);

/**
 * Tells the page around it how high it is, whenever that changes. Which frame it is, `source` of the message says. A height is no secret: it
 * goes to whatever page there is.
 */
if (parent !== window)
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: 'descent-lab:height', height }, '*');
  }).observe(document.body);
