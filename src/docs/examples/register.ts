import { GdWideMinima } from 'descent-lab';

// Importing the class has registered nothing; a project may give it a name of its own.
customElements.define('my-minima', class extends GdWideMinima {});
const element = document.createElement('my-minima') as GdWideMinima;
Object.assign(element, { engine: 'cpu', starts: 500, learningRates: [0.3], views: ['histogram'], controls: 'none' });
document.body.append(element);
const { runs } = await element.settled;
console.log(`${runs[0].converged.join(' and ')} of ${runs[0].starts}`);
// → 0 and 500 of 500
element.remove();
