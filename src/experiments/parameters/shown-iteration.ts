import { integer } from './number';

/** Which iteration the pictures show. A player moves it; nothing is computed for it. */
export const shownIteration = (help: string, maximum: number) =>
  integer('iteration', {
    label: 'Iteration',
    help,
    default: 0,
    minimum: 0,
    maximum,
    control: 'none',
    view: 'none',
  });

/** For `follow`: where a person leaves fewer iterations than the one that is shown, the last one is. */
export const showLastOfFewer = (
  name: string,
  value: unknown,
  { iteration }: { iteration: number | null },
): { iteration?: null } =>
  name === 'iterations' && iteration !== null && iteration > Number(value) ? { iteration: null } : {};
