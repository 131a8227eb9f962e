import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';
import type { Parameter } from '../../src/experiments/parameters.ts';
import { classOf, tags } from './entries.ts';

const root = resolve(import.meta.dirname, '../..');

interface Described {
  name: string;
  description: string;
}

interface Attribute extends Described {
  attribute: string;
  /** As TypeScript has it. */
  type: string;
  default: string;
  values?: readonly string[];
}

interface Element {
  tag: string;
  description: string;
  attributes: Attribute[];
}

/** What the elements say of themselves: their attributes by the schemas of their experiments, the rest by their comments. */
export async function describeElements(): Promise<{ elements: Element[]; events: Described[]; parts: Described[]; properties: Described[] }> {
  const load = async <T>(file: string) => (await runnerImport<T>(resolve(root, file), { configFile: false, logLevel: 'error' })).module;
  const { attributeOf, takes, textOf } = await load<typeof import('../../src/experiments/parameters.ts')>('src/experiments/parameters.ts');
  const { commonParameters } = await load<typeof import('../../src/elements/parameter-properties.ts')>('src/elements/parameter-properties.ts');
  const { DEFAULTS } = await load<typeof import('../../src/charts/palette.ts')>('src/charts/palette.ts');
  const attribute = (parameter: Parameter): Attribute => ({
    name: parameter.name,
    attribute: attributeOf(parameter.name),
    description: `${parameter.help} Takes ${takes(parameter)}.`,
    type: typeOf(parameter),
    default: textOf(parameter.default),
    ...(parameter.type === 'choice' && { values: parameter.choices }),
  });
  const elements = await Promise.all(
    tags.map(async (tag) => {
      const name = tag.slice('gd-'.length);
      const exported = Object.values(await load<Record<string, { name?: string; problem: string; parameters: Parameter[] }>>(`src/experiments/${name}.ts`));
      const experiment = exported.find((value) => value.name === name);
      if (!experiment) throw new Error(`src/experiments/${name}.ts exports no experiment named ${name}, which <${tag}> shows`);
      return { tag, description: experiment.problem, attributes: [...experiment.parameters, ...commonParameters].map(attribute) };
    }),
  );
  return {
    elements,
    events: comments('src/elements/computing-element.ts', 'fires'),
    parts: comments('src/elements/gd-experiment.ts', 'csspart'),
    properties: Object.entries(DEFAULTS).map(([name, value]) => ({ name, description: `Colour; ${value} where it is not set.` })),
  };
}

function typeOf(parameter: Parameter): string {
  switch (parameter.type) {
    case 'number':
    case 'integer':
      return 'number';
    case 'optional-number':
    case 'optional-integer':
      return 'number | null';
    case 'auto-number':
      return "number | 'auto'";
    case 'numbers':
      return 'readonly number[]';
    case 'choice':
      return parameter.choices.map((choice) => `'${choice}'`).join(' | ');
    case 'choices':
      return `readonly (${parameter.choices.map((choice) => `'${choice}'`).join(' | ')})[]`;
    default:
      return 'string';
  }
}

/** The lines `@tag name - description` of a file's comments. */
function comments(file: string, tag: string): Described[] {
  return Array.from(readFileSync(resolve(root, file), 'utf8').matchAll(new RegExp(`@${tag} ([\\w-]+) - (.*)`, 'g')), ([, name, description]) => ({ name, description }));
}

/** Writes what editors, documentation tools and type checkers read: a manifest, data for HTML files, and types for JSX. */
export function manifest(): Plugin {
  return {
    name: 'descent-lab:manifest',
    async buildStart() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      const { elements, events, parts, properties } = await describeElements();
      const modules = elements.map(({ tag, description, attributes }) => {
        const name = classOf(tag);
        const declaration = {
          kind: 'class', customElement: true, name, tagName: tag, description,
          attributes: attributes.map(({ attribute, description, type, default: value, name: fieldName }) => ({ name: attribute, description, type: { text: type }, default: value, fieldName })),
          members: attributes.map(({ name, description, type, default: value, attribute }) => ({ kind: 'field', name, description, type: { text: type }, default: value, attribute })),
          events: events.map((event) => ({ ...event, type: { text: 'CustomEvent' } })),
          cssParts: parts,
          cssProperties: properties,
        };
        return {
          kind: 'javascript-module', path: `dist/package/define/${tag}.js`, declarations: [declaration],
          exports: [
            { kind: 'js', name, declaration: { name } },
            { kind: 'custom-element-definition', name: tag, declaration: { name } },
          ],
        };
      });
      emit('custom-elements.json', `${JSON.stringify({ schemaVersion: '2.1.0', modules }, null, 2)}\n`);
      const html = elements.map(({ tag, description, attributes }) => ({
        name: tag, description,
        attributes: attributes.map(({ attribute, description, values }) => ({ name: attribute, description, ...(values && { values: values.map((value) => ({ name: value })) }) })),
      }));
      emit('html-custom-data.json', `${JSON.stringify({ version: 1.1, tags: html }, null, 2)}\n`);
      emit('jsx.d.ts', jsxTypes(elements));
    },
  };
}

/** Types of the elements as JSX has them. Attributes are texts or numbers there, and properties pass as they are. */
function jsxTypes(elements: readonly Element[]): string {
  const line = ({ name, attribute, description, type }: Attribute) => {
    const names = name === attribute ? [name] : [attribute, name];
    return names.map((key) => `  /** ${description.replaceAll('*/', '* /')} */\n  ${key.includes('-') ? `'${key}'` : key}?: ${key === name ? `${type} | string` : 'string | number'};\n`).join('');
  };
  const interfaces = elements.map(({ tag, attributes }) => `export interface ${classOf(tag)}Attributes extends GdAttributes {\n${attributes.map(line).join('')}}\n`);
  const entry = elements.map(({ tag }) => `      '${tag}': ${classOf(tag)}Attributes;\n`).join('');
  return `/** Types of the elements for JSX; \`import type {} from 'descent-lab/jsx'\` makes them known to React's. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

export interface GdAttributes extends Omit<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>, 'controls'> {
  class?: string;
}

${interfaces.join('\n')}
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${entry}    }
  }
}
`;
}
