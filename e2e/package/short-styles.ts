import type { Plugin } from 'vite';

/** The files whose template literals are style sheets. */
const STYLES = /\/src\/elements\/styles\/\w+\.ts$/;
/** Those in which there is HTML. */
const TEMPLATES = /\/src\/elements\/(parts\/)?[\w-]+\.ts$/;

/** Takes comments, line breaks and indents out of the style sheets and the HTML that scripts carry: nobody else's minifier looks into texts. */
export function shortStyles(): Plugin {
  return {
    name: 'descent-lab:short-styles',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: [STYLES, TEMPLATES] },
      handler: (code, id) => ({
        code: STYLES.test(id) ? code.replace(/`[^`]*`/g, shortened) : closedUp(code),
        map: null,
      }),
    },
  };
}

/** What stands in the place of a colour, `${color('--gd-axis')}`, stays as it is, and so does the space around it. */
export function shortened(css: string): string {
  return css
    .split(/(\$\{[^}]*\})/)
    .map((part, i) =>
      i % 2
        ? part
        : part
            .replace(/\/\*[^]*?\*\//g, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replace(/;\}/g, '}'),
    )
    .join('');
}

/** Line breaks between tags, before attributes, and between a tag and what is put in, are one space to a reader of HTML; no code of ours has them there. */
export function closedUp(source: string): string {
  return source
    .replace(/>[ \t]*\n\s*(?=<|\$\{)/g, '> ')
    .replace(/\}[ \t]*\n\s*(?=<)/g, '} ')
    .replace(/\n\s*(?=[.@?]?[a-zA-Z-]+=(\$\{|"))/g, ' ')
    .replace(/`\n\s*</g, '`<')
    .replace(/>\s*\n\s*`/g, '>`');
}
