/** A figure's title and texts, and the gap to the next one, in pixels. */
export const AROUND_PICTURE = 130;
