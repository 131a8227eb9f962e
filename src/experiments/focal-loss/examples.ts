import * as kit from '../../charts/kit';
import { focalLoss } from '../../math/classification-losses';
import { linearSpaced } from '../../math/spacing';
import { contributions, hardShare, type Contributions, type FocalLossResult } from './problem';
import { say } from './words';

export interface ExamplesData {
  result: FocalLossResult;
  onGamma?(gamma: number): void;
}

const EASY = '--gd-minimum-2';
const HARD = '--gd-minimum-1';
const POINTS = 201;
const LARGEST_GAMMA = 5;
const GAP = 24;
const HEAD = 22;
const format = (value: number) => kit.formatNumber(value);

const hasLoss = ({ easy, hard }: Contributions) => easy + hard > 0;

/** A part of a square, in shares of its side. */
interface Tile {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  color: string;
}

/** A whole loss as a square: the hard example is a strip, the easy ones are tiles of equal size. */
function tilesOf(parts: Contributions, count: number): Tile[] {
  if (!hasLoss(parts)) return [];
  const hard = hardShare(parts);
  const rows = Math.round(Math.sqrt(count)) || 1;
  const tiles: Tile[] = [{ x0: 0, x1: hard, y0: 0, y1: 1, color: HARD }];
  for (let row = 0; row < rows; row++) {
    const [first, last] = [row, row + 1].map((r) => Math.round((r * count) / rows));
    for (let i = first; i < last; i++) {
      const [x0, x1] = [i, i + 1].map((place) => hard + ((1 - hard) * (place - first)) / (last - first));
      tiles.push({ x0, x1, y0: first / count, y1: last / count, color: EASY });
    }
  }
  return tiles;
}

/** Both losses as squares of the same size. */
function drawSquares(parent: HTMLElement, data: ExamplesData, width: number): void {
  const { parameters, examples } = data.result;
  const side = Math.min(230, (width - GAP) / 2);
  const total = ({ easy, hard }: Contributions) => format(easy + hard);
  const squares = [
    { parts: examples.crossEntropy, title: say('ofCrossEntropy', { loss: total(examples.crossEntropy) }) },
    {
      parts: examples.focal,
      title: say('ofFocal', { gamma: format(parameters.gamma), loss: total(examples.focal) }),
    },
  ];
  /** What is left free at each edge of a tile: joints do not hide narrow ones. */
  const jointOf = (size: number) => Math.min(0.5, 0.06 * size * side);
  const height = HEAD + side + 12;
  const area = { x: 0, y: HEAD, width, height: side };
  const frame = kit.plain(parent, { width, height, area, summary: examplesChart.summarize(data) });
  frame.draw(
    squares.flatMap(({ parts, title }, k) => {
      const left = k * (side + GAP);
      const tiles = tilesOf(parts, parameters.easyExamples);
      return [
        kit.bars({
          name: 'gd-tiles',
          length: tiles.length,
          x0: (i) => left + side * tiles[i].x0 + jointOf(tiles[i].x1 - tiles[i].x0),
          x1: (i) => left + side * tiles[i].x1 - jointOf(tiles[i].x1 - tiles[i].x0),
          y0: (i) => HEAD + side * tiles[i].y0 + jointOf(tiles[i].y1 - tiles[i].y0),
          y1: (i) => HEAD + side * tiles[i].y1 - jointOf(tiles[i].y1 - tiles[i].y0),
          color: (i) => tiles[i].color,
          gap: 0,
          least: [0, 0],
        }),
        kit.labels('gd-heads', [{ text: title, x: left, y: HEAD - 8, look: 'gd-strong' }]),
      ];
    }),
  );
}

