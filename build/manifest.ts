import type { Plugin } from 'vite';
import { describeElements } from './describe.ts';
import { frameworkTypes } from './framework-types.ts';
import { roomStyles } from './room-styles.ts';

/** Writes what follows from the elements' descriptions: for editors and documentation tools, for type checkers, and for pages that a server renders. */
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
      emit('room.css', roomStyles(elements));
      for (const [fileName, source] of Object.entries(frameworkTypes(elements))) emit(fileName, source);
    },
  };
}
