import { setWords, wideMinima } from 'descent-lab';
import german from './german.json';

console.log(wideMinima.title);
// → Wide and sharp minima

// The whole table at once. Every element on the page speaks it from now on, also those that come later.
setWords(german);
console.log(wideMinima.title);
// → Weite und scharfe Minima

// A misspelt key is found out, and nothing changes.
try {
  setWords({ words: { elements: { runn: 'Los' } } } as never);
} catch (error) {
  console.log((error as Error).message);
}
// → there is no text "elements.runn"

setWords();
console.log(wideMinima.title);
// → Wide and sharp minima
