import { code, escapeHtml, heading, live, table } from './blocks';
import type { Described, DescribedElement } from './description';
import { commentAsHtml, membersTable } from './members-table';
import type { DocsPage, ExperimentDocs, Html } from './page';

/** The page of an element: what is written about it, and the tables that its schema and its comments give. */
export function elementPage(element: DescribedElement, docs: ExperimentDocs, place: number): DocsPage {
  const { tag, className, title, description, attributes, properties, methods, events, parts, result } = element;
  return {
    title,
    description: `<${tag}>: ${description}`.replace(/<[^>]*>: /, ''),
    place,
    lead: `<p class="tag"><code>&lt;${tag}&gt;</code></p>\n<p>${description}</p>\n${docs.introduction}`,
    sections: [
      {
        title: 'Examples',
        html: `<p>Each runs here, beside the code that it runs from. All attributes are optional; the examples compute little, so that they are quick.</p>\n${docs.examples.map(live).join('\n')}`,
      },
      {
        title: 'The mathematics',
        id: 'mathematics',
        html: docs.mathematics.map(({ title: part, id, html }) => `${heading(3, part, id)}\n${html}`).join('\n'),
      },
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
${heading(3, 'Methods')}
${table(
  `Methods of ${tag}`,
  ['Method', 'What it does'],
  methods.map(({ signature, description }) => [`<code>${escapeHtml(signature)}</code>`, commentAsHtml(description)]),
)}
${heading(3, 'The result')}
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
        html: `<p>A page’s own style reaches these with <code>${tag}::part(…)</code>, and colours by custom properties; each with an example under <a href="theming.html">Theming</a>.</p>
${table(
  `Parts of ${tag}`,
  ['Part', 'What it is'],
  parts.map(({ name, description }) => [
    `<a href="theming.html#part-${name}"><code>${name}</code></a>`,
    commentAsHtml(description),
  ]),
)}`,
      },
    ],
  };
}

function described({ name, description }: Described): Html[] {
  return [`<code>${name}</code>`, commentAsHtml(description)];
}
