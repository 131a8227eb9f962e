import type { Plugin } from 'vite';
import type { DescribedAttribute, DescribedElement } from '../src/docs/description.ts';
import { describeElements } from './describe.ts';
import { classOf } from './experiments.ts';

/** Writes what editors, documentation tools and type checkers read: a manifest, data for HTML files, and types for JSX. */
export function manifest(): Plugin {
  return {
    name: 'descent-lab:manifest',
    async buildStart() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source });
      const { elements, styles } = await describeElements();
      const modules = elements.map(
        ({ tag, className: name, description, attributes, properties, methods, events, parts }) => {
          const declaration = {
            kind: 'class',
            customElement: true,
            name,
            tagName: tag,
            description,
            attributes: attributes.map(({ attribute, description, type, default: value, name: fieldName }) => ({
              name: attribute,
              description,
              type: { text: type },
              default: value,
              fieldName,
            })),
            members: [
              ...attributes.map(({ name, description, type, default: value, attribute }) => ({
                kind: 'field',
                name,
                description,
                type: { text: type },
                default: value,
                attribute,
              })),
              ...properties.map(({ name, description, type, readonly }) => ({
                kind: 'field',
                name,
                description,
                type: { text: type },
                ...(readonly && { readonly }),
              })),
              ...methods.map(({ name, description, signature }) => ({
                kind: 'method',
                name,
                description,
                return: { type: { text: signature.slice(signature.lastIndexOf('): ') + 3) } },
              })),
            ],
            events: events.map((event) => ({ ...event, type: { text: 'CustomEvent' } })),
            cssParts: parts,
            cssProperties: styles.map(({ name, description, default: value }) => ({
              name,
              description,
              default: value,
            })),
          };
          return {
            kind: 'javascript-module',
            path: `dist/package/define/${tag}.js`,
            declarations: [declaration],
            exports: [
              { kind: 'js', name, declaration: { name } },
              { kind: 'custom-element-definition', name: tag, declaration: { name } },
            ],
          };
        },
      );
      emit('custom-elements.json', `${JSON.stringify({ schemaVersion: '2.1.0', modules }, null, 2)}\n`);
      const html = elements.map(({ tag, description, attributes }) => ({
        name: tag,
        description,
        attributes: attributes.map(({ attribute, description, values }) => ({
          name: attribute,
          description,
          ...(values && { values: values.map((value) => ({ name: value })) }),
        })),
      }));
      emit('html-custom-data.json', `${JSON.stringify({ version: 1.1, tags: html }, null, 2)}\n`);
      emit('jsx.d.ts', jsxTypes(elements));
    },
  };
}

/** Types of the elements as JSX has them. Attributes are texts or numbers there, and properties pass as they are. */
function jsxTypes(elements: readonly DescribedElement[]): string {
  const line = ({ name, attribute, description, type }: DescribedAttribute) => {
    const names = name === attribute ? [name] : [attribute, name];
    return names
      .map(
        (key) =>
          `  /** ${description.replaceAll('*/', '* /')} */\n  ${key.includes('-') ? `'${key}'` : key}?: ${key === name ? `${type} | string` : 'string | number'};\n`,
      )
      .join('');
  };
  const interfaces = elements.map(
    ({ tag, attributes }) =>
      `export interface ${classOf(tag)}Attributes extends GdAttributes {\n${attributes.map(line).join('')}}\n`,
  );
  const entry = elements.map(({ tag }) => `      '${tag}': ${classOf(tag)}Attributes;\n`).join('');
  return `/** Types of the elements for JSX; \`import type {} from 'descent-lab/jsx'\` makes them known to React's. */
import type { ExperimentEvents } from './index.js';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

export interface GdAttributes extends Omit<DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>, 'controls'> {
  class?: string;
  'ongd-start'?: (event: ExperimentEvents['gd-start']) => void;
  'ongd-progress'?: (event: ExperimentEvents['gd-progress']) => void;
  'ongd-result'?: (event: ExperimentEvents['gd-result']) => void;
  'ongd-error'?: (event: ExperimentEvents['gd-error']) => void;
  'ongd-change'?: (event: ExperimentEvents['gd-change']) => void;
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
