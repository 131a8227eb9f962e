/** Of the year, whatever time is behind it. */
const DAY = String.raw`^\d{1,4}([-/.])\d{1,2}\1\d{1,4}`;
const HOUR = String.raw`\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?`;
const DATE = new RegExp(String.raw`${DAY}([T ]${HOUR}( ?[AP]M|Z)?)?$|^${HOUR}$`);
const BEGINS_WITH_DAY = new RegExp(String.raw`${DAY}(?!\d)`);

/** Whether a cell is a day, a time of it, or both. */
export const isDate = (cell: string): boolean => DATE.test(cell);

/** Whether a cell begins with a day. */
export const beginsWithDay = (cell: string): boolean => BEGINS_WITH_DAY.test(cell);
