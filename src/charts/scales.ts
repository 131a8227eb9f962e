/** From numbers to places in a picture, and back. */
export interface Scale {
  (value: number): number;
  invert: (place: number) => number;
  domain: () => readonly [number, number];
  range: () => readonly [number, number];
}

type Pair = readonly [number, number];
type Transform = (value: number) => number;

/** Even steps are even. */
export const scaleLinear = scaleBy(
  (value) => value,
  (value) => value,
);
/** Equal ratios are even; the domain is above 0. */
export const scaleLog = scaleBy(Math.log, Math.exp);
/** Areas would be even; below 0 it goes on as its own mirror image. */
export const scaleSqrt = scaleBy(
  (value) => Math.sign(value) * Math.sqrt(Math.abs(value)),
  (value) => Math.sign(value) * value * value,
);

/** These are d3-scale's, number for number: that one brings colours, dates and formats along, many times as long. */
function scaleBy(forwards: Transform, back: Transform): (domain: Pair, range: Pair) => Scale {
  return (domain, range) => {
    const transformed: Pair = [forwards(domain[0]), forwards(domain[1])];
    const place = between(transformed, range);
    const value = between(range, transformed);
    return Object.assign((x: number) => place(forwards(x)), {
      invert: (y: number) => back(value(y)),
      domain: () => domain,
      range: () => range,
    });
  };
}

/** What takes the ends of `from` to those of `to`; the middle, where there is no way between. */
function between(from: Pair, to: Pair): Transform {
  const [[a, b], [c, d]] =
    from[1] < from[0]
      ? [
          [from[1], from[0]],
          [to[1], to[0]],
        ]
      : [from, to];
  return (value) => {
    const t = b === a ? 0.5 : (value - a) / (b - a);
    return c * (1 - t) + d * t;
  };
}
