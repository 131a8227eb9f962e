import { escapeHtml, heading, table } from '../blocks';
import type { Described, Description } from '../description';
import type { DocsPage, Html } from '../page';
import { colours, groups, parts, PINK, type Group } from '../theming';

/** Every part and custom property with a rule to try; throws for one that is not documented, and for one that is not there. */
export function page({ elements, styles }: Description): DocsPage {
  const partsThere = new Map<string, Described & { tags: string[] }>();
  for (const { tag, parts: list } of elements)
    for (const part of list)
      partsThere.set(part.name, { ...part, tags: [...(partsThere.get(part.name)?.tags ?? []), tag] });
  const views = new Set(
    elements.flatMap(({ parts: list }) =>
      list.filter(({ description }) => description.startsWith('the figure of the view')).map(({ name }) => name),
    ),
  );
  sameNames(
    'custom property',
    styles.map(({ name }) => name),
    Object.keys(colours),
  );
  sameNames(
    'part',
    [...partsThere.keys()].filter((name) => !views.has(name)),
    Object.keys(parts),
  );
  const rowOfStyle = ({ name, default: value }: Description['styles'][number]) => {
    const { what, group, value: tried = PINK } = colours[name];
    return [
      `<code id="property${name.slice(1)}">${name}</code>`,
      what,
      `<code>${escapeHtml(value)}</code>`,
      rule(`${groups[group].tag} { ${name}: ${tried}; }`),
    ];
  };
  const rowOfPart = ({ name, description, tags }: Described & { tags: string[] }) => {
    const { on, css } = parts[name] ?? {};
    return [
      `<code id="part-${name}">${name}</code>`,
      escapeHtml(description),
      tags.length === elements.length
        ? 'all'
        : tags.map((tag) => `<a href="../experiments/${tag.slice(3)}.html#parts">${tag}</a>`).join(', '),
      ...(on ? [rule(`${on}::part(${name}) { ${css} }`)] : []),
    ];
  };
  const inGroup = (group: Group) => styles.filter(({ name }) => colours[name].group === group);
  return {
    title: 'Theming',
    description: 'Every part and custom property of the elements, each with an example to try on the page.',
    place: 20,
    lead: `<p>Elements follow the page’s colour scheme, light or dark, and take its text colour and nothing else of its style. To change more, set custom properties on the element or on anything around it (they reach through shadow roots), or style the boxes that an element names with <code>::part</code>. Try each rule below on the elements of this page; a test tries them all.</p>
<p>What is drawn on a canvas (dots, basins, densities) takes its colours when it is drawn, so set them beforehand. A colour for both schemes is written <code>light-dark(#b33, #f99)</code>.</p>`,
    sections: [
      ...(Object.keys(groups) as Group[]).map((group) => ({
        title: groups[group].title,
        html: `<p>${groups[group].text}</p>
<div class="stage">${groups[group].html}</div>
${table(`Custom properties: ${groups[group].title}`, ['Property', 'What it sets', 'Default', 'Example'], inGroup(group).map(rowOfStyle))}`,
      })),
      {
        title: 'Parts',
        html: `<p>A part is styled from the page: <code>gd-conv1d::part(chart)</code>. Each figure is a part twice, as <code>view</code> and by its view’s name.</p>
<div class="stage">${MESSAGE}</div>
${heading(3, 'Boxes')}
${table('Parts', ['Part', 'What it is', 'In', 'Example'], [...partsThere.values()].filter(({ name }) => !views.has(name)).map(rowOfPart))}
${heading(3, 'Figures by name')}
<p>They can be put into another order, for example: ${rule('gd-conv1d::part(loss) { order: -1; }')}</p>
${table('Figures as parts', ['Part', 'What it is', 'In'], [...partsThere.values()].filter(({ name }) => views.has(name)).map(rowOfPart))}`,
      },
    ],
  };
}

/** An element that has something to say about a value, and one that takes files. */
const MESSAGE =
  '<gd-wide-minima starts="none at all" views="histogram" controls="none"></gd-wide-minima>\n<gd-absolute-error views="bias"></gd-absolute-error>';

/** A rule, to which the page's script gives a button that tries it. */
function rule(css: string): Html {
  return `<code class="rule">${escapeHtml(css)}</code>`;
}

function sameNames(kind: string, there: readonly string[], documented: readonly string[]): void {
  const missing = there.filter((name) => !documented.includes(name));
  const unknown = documented.filter((name) => !there.includes(name));
  if (missing.length > 0)
    throw new Error(`no example is documented for the ${kind} ${missing.join(', ')} (src/docs/theming.ts)`);
  if (unknown.length > 0)
    throw new Error(`the documentation has a ${kind} that no element has: ${unknown.join(', ')} (src/docs/theming.ts)`);
}
