/**
 * The colours of every picture. A page may set the custom property on any ancestor; without one, the value here
 * holds, for light and dark pages.
 *
 * Chosen by measuring: at least 3:1 against white and against the dark surface, and those that appear most (two minima
 * and the other endings of runs) stay apart, 0.08 in OKLab, under protanopia, deuteranopia and tritanopia. Eight minima
 * stay apart by 0.13, and by 0.04 for those eyes.
 */
export const DEFAULTS: Record<string, string> = {
  '--gd-minimum-1': 'light-dark(#c04f08, #f5873d)',
  '--gd-minimum-2': 'light-dark(#1c6fb7, #5aa7ee)',
  '--gd-minimum-3': 'light-dark(#0c7a42, #aedb8c)',
  '--gd-minimum-4': 'light-dark(#bb5fe6, #b763f0)',
  '--gd-minimum-5': 'light-dark(#99180f, #e2452d)',
  '--gd-minimum-6': 'light-dark(#2833b0, #3f8f5b)',
  '--gd-minimum-7': 'light-dark(#7904f1, #1edff9)',
  '--gd-minimum-8': 'light-dark(#e0218a, #ac3388)',
  '--gd-bounded': 'light-dark(#8b9098, #737a85)',
  '--gd-elsewhere': 'light-dark(#3a5e4e, #affae5)',
  '--gd-cycling': 'light-dark(#372d02, #effe81)',
  '--gd-moving': 'var(--gd-bounded, light-dark(#8b9098, #737a85))',
  '--gd-falling': 'light-dark(#161d37, #4b6694)',
  '--gd-wandering': 'light-dark(#3000a8, #a800f0)',
  '--gd-still': 'light-dark(#0b0b0b, #9b9b9b)',
  '--gd-left': 'light-dark(#c87d52, #8d5642)',
  '--gd-diverged': 'light-dark(#62205a, #e6b8e2)',
  // A signal, what is observed of it, and what descent makes of that; and whatever is set against these.
  '--gd-series-signal': 'light-dark(#3d424b, #c4cad4)',
  '--gd-series-observed': 'light-dark(#c04f08, #f5873d)',
  '--gd-series-recovery': 'light-dark(#1c6fb7, #5aa7ee)',
  '--gd-series-negative': 'light-dark(#62205a, #e6b8e2)',
  // Learning rates from the least to the greatest: lightness rises all the way, so that their order is seen without hues.
  '--gd-rate-1': 'light-dark(#4b005a, #b60bb0)',
  '--gd-rate-2': 'light-dark(#3f0083, #9f33e5)',
  '--gd-rate-3': 'light-dark(#1600b4, #746aff)',
  '--gd-rate-4': 'light-dark(#002b9c, #3790fe)',
  '--gd-rate-5': 'light-dark(#003d7e, #0daae6)',
  '--gd-rate-6': 'light-dark(#00526a, #06c6ce)',
  '--gd-rate-7': 'light-dark(#036b5d, #00deb0)',
  '--gd-rate-8': 'light-dark(#007b42, #0bed83)',
  '--gd-rate-9': 'light-dark(#198303, #56f443)',
  '--gd-rate-10': 'light-dark(#798006, #c1ed0a)',
  '--gd-rate-11': 'light-dark(#bc7d00, #ffe745)',
  '--gd-rate-12': 'light-dark(#eb7007, #ffe891)',
  // From the least to the greatest of a table's numbers, in steps that look even (viridis, short of its ends), on light and dark pages.
  '--gd-scale-1': '#471063',
  '--gd-scale-2': '#424186',
  '--gd-scale-3': '#2f6c8e',
  '--gd-scale-4': '#21918c',
  '--gd-scale-5': '#31b57b',
  '--gd-scale-6': '#81d34d',
  '--gd-scale-7': '#e5e419',
  '--gd-maximum': 'light-dark(#5a5f69, #a4abb8)',
  // A step that lowers the loss, and one that raises it.
  '--gd-falls': 'light-dark(#0a7d55, #4cc99a)',
  '--gd-rises': 'light-dark(#c2185b, #ff7aa8)',
  '--gd-accent': 'light-dark(#0b5bd3, #8ab4ff)',
  '--gd-on-accent': 'light-dark(#ffffff, #0b1a33)',
  '--gd-error': 'light-dark(#b3261e, #ff8a80)',
  '--gd-surface': 'light-dark(#ffffff, #14171c)',
  '--gd-text': 'currentColor',
  // Mixed from the text's colour, these suit any page, whatever its background.
  '--gd-muted': 'color-mix(in srgb, currentColor 74%, transparent)',
  '--gd-axis': 'color-mix(in srgb, currentColor 50%, transparent)',
  '--gd-grid': 'color-mix(in srgb, currentColor 13%, transparent)',
  '--gd-border': 'color-mix(in srgb, currentColor 24%, transparent)',
  '--gd-panel': 'color-mix(in srgb, currentColor 4%, transparent)',
};

