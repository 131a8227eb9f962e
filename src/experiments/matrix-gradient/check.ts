import { drawEquations, type Equation } from '../../charts/equations';
import * as kit from '../../charts/kit';
import { short } from '../../charts/matrix-text';
import { differenceErrors, largestCurvature, sizeOfTerms, type Letter } from '../../math/matrix-expressions';
import { plus } from '../../math/matrices';
import type { MatrixGradientProblem } from './problem';
import { cellsOf, gradientWords } from './shapes';
import { SIZE_COLORS, written } from './shown';
import { say } from './words';

export interface CheckData {
  problem: MatrixGradientProblem;
  /** What theory says of the errors is left out. */
  hidesTheory?: boolean;
  onWidth?(h: number): void;
}

/** Wide enough for powers of ten. */
const CELL = 78;
const LOWEST = -14;
const HIGHEST = 1;
const PER_DECADE = 8;
const nearest = (h: number) => Math.round((Math.log10(h) - LOWEST) * PER_DECADE);
const WIDTHS = Array.from({ length: (HIGHEST - LOWEST) * PER_DECADE + 1 }, (_, i) => 10 ** (LOWEST + i / PER_DECADE));
/** Errors of 0 have no place on a logarithmic axis: they stand at its lower edge. */
const LEAST = 1e-17;
const COLORS = { central: '--gd-minimum-2', forward: '--gd-minimum-1' } as const;

const known = new WeakMap<MatrixGradientProblem['result'], ReturnType<typeof measured>>();

function measured({ expression, matrices, result }: MatrixGradientProblem) {
  const errors = differenceErrors(expression, matrices, result.gradients, WIDTHS);
  const curvature = largestCurvature(expression, matrices);
  const size = sizeOfTerms(expression, matrices);
  // By theory: a lucky step may have no error at all.
  const best = Math.max(
    0,
    Math.min(WIDTHS.length - 1, nearest(Math.sqrt((2 * Number.EPSILON * size) / curvature)) || 0),
  );
  return { errors, curvature, size, best };
}

/** Errors are measured once for each problem. */
function errorsOf(problem: MatrixGradientProblem) {
  const made = known.get(problem.result) ?? measured(problem);
  known.set(problem.result, made);
  return made;
}

/** The gradient by the formula and by differences, cell by cell, and the error of the latter over the step width. */
export const check: kit.Chart<CheckData> = {
  draw(container, data) {
    const { problem, hidesTheory, onWidth } = data;
    const { expression, parameters, result } = problem;
    const root = kit.chartRoot(container);
    const width = kit.widthOf(root, data.width);
    const equations = (Object.keys(result.gradients) as Letter[]).map((letter): Equation => {
      const [rows, columns] = expression.shapes[letter]!;
      const sizes = [SIZE_COLORS[rows], SIZE_COLORS[columns]] as const;
      const [formula, numeric] = [result.gradients[letter]!, result.numeric[letter]!];
      return {
        title: say('comparedBy', { letter: written(parameters.expression, letter) }),
        pieces: [
          { name: say('formula'), rows: formula, sizes },
          { sign: '−', name: say('difference'), rows: numeric, sizes },
          { sign: '=', name: say('error'), rows: plus(formula, numeric, -1), sizes },
        ],
      };
    });
    drawEquations(kit.one<HTMLElement>(root, 'div', 'gd-compared'), equations, {
      label: say('equations'),
      width,
      cell: CELL,
    });
    drawErrors(kit.one<HTMLElement>(root, 'div', 'gd-errors'), data, width, onWidth);
    kit.one(root, 'p', 'gd-sentence').textContent = hidesTheory ? '' : sentenceOf(problem);
  },
  summarize({ problem, hidesTheory }) {
    const { errors, best } = errorsOf(problem);
    const measured = say('checkSummary', {
      width: short(problem.parameters.stepWidth),
      error: kit.formatNumber(problem.result.largestError, 2),
      gradients: gradientWords(problem),
    });
    if (hidesTheory) return measured;
    const [at, least] = [errors.h[best], errors.forward[best]].map((value) => kit.formatNumber(value, 1));
    return `${measured} ${say('bestWidth', { best: at, least })}`;
  },
  table: ({ problem }) => cellsOf(problem),
  facts({ problem }) {
    const { errors, curvature } = errorsOf(problem);
    return {
      stepWidths: errors.h,
      central: errors.central,
      forward: errors.forward,
      largestSecondDerivative: curvature,
    };
  },
};

