import german from '../examples/german.json?raw';
import { code, program } from '../blocks';
import type { DocsPage } from '../page';

const c = (text: string) => `<code>${text}</code>`;

export const page: DocsPage = {
  title: 'Translations',
  description:
    'Every word of the interface comes from one table, which a page can replace with its own; numbers follow the page’s language.',
  place: 25,
  lead: `<p>Every word that an element shows or speaks comes from one table, ${c('english')} in ${c('descent-lab/words')}. A page can replace any part of it with its own, at any time, with ${c('setWords({ locale, words })')} from ${c('descent-lab')} or from the single script.</p>`,
  sections: [
    {
      title: 'In a course page',
      html: `<p>With the single script, in a module script of the page’s own:</p>
${code("import { setWords } from './descent-lab.js';\n\nsetWords(await (await fetch('german.json')).json());", 'JavaScript: a table from a file')}
<p>Every element on the page speaks the new language from then on, whatever it shows at that moment: pictures are drawn again, and an error message that stands there is said again.</p>`,
    },
    {
      title: 'In a project',
      html: `<p>A program, with what it prints:</p>
${program('language')}`,
    },
    {
      title: 'How a table is written',
      html: `<ul>
<li>It has a section for each part of the interface and, in it, a text for each key. What it lacks stays English. Copy ${c('english')}, which is plain data, and translate the texts.</li>
<li>A text keeps its ${c('{placeholders}')}, in any order. A misspelt section, key or placeholder is an error that names it, and the table before it stays.</li>
<li>A text that depends on a number has a form for each plural category of the language, as ${c('{ "one": "{count} Zahl", "other": "{count} Zahlen" }')}; ${c('locale')} says which language that is. A form may leave the number out.</li>
<li>Texts are never markup: ${c('&lt;b&gt;')} is shown as it is written.</li>
</ul>`,
    },
    {
      title: 'Numbers',
      html: `<p>Numbers follow the language of the page, ${c('&lt;html lang="de"&gt;')}, by themselves, also when it changes: 0.01 is 0,01 in German. Thousands are set apart by a thin space in every language, and digits are 0 to 9. Attributes, the fields that show them, and saved data keep the decimal point: they are read by programs.</p>`,
    },
    {
      title: 'An example',
      html: `<p>All that <a href="gd-wide-minima.html">${c('gd-wide-minima')}</a> says, in German. Tests put this very file into a page, and see that nothing stays English.</p>
${code(german.trim(), 'german.json')}`,
    },
  ],
};
