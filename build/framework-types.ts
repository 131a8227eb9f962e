import type { DescribedAttribute, DescribedElement } from '../src/docs/description.ts';
import { classOf } from './experiments.ts';
import { tagsOf } from './members.ts';

/** The elements for running text: their attributes are all that they take. */
const COMPANIONS = ['slider', 'task', 'value'];

/**
 * Types of the elements for the templates of frameworks, by their files: what the elements take, written once, and for each framework how
 * its own types are widened by that.
 */
export function frameworkTypes(elements: readonly DescribedElement[]): Record<string, string> {
  return { 'attributes.d.ts': attributeTypes(elements), 'jsx.d.ts': JSX, 'vue.d.ts': VUE, 'svelte.d.ts': SVELTE };
}

function attributeTypes(elements: readonly DescribedElement[]): string {
  const own = elements.map(({ tag, attributes }) => ({ tag, lines: attributes.map(linesOf) }));
  const companions = COMPANIONS.map((name) => ({
    tag: `gd-${name}`,
    lines: tagsOf(`src/companions/${name}.ts`, 'attr').map((one) => line(one.name, 'string | number', one.description)),
  }));
  const all = [...own, ...companions].map(({ tag, lines }) => ({
    tag,
    lines,
    name: `${classOf(tag.slice(3))}Attributes`,
  }));
  return `import type { CompanionEvents, ExperimentEvents } from './index.js';

${all.map(({ name, lines }) => `export interface ${name} {\n${lines.join('')}}\n`).join('\n')}
/** What each element takes: attributes are texts or numbers, properties pass as they are. */
export interface ElementAttributes {
${all.map(({ tag, name }) => `  '${tag}': ${name};\n`).join('')}}

/** The elements' events by their types. */
export interface ElementEvents extends ExperimentEvents, CompanionEvents {}
`;
}

const line = (key: string, type: string, description: string) =>
  `  /** ${description.replaceAll('*/', '* /')} */\n  ${key.includes('-') ? `'${key}'` : key}?: ${type};\n`;

const linesOf = ({ name, attribute, description, type }: DescribedAttribute) =>
  (name === attribute ? '' : line(attribute, 'string | number', description)) +
  line(name, type === 'string' ? type : `${type} | string`, description);

const HANDLERS = `type Handlers = { [Type in keyof ElementEvents as \`on\${Type}\`]?: (event: ElementEvents[Type]) => void };`;

const JSX = `/** Types of the elements for JSX; \`import type {} from 'descent-lab/jsx'\` makes them known to React's. */
import type { ElementAttributes, ElementEvents } from './attributes.js';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

export type * from './attributes.js';

${HANDLERS}
type Common = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string };
/** Everything that an element may be given. */
export type GdAttributes<Own = object> = Own & Handlers & Omit<Common, keyof Own | 'controls'>;
type Elements = { [Tag in keyof ElementAttributes]: GdAttributes<ElementAttributes[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
`;

const VUE = `/** Types of the elements for Vue's templates; \`import type {} from 'descent-lab/vue'\` makes them known. */
import type { ElementAttributes, ElementEvents } from './attributes.js';
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';

export type * from './attributes.js';

type Emit = EmitFn<{ [Type in keyof ElementEvents]: (event: ElementEvents[Type]) => void }>;
/** An element as Vue sees a component. */
export type GdComponent<Tag extends keyof ElementAttributes> = new () => HTMLElementTagNameMap[Tag] & {
  $props: ElementAttributes[Tag] & Omit<HTMLAttributes, keyof ElementAttributes[Tag]> & PublicProps;
  $emit: Emit;
};
type Elements = { [Tag in keyof ElementAttributes]: GdComponent<Tag> };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
`;

const SVELTE = `/** Types of the elements for Svelte's templates; \`import type {} from 'descent-lab/svelte'\` makes them known. */
import type { ElementAttributes, ElementEvents } from './attributes.js';
import type { HTMLAttributes } from 'svelte/elements';

export type * from './attributes.js';

${HANDLERS}
/** Everything that an element may be given. */
export type GdAttributes<Own = object> = Own & Handlers & Omit<HTMLAttributes<HTMLElement>, keyof Own>;
type Elements = { [Tag in keyof ElementAttributes]: GdAttributes<ElementAttributes[Tag]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
`;
