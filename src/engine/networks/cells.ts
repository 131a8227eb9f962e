import type { NetworksTask } from './task';

/** The cells of a task: widths x second rates x first rates. */
export function cellsOf({ units, firstRates, secondRates }: NetworksTask): number {
  return units.length * (secondRates?.length ?? 1) * firstRates.length;
}

/** Networks of a cell. */
export const perCell = ({ beginnings }: NetworksTask): number => (beginnings === 'one' ? 1 : beginnings);

/** Hidden units to be computed, over all networks, points and iterations. */
export function workOf(task: NetworksTask): number {
  const { units, points, iterations } = task;
  const all = units.reduce((sum, count) => sum + count, 0);
  return (cellsOf(task) / units.length) * all * perCell(task) * iterations * points.length;
}
