import type { ExperimentElement } from '../elements/experiment-element';
import type { AnyParameter } from '../experiments/parameters';
import { closest } from '../formula/suggest';

const MOST = 3;

/** The words of a name, however they are joined, without the s of a plural. */
const wordsIn = (name: string): string[] =>
  (
    name
      .replace(/[A-Z]/g, ' $&')
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  ).map((word) => word.replace(/s$/, ''));

/** The names that one may be a slip of: what it is by a letter, then those that have words in common with it, the most first. */
export function nearest(name: string, known: readonly string[]): string[] {
  const words = wordsIn(name);
  const shared = (one: string) => wordsIn(one).filter((word) => words.includes(word)).length;
  const alike = known.filter((one) => shared(one) > 0).sort((a, b) => shared(b) - shared(a));
  return [...new Set([closest(name, known) ?? [], alike].flat())].slice(0, MOST);
}

/** What may be meant by a path that leads to nothing: parameters by their attributes and fields of the result, or fields of where it ends. */
export function nearestPaths({ describes, result }: ExperimentElement, path: string): string[] {
  const steps = path.split('.');
  let place: unknown = result;
  let end = 0;
  while (end < steps.length - 1 && isObject(place) && Object.hasOwn(place, steps[end]))
    place = (place as Record<string, unknown>)[steps[end++]];
  const fields = isObject(place) ? Object.keys(place) : [];
  if (end > 0) return nearest(steps[end], fields).map((field) => [...steps.slice(0, end), field].join('.'));
  const parameters = ((describes?.parameters ?? []) as readonly AnyParameter[]).map(({ attribute }) => attribute);
  return nearest(path, [...parameters, ...fields.filter((field) => field !== 'parameters' && field !== 'engine')]);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
