import * as kit from '../../charts/kit';
import type { WithOutcomes } from '../../charts/outcome';
import type { Place, PlaneWindow } from '../../math/plane';
import type { StationaryPlane } from '../../math/stationary-plane';
import { placeText } from './ends';
import { MOST_NAMES } from './stationary-marks';
import type { Terrain } from './terrain';
import { say } from './words';

/** Runs as they stand at one iteration. */
export interface ShownRuns {
  /** The run from the start so far, one of each optimizer, and those from beside it. */
  paths: readonly { label: string; color: string; places: readonly Place[]; isBeside: boolean }[];
  population: { x: ArrayLike<number>; y: ArrayLike<number>; kinds: Uint8Array };
}

/** A loss, and what is known of it and runs on it. */
export interface PicturedLoss extends WithOutcomes {
  terrain: Terrain;
  variables: readonly [string, string];
  stationary: StationaryPlane;
  /** Whether the loss is a constant: the gradient is 0 everywhere. */
  isConstant: boolean;
  /** The curves on which the gradient is 0, beyond the window too. */
  curves: StationaryPlane['curves'];
  runs: ShownRuns;
  /** Each kind of end, as a share of all starts. */
  shares: readonly number[];
}

/** What both pictures of the loss say in words, each of the window that it shows. */
export function summaryWords(
  { variables, stationary, isConstant, outcomes, shares }: PicturedLoss,
  window: PlaneWindow,
) {
  const [low, high] = [window.x, window.y].map(([from, to], i) =>
    say('range', { variable: variables[i], low: kit.formatNumber(from), high: kit.formatNumber(to) }),
  );
  const points = stationary.points
    .slice(0, MOST_NAMES)
    .map(({ kind, x, y }) => say(kind, { place: placeText(x, y) }))
    .concat(
      stationary.points.length > MOST_NAMES ? [say('more', { count: stationary.points.length - MOST_NAMES })] : [],
    )
    .concat(
      (['valley', 'ridge', 'flat'] as const).flatMap((kind) => {
        const count = stationary.curves.filter((curve) => curve.kind === kind).length;
        return count > 0 ? [say(kind, { count })] : [];
      }),
    )
    .concat(stationary.regions.length > 0 ? [say('regions', { count: stationary.regions.length })] : [])
    .concat(stationary.isComplete ? [] : [say('incomplete')]);
  const ends = outcomes.flatMap(({ label }, i) =>
    shares[i] > 0 ? [kit.chartWords('outcomeWithShare', { outcome: label, share: kit.formatShare(shares[i]) })] : [],
  );
  return {
    ranges: `${low}, ${high}`,
    points: points.length > 0 ? points.join('; ') : say(isConstant ? 'everywhere' : 'nowhere'),
    ends: ends.join(', '),
  };
}
