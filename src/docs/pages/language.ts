import german from '../examples/german.json?raw';
import { code, program } from '../blocks';
import type { DocsPage } from '../page';
import { prose } from '../../formula/tex';

export const page: DocsPage = {
  title: 'Translations',
  description:
    'Every word of the interface comes from one table, which a page can replace with its own; numbers follow the page’s language.',
  place: 25,
  lead: prose`Every word that an element shows or speaks comes from one table, \`english\` in \`descent-lab/words\`. A page can replace any part of it with its own, at any time, with \`setWords({ locale, words })\` from \`descent-lab\` or from the single script.`,
  sections: [
    {
      title: 'In a course page',
      html: prose`
With the single script, in a module script of the page’s own:

${code("import { setWords } from './descent-lab.js';\n\nsetWords(await (await fetch('german.json')).json());", 'JavaScript: a table from a file')}

From then on every element on the page speaks the new language: pictures are redrawn, and a message that is showing is translated too.
`,
    },
    {
      title: 'In a project',
      html: prose`
A program, with what it prints:

${program('language')}
`,
    },
    {
      title: 'How a table is written',
      html: prose`
- It has a section for each part of the interface and, in it, a text for each key. Texts that it lacks stay English. Copy \`english\`, which is plain data, and translate the texts.
- A text keeps its \`{placeholders}\`, in any order. A misspelt section, key or placeholder is an error that names it, and the previous table stays in force.
- A text that depends on a number has a form for each plural category of the language, as \`{ "one": "{count} Zahl", "other": "{count} Zahlen" }\`; \`locale\` says which language that is. A form may leave the number out. A word that goes with one of several numbers has its forms in the text, as in \`{steps} {steps|step|steps}\`, for one and for others; where a language has more of them, by name: \`{steps|one=krok|few=kroki|other=kroków}\`.
- Texts are never markup: \`<b>\` is shown as it is written.
`,
    },
    {
      title: 'Numbers',
      html: prose`Numbers follow the language of the page, \`<html lang="de">\`, by themselves, also when it changes: 0.01 is 0,01 in German. Thousands are set apart by a thin space in every language, and digits are 0 to 9. Attributes, the fields that show them, and saved data keep the decimal point: they are read by programs. On a page that is written from right to left an element stays laid out from left to right, as its formulas and axes are.`,
    },
    {
      title: 'An example',
      html: prose`
Everything that [\`gd-wide-minima\`](../experiments/wide-minima.html) says, in German. A test loads this file into a page and checks that no English is left.

${code(german.trim(), 'german.json')}
`,
    },
  ],
};
