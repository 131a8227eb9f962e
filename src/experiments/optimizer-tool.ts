import type { Tool } from './view';

/**
 * Which of several optimizers a picture shows, by the parameter `shownOptimizer`; nothing to pick where there is one.
 * @param texts the optimizers, as an attribute names them
 */
export function pickOptimizer(
  texts: readonly string[],
  value: number,
  words: { label: string; title: string },
): Tool[] {
  if (texts.length < 2) return [];
  const options = texts.map((_, i) => i);
  return [
    { kind: 'pick', parameter: 'shownOptimizer', ...words, options, names: Object.fromEntries(texts.entries()), value },
  ];
}
