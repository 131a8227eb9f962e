import { GdWideMinima, setWords } from 'descent-lab';
import { english } from 'descent-lab/words';
import german from './german.json';

console.log(english.elements.run);
// → Recompute

// The whole table at once. Every element on the page speaks it from now on, also those that come later.
setWords(german);
customElements.define('deutsche-minima', class extends GdWideMinima {});
const element = document.createElement('deutsche-minima') as GdWideMinima;
Object.assign(element, { engine: 'cpu', starts: 500, views: ['histogram'] });
document.body.append(element);
await element.settled;
console.log(element.shadowRoot!.querySelector('h3')!.textContent);
// → Wo der Abstieg endete

// A misspelt key is found out, and nothing changes.
try {
  setWords({ words: { elements: { runn: 'Los' } } });
} catch (error) {
  console.log((error as Error).message);
}
// → there is no text "elements.runn"

setWords();
await element.updateComplete;
console.log(element.shadowRoot!.querySelector('h3')!.textContent);
// → Where descent ended
element.remove();