/** The share of the hard example over γ. */
function drawShares(parent: HTMLElement, data: ExamplesData, width: number): void {
  const { result, onGamma } = data;
  const { parameters, examples } = result;
  const { gamma } = parameters;
  const last = Math.max(LARGEST_GAMMA, gamma);
  const gammas = linearSpaced(0, last, POINTS);
  const shares = gammas.map((one) => hardShare(contributions(parameters, one)));
  const drawn = hasLoss(examples.crossEntropy) ? POINTS : 0;
  const frame = kit.cartesian(parent, {
    width,
    height: 130,
    x: { domain: [0, last], title: say('gammaAxis') },
    y: {
      domain: [0, 1],
      title: say('shares'),
      ticks: [0, 0.5, 1],
      format: (share) => kit.formatPercent(100 * share),
    },
    summary: say('shares'),
  });
  frame.draw([
    kit.area({ x: gammas, y1: shares, length: drawn, color: HARD, opacity: 0.85 }),
    kit.area({ x: gammas, y0: shares, y1: () => 1, length: drawn, color: EASY, opacity: 0.85 }),
    kit.rule({ x: [gamma], look: 'gd-threshold', isOnColor: true }),
    kit.handles({
      along: 'x',
      stops: 100,
      handles: [
        { x: gamma, y: hardShare(examples.focal), label: say('gamma'), text: format(gamma), color: '--gd-text' },
      ],
      onMove: onGamma && ((_, x) => onGamma(x)),
    }),
  ]);
}

const easyText = ({ easyExamples, easy }: FocalLossResult['parameters']) =>
  say('easyOnes', { count: easyExamples, p: format(easy) });
const hardText = ({ hard }: FocalLossResult['parameters']) => say('hardOne', { p: format(hard) });

const examplesChart: kit.Chart<ExamplesData> = {
  draw(container, data) {
    const { picture, aside, width } = kit.besideRows(container, data.width);
    const { parameters, examples } = data.result;
    drawSquares(kit.one(picture, 'div', 'gd-squares'), data, width);
    drawShares(kit.one(picture, 'div', 'gd-shares'), data, width);
    const group = (title: string, gamma: number, parts: Contributions) => {
      const share = hardShare(parts);
      const sum = { count: parameters.easyExamples, loss: format(focalLoss(parameters.easy, gamma)) };
      return {
        title,
        rows: [
          {
            name: easyText(parameters),
            color: EASY,
            value: hasLoss(parts) ? kit.formatShare(1 - share) : say('noLoss'),
            parts: hasLoss(parts) ? [1 - share] : [],
            note: say('each', { ...sum, sum: format(parts.easy) }),
          },
          {
            name: hardText(parameters),
            color: HARD,
            value: hasLoss(parts) ? kit.formatShare(share) : say('noLoss'),
            parts: hasLoss(parts) ? [share] : [],
            note: format(parts.hard),
          },
        ],
      };
    };
    const total = ({ easy, hard }: Contributions) => format(easy + hard);
    kit.drawRows(
      aside,
      [
        group(say('ofCrossEntropy', { loss: total(examples.crossEntropy) }), 0, examples.crossEntropy),
        group(
          say('ofFocal', { gamma: format(parameters.gamma), loss: total(examples.focal) }),
          parameters.gamma,
          examples.focal,
        ),
      ],
      {},
    );
  },
  summarize: ({ result: { parameters, examples } }) =>
    say(hasLoss(examples.crossEntropy) ? 'examplesSummary' : 'noLossSummary', {
      easy: easyText(parameters),
      hard: hardText(parameters),
      gamma: format(parameters.gamma),
      before: kit.formatShare(hardShare(examples.crossEntropy)),
      after: kit.formatShare(hardShare(examples.focal)),
    }),
  table({ result: { parameters } }) {
    const gamma = linearSpaced(0, Math.max(LARGEST_GAMMA, parameters.gamma), POINTS);
    const all = Array.from(gamma, (one) => contributions(parameters, one));
    return { gamma, easy: all.map(({ easy }) => easy), hard: all.map(({ hard }) => hard) };
  },
};

/** Many easy examples and a hard one: who makes up the loss. */
export const examples = examplesChart;
