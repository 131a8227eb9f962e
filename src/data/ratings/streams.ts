/** What random numbers are drawn for here; each purpose has a stream of its own, apart from those in `src/math`. */
export const STREAM_INITIAL = 5;
export const STREAM_TRUE_FACTORS = 6;
export const STREAM_ITEMS = 7;
export const STREAM_HELD_OUT = 8;
export const STREAM_REPAIRS = 9;
