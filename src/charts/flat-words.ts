import type { FlatStretch } from '../math/flat-stretches';
import { defineWords } from '../words/words';
import { formatNumber } from './kit/format';

const say = /* @__PURE__ */ defineWords('flat-stretches', {
  upTo: '{variable} ≤ {high}',
  fromOn: '{variable} ≥ {low}',
  between: '{low} ≤ {variable} ≤ {high}',
  everywhere: 'everywhere',
  flat: 'flat: {where}',
  constant: 'The function is constant: its slope is 0 everywhere, and no step moves.',
  bottom:
    'Where {where} the function is flat, and lower than beside it: each place there is a minimum, the slope is 0, and a run that comes there stays.',
  level: 'Where {where} the function is flat: the slope is 0, and a run that comes there stays.',
});

/** More of them are not told. */
const MOST = 3;

/** Where a stretch is, as an inequality. */
export function whereFlat({ low, high }: FlatStretch, variable: string): string {
  const words = { variable, low: formatNumber(low), high: formatNumber(high) };
  if (low === -Infinity) return high === Infinity ? say('everywhere') : say('upTo', words);
  return say(high === Infinity ? 'fromOn' : 'between', words);
}

/** The name of a stretch in a picture or a list. */
export const flatName = (stretch: FlatStretch, variable: string): string =>
  say('flat', { where: whereFlat(stretch, variable) });

/** What holds on the flat stretches of a function, a sentence each; nothing where it has none. */
export function flatWords(stretches: readonly FlatStretch[], variable: string): string {
  const sentences = stretches.slice(0, MOST).map((stretch) => {
    if (stretch.kind === 'constant') return say('constant');
    return say(stretch.kind === 'minimum' ? 'bottom' : 'level', { where: whereFlat(stretch, variable) });
  });
  return sentences.join(' ');
}