const sentenceOf = (problem: MatrixGradientProblem) => {
  const { errors, best } = errorsOf(problem);
  return say('vSentence', { best: kit.formatNumber(errors.h[best], 1) });
};

function drawErrors(parent: HTMLElement, data: CheckData, width: number, onWidth: CheckData['onWidth']): void {
  const { problem } = data;
  const { errors, curvature, size } = errorsOf(problem);
  const { stepWidth } = problem.parameters;
  const floor = (value: number) => Math.max(LEAST, value);
  const highest = Math.max(...errors.forward, ...errors.central, LEAST * 10);
  kit.drawKey(parent, {
    entries: [
      { label: say('forward'), color: COLORS.forward, look: '' },
      { label: say('central'), color: COLORS.central, look: '' },
    ],
  });
  const frame = kit.cartesian(parent, {
    width,
    x: { scale: 'log', domain: [WIDTHS[0], WIDTHS.at(-1)!], title: say('width') },
    y: { scale: 'log', domain: [LEAST, highest * 3], title: say('errorAxis'), grid: true },
    height: [200, 0.3, 280],
    summary: check.summarize(data),
  });
  const last = WIDTHS.length - 1;
  const [hand, inside] = [problem.result.largestError, kit.within([WIDTHS[0], WIDTHS[last]])(stepWidth)];
  const theory = (y: (h: number) => number) =>
    kit.line({
      name: 'gd-theory',
      x: WIDTHS,
      y: (i) => y(WIDTHS[i]),
      length: WIDTHS.length,
      color: '--gd-text',
      look: 'gd-dashed',
    });
  const [rounding, truncation] = [(h: number) => (Number.EPSILON * size) / h, (h: number) => (h * curvature) / 2];
  const laws = [
    theory(rounding),
    theory(truncation),
    kit.labels('gd-laws', [
      { text: say('rounding'), x: 1e-12, y: rounding(1e-12), dx: 8, dy: -8 },
      { text: say('truncation'), x: 1e-12, y: truncation(1e-12), dx: 8, dy: 14 },
    ]),
  ];
  frame.draw(
    [
      ...(data.hidesTheory ? [] : laws),
      ...(['forward', 'central'] as const).map((kind) =>
        kit.line({
          name: `gd-${kind}`,
          x: WIDTHS,
          y: (i) => floor(errors[kind][i]),
          length: WIDTHS.length,
          color: COLORS[kind],
        }),
      ),
      kit.handles({
        name: 'gd-width',
        along: 'x',
        handles: [
          {
            x: inside,
            y: floor(Math.min(hand, highest)),
            label: say('inHand'),
            text: short(stepWidth),
            color: COLORS.central,
          },
        ],
        onMove: onWidth && ((_, h) => onWidth(roundedWidth(h))),
      }),
    ],
    kit.scrub({
      name: say('readErrors'),
      last,
      initial: Math.max(0, Math.min(last, nearest(stepWidth))),
      at: (px) => nearest(frame.x.invert(px)),
      value: (i) => WIDTHS[Math.round(i)],
      read: (position) => {
        const i = Math.round(position);
        return {
          x: frame.x(WIDTHS[i]),
          lines: [
            { text: say('atWidth', { width: short(WIDTHS[i]) }) },
            ...(['forward', 'central'] as const).map((kind) => ({
              text: say('errorOf', { name: say(kind), value: short(errors[kind][i]) }),
              color: kit.color(COLORS[kind]),
            })),
          ],
        };
      },
      pick: onWidth && ((i) => onWidth(roundedWidth(WIDTHS[Math.round(i)]))),
    }),
  );
}

const roundedWidth = (h: number) => Number(h.toPrecision(2));
