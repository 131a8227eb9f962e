import { parseColor } from '../charts/kit/colors';

export type Scheme = 'light' | 'dark';

/** The luminance from which on a text is read better on the dark surface than on the white one. */
const TURN = 0.197;

/**
 * The scheme that suits a text of this colour. A page may be dark without saying `color-scheme: dark`: what its text
 * looks like is certain, and fields, halos and colours are to go with it.
 *
 * @param css any colour, as a browser computes it
 */
export function schemeFor(css: string): Scheme {
  const [r, g, b] = parseColor(css).map((part) =>
    part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > TURN ? 'dark' : 'light';
}
