import type { ElementExample, Html } from './page';

/** Any text as HTML. */
export function escapeHtml(text: string): Html {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** A title as an anchor: `The largest stable rate` is `the-largest-stable-rate`. */
export function slug(title: string): string {
  return title
    .toLowerCase()
    .replace(/<[^>]*>/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A heading that can be linked to. */
export function heading(level: 2 | 3 | 4, title: Html, id = slug(title)): Html {
  return `<h${level} id="${id}">${title} <a class="anchor" href="#${id}" aria-label="Link to: ${escapeHtml(title.replace(/<[^>]*>/g, ''))}">#</a></h${level}>`;
}

/**
 * Code to read and to copy; the page's script gives it a button.
 * @param filled the name under which a script fills it, if it does
 */
export function code(text: string, label: string, filled?: string): Html {
  return `<div class="code"${filled ? ` data-filled="${filled}"` : ''}><pre tabindex="0" role="region" aria-label="${escapeHtml(label)}"><code>${escapeHtml(text.trim())}</code></pre></div>`;
}

/** A table that scrolls in itself where it is wider than its place. Cells are HTML. */
export function table(label: string, head: readonly Html[], rows: readonly (readonly Html[])[]): Html {
  const cells = (row: readonly Html[]) =>
    row.map((cell, i) => (i === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('');
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeHtml(label)}"><table>
<thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}
</tbody>
</table></div>`;
}

const programs = import.meta.glob<string>('./examples/**/*.ts', { query: '?raw', import: 'default', eager: true });

/** The text of a file of `src/docs/examples`, as it stands there. */
export function programText(name: string): string {
  const text = programs[`./examples/${name}.ts`];
  if (text === undefined)
    throw new Error(
      `there is no program src/docs/examples/${name}.ts (there are: ${Object.keys(programs).join(', ')})`,
    );
  return text.trim();
}

/** A program to read and to copy: one of `src/docs/examples`, by its name. */
export function program(name: string): Html {
  return code(programText(name), `Program: ${name.split('/').at(-1)}`);
}

/** An example that runs beside its code. What is shown is what runs. */
export function live({ title, text, html, script }: ElementExample): Html {
  const id = slug(title);
  return `<article class="example" id="example-${id}"${script ? ` data-program="${script}"` : ''}>
<h3>${title} <a class="anchor" href="#example-${id}" aria-label="Link to: ${escapeHtml(title)}">#</a></h3>
<p>${text}</p>
<div class="stage">${html.trim()}</div>
${code(html, `HTML: ${title}`)}
${script ? `<p>With it, in a module script:</p>\n${program(`on-page/${script}`)}` : ''}
</article>`;
}
