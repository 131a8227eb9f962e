import { code, escapeHtml, heading, table } from './blocks';
import type { Described, DescribedElement } from './description';
import { commentAsHtml, membersTable } from './members-table';
import type { Html, Section } from './page';

/** What there is to know of an element for those who write pages and programs: from its schema and its comments. */
export function reference(element: DescribedElement): Section[] {
  const { tag, className, attributes, properties, methods, events, parts, result } = element;
  return [
    {
      title: 'Attributes',
      html: `<p>Each attribute is a property too, of the type that is given, and under the same name in camel case. An invalid value does not throw: the element shows what was wrong, keeps its last good picture, and fires <code>gd-error</code>.</p>
${table(
  `Attributes of ${tag}`,
  ['Attribute', 'What it says', 'Default', 'Property and type'],
  attributes.map((one) => [
    `<code id="attribute-${one.attribute}">${one.attribute}</code>`,
    escapeHtml(one.description),
    one.default ? `<code>${escapeHtml(one.default)}</code>` : 'none',
    `<code>${one.name}</code><br><code class="type">${escapeHtml(one.type)}</code>`,
  ]),
)}`,
    },
    {
      title: 'Properties and methods',
      html: `<p>The class is <code>${className}</code>; <code>import { ${className} } from 'descent-lab'</code> imports the class without registering the element.</p>
${membersTable(`Properties of ${tag}`, properties)}
${heading(4, 'Methods')}
${table(
  `Methods of ${tag}`,
  ['Method', 'What it does'],
  methods.map(({ signature, description }) => [`<code>${escapeHtml(signature)}</code>`, commentAsHtml(description)]),
)}
${heading(4, 'The result')}
<p><code>result</code>, and what <code>settled</code> resolves with, is a <code>${result.name}</code>: plain data, which <code>exportJSON()</code> writes down. Besides the fields below it has <code>engine</code>, where it was computed, and <code>parameters</code>, what it was computed with.</p>
${membersTable(`Fields of ${result.name}`, result.fields)}`,
    },
    {
      title: 'Events',
      html: `<p>They bubble, and cross shadow roots.</p>
${table(`Events of ${tag}`, ['Event', 'When, and what it brings'], events.map(described))}
${code(`document.querySelector('${tag}').addEventListener('gd-result', ({ detail }) => {\n  console.log(detail.engine, detail.result);\n});`, 'Script: listen for a result')}`,
    },
    {
      title: 'Parts and colours',
      id: 'parts',
      html: `<p>A page’s own style reaches these with <code>${tag}::part(…)</code>, and colours by custom properties; each with an example under <a href="../docs/theming.html">Theming</a>.</p>
${table(
  `Parts of ${tag}`,
  ['Part', 'What it is'],
  parts.map(({ name, description }) => [
    `<a href="../docs/theming.html#part-${name}"><code>${name}</code></a>`,
    commentAsHtml(description),
  ]),
)}`,
    },
  ];
}

function described({ name, description }: Described): Html[] {
  return [`<code>${name}</code>`, commentAsHtml(description)];
}
