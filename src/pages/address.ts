import type { AnyParameter } from '../experiments/parameters';

/**
 * The settings of the page's elements in its address: `?wide-minima.seed=7&wide-minima.learning-rates=0.1+0.2` holds
 * every parameter that is not at its default. Opening the address gives the same picture.
 */
export interface Linked {
  name: string;
  parameters: readonly AnyParameter[];
  element: HTMLElement & { setUp(attributes: Readonly<Record<string, string>>): Promise<void> };
}

/** Sets an element up as an address's query says; what is not in the query goes back to its default. */
export function readAddress(query: string, { name, element }: Linked): Promise<void> {
  const own = [...new URLSearchParams(query)].filter(([key]) => key.startsWith(`${name}.`));
  return element.setUp(Object.fromEntries(own.map(([key, text]) => [key.slice(name.length + 1), text])));
}

/** The query that `readAddress` reads the present settings back from; empty if everything is at its default. */
export function writeAddress(all: readonly Linked[]): string {
  const query = new URLSearchParams();
  for (const { name, parameters, element } of all) {
    const values = element as unknown as Record<string, unknown>;
    for (const parameter of parameters) {
      const value = values[parameter.name];
      if (!parameter.isDefault(value)) query.set(`${name}.${parameter.attribute}`, parameter.print(value));
    }
  }
  return query.toString();
}
