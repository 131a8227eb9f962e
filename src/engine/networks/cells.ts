import type { NetworksTask } from './task';

/** The cells of a task: widths x second rates x first rates. */
export function cellsOf({ units, firstRates, secondRates }: NetworksTask): number {
  return units.length * (secondRates?.length ?? 1) * firstRates.length;
}

/** Networks of a cell. */
export const perCell = ({ beginnings }: NetworksTask): number => (beginnings === 'one' ? 1 : beginnings);
