import { formatNumber } from '../../charts/kit';

export const EXAMPLE = '--gd-series-observed';
export const MEAN = '--gd-series-recovery';
export const FULL = '--gd-text';

export const format = (value: number) => formatNumber(value);