/** What belongs to the page's look is the system's where a person forces colours; what tells data apart stays. */
const FORCED: Record<string, string> = {
  '--gd-accent': 'Highlight',
  '--gd-on-accent': 'HighlightText',
  '--gd-error': 'CanvasText',
  '--gd-surface': 'Canvas',
  '--gd-text': 'CanvasText',
};

const RATE_COLORS = 12;
const SCALE_COLORS = 7;

/**
 * The style sheet that gives every colour its default under a private name, `--_gd-text` for `--gd-text`: so no other
 * style repeats defaults.
 */
export const paletteStyles = `:host, .gd-chart { ${Object.entries(DEFAULTS)
  .map(([name, fallback]) => `${privateName(name)}: var(${name}, ${fallback});`)
  .join(' ')} }
@media (forced-colors: active) { :host, .gd-chart { ${Object.entries(FORCED)
  .map(([name, system]) => `${privateName(name)}: ${system};`)
  .join(' ')} } }`;

function privateName(name: string): string {
  return `--_${name.slice(2)}`;
}

/** The CSS value of a colour by the name of its custom property, for elements under the palette's style sheet. */
export function color(name: string): string {
  return name in DEFAULTS ? `var(${privateName(name)})` : `var(${name}, ${furtherColor(Number(name.match(/\d+$/)))})`;
}

/** Turned on by this angle, hues do not come back. */
const GOLDEN_ANGLE = 137.508;
const LIGHTNESSES = [
  [0.46, 0.72],
  [0.6, 0.86],
  [0.36, 0.62],
  [0.53, 0.79],
];

/** A colour for the minimum number `n` of a function that has more of them than the palette has colours: none is that of another. */
function furtherColor(n: number): string {
  const [light, dark] = LIGHTNESSES[n % LIGHTNESSES.length];
  const hue = Math.round(10 * ((n * GOLDEN_ANGLE) % 360)) / 10;
  return `light-dark(oklch(${light} 0.13 ${hue}), oklch(${dark} 0.13 ${hue}))`;
}

/** The CSS value of a colour by its name, or of any other CSS colour, which stays as it is. */
export function paint(name: string): string {
  return name.startsWith('--') ? color(name) : name;
}

/** The name of the property that holds each learning rate's colour: spread over all of them by the order of the rates; one alone has a middle one. */
export function rateColors(rates: readonly number[]): string[] {
  const ascending = [...rates].sort((a, b) => a - b);
  const last = rates.length - 1;
  return rates.map(
    (rate) => `--gd-rate-${1 + Math.round((last > 0 ? ascending.indexOf(rate) / last : 0.4) * (RATE_COLORS - 1))}`,
  );
}

/** The CSS value of a number's colour, the number as a fraction of the way from the least to the greatest. */
export function scaleColor(fraction: number): string {
  const place = Math.min(1, Math.max(0, fraction)) * (SCALE_COLORS - 1);
  const below = Math.min(SCALE_COLORS - 2, Math.floor(place));
  const share = Math.round(1000 * (place - below)) / 10;
  return `color-mix(in oklab, ${color(`--gd-scale-${below + 2}`)} ${share}%, ${color(`--gd-scale-${below + 1}`)})`;
}

/** The ink for a text on that colour: light on its dark half, dark on the other. */
export function inkOnScale(fraction: number): string {
  return fraction < 0.43 ? '#fff' : '#000';
}
