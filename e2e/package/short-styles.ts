import type { Plugin } from 'vite';

/** The files whose template literals are style sheets. */
const STYLES = /\/src\/(charts\/theme[\w-]*|elements\/styles\/\w+)\.ts$/;

/** Takes comments, line breaks and indents out of the style sheets that scripts carry: nobody else's minifier looks into texts. */
export function shortStyles(): Plugin {
  return {
    name: 'descent-lab:short-styles',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: STYLES },
      handler: (code) => ({ code: code.replace(/`[^`]*`/g, shortened), map: null }),
    },
  };
}

/** What stands in the place of a colour, `${color('--gd-axis')}`, stays as it is, and so does the space around it. */
export function shortened(css: string): string {
  return css
    .split(/(\$\{[^}]*\})/)
    .map((part, i) => (i % 2 ? part : part.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replace(/: /g, ':').replace(/;\}/g, '}')))
    .join('');
}
