import { attributeOf, textOf, type Parameter } from '../experiments/parameters';
import { commonParameters } from '../elements/parameter-properties';

/**
 * The state of the page's elements in its URL: `?wide-minima.seed=7&wide-minima.learning-rates=0.1+0.2` holds every
 * parameter that is not at its default. Opening the link gives the same picture.
 */
export interface Linked {
  name: string;
  parameters: readonly Parameter[];
  element: HTMLElement;
}

const schemaOf = (linked: Linked): readonly Parameter[] => [...commonParameters, ...linked.parameters];

/** Sets the attributes that a URL's query asks for. What is not in the query goes back to its default. */
export function readState(query: string, linked: Linked): void {
  const given = new URLSearchParams(query);
  for (const { name } of schemaOf(linked)) {
    const attribute = attributeOf(name);
    const text = given.get(`${linked.name}.${attribute}`);
    if (text === null) linked.element.removeAttribute(attribute);
    else linked.element.setAttribute(attribute, text);
  }
}

/** The query that `readState` reads the present state back from; empty if everything is at its default. */
export function writeState(all: readonly Linked[]): string {
  const query = new URLSearchParams();
  for (const linked of all) {
    for (const parameter of schemaOf(linked)) {
      const value = (linked.element as unknown as Record<string, unknown>)[parameter.name];
      if (textOf(value) !== textOf(parameter.default))
        query.set(`${linked.name}.${attributeOf(parameter.name)}`, textOf(value));
    }
  }
  return query.toString();
}
