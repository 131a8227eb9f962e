import * as kit from '../../charts/kit';
import { formatWithin } from '../../charts/kit/format';
import { NETWORK_ENDINGS } from '../../math/tanh-network';
import { canGoCloser, type RateWindow, type Trainability } from './populations';
import { shadesOf, type Shades } from './shades';
import { short } from './shown';
import { say } from './words';

export interface TrainabilityData {
  trained: Trainability;
  units: number;
  learningRate: number;
  /** What is to be seen; the image may lag behind it. */
  window: RateWindow;
  home: RateWindow;
  isBusy: boolean;
  onWindow?(window: RateWindow): void;
}

const sidesOf = ({ first, second }: RateWindow): kit.ZoomWindow => ({ x: first, y: second });

/** Every pixel is the same network, trained at its own pair of rates: the hue tells what became of it, the shade how quickly. */
export const trainability: kit.Chart<TrainabilityData> = {
  draw(container, data) {
    const { trained, window, home, isBusy, learningRate, onWindow } = data;
    const root = kit.chartRoot(container);
    const bar = kit.one<HTMLElement>(root, 'div', 'gd-bar');
    const frame = kit.cartesian(root, {
      width: data.width,
      x: { scale: 'log', domain: window.first, title: say('firstAxis') },
      y: { scale: 'log', domain: window.second, title: say('secondAxis'), spacing: 45 },
      height: [280, 0.62, 520],
      note: isBusy ? say('sharpening') : canGoCloser(trained, window, home) ? '' : say('deepest'),
      summary: trainability.summarize(data),
    });
    const shades = shadesOf(frame.root, trained);
    drawLegends(bar, shades);
    const { x, y } = sidesOf(trained.window);
    const [left, right] = [Math.max(window.first[0], window.second[0]), Math.min(window.first[1], window.second[1])];
    const isHere = learningRate >= left && learningRate <= right;
    frame.draw(
      [
        kit.raster({ x, y, key: [trained, shades.key], image: () => imageOf(trained, shades) }),
        kit.shapes(
          'gd-same-rates',
          left < right
            ? [
                {
                  points: [
                    [left, left],
                    [right, right],
                  ],
                  color: '--gd-text',
                  width: 1,
                  look: 'gd-dashed',
                  isOpen: true,
                },
              ]
            : [],
        ),
        kit.dots({
          x: [learningRate],
          y: [learningRate],
          length: isHere ? 1 : 0,
          radius: 5,
          color: 'currentColor',
          stroke: '--gd-surface',
          look: 'gd-rimmed',
        }),
      ],
      onWindow &&
        kit.zooming({
          name: say('trainability'),
          window: sidesOf(window),
          home: sidesOf(home),
          scales: { x: 'log', y: 'log' },
          bar,
          read: (first, second) => readAt(trained, shades, first, second),
          onWindow: ({ x, y }) => onWindow({ first: x, second: y }),
        }),
    );
    if (!onWindow) bar.querySelector('.gd-tools')?.remove();
  },
  summarize({ trained, units }) {
    const { window, endings } = trained;
    const [left, right] = window.first.map((rate) => formatWithin(rate, ...window.first));
    const [low, high] = window.second.map((rate) => formatWithin(rate, ...window.second));
    const shares = NETWORK_ENDINGS.flatMap((ending, i) => {
      const count = endings.reduce((sum, one) => sum + Number(one === i), 0);
      return count > 0 ? [say('shareOf', { ending: say(ending), share: kit.formatShare(count / endings.length) })] : [];
    });
    const count = kit.formatCount(endings.length);
    return say('trainabilitySummary', { units, count, left, right, low, high, shares: shares.join(', ') });
  },
  table({ trained }) {
    const { window, columns, rows, endings, measures } = trained;
    const along = ([low, high]: readonly [number, number], i: number, count: number) =>
      low * (high / low) ** ((i + 0.5) / count);
    return {
      'first rate': Float64Array.from(endings, (_, i) => along(window.first, i % columns, columns)),
      'second rate': Float64Array.from(endings, (_, i) => along(window.second, Math.floor(i / columns), rows)),
      ending: Array.from(endings, (ending) => NETWORK_ENDINGS[ending]),
      'iteration or loss': measures,
    };
  },
};

function imageOf({ columns, rows, endings, measures }: Trainability, { pixelOf }: Shades): ImageData {
  const image = new ImageData(columns, rows);
  const pixels = new Uint32Array(image.data.buffer);
  for (let row = 0; row < rows; row++) {
    const [from, to] = [row * columns, (rows - 1 - row) * columns];
    for (let column = 0; column < columns; column++)
      pixels[to + column] = pixelOf(endings[from + column], measures[from + column]);
  }
  return image;
}

const MEASURES = { solved: 'solvedAt', unsolved: 'unsolvedWith', diverged: 'divergedAfter' } as const;

function readAt(trained: Trainability, shades: Shades, first: number, second: number): kit.ReadoutLine[] {
  const { window, columns, rows, endings, measures } = trained;
  const cell = ([low, high]: readonly [number, number], rate: number, count: number) =>
    Math.floor((Math.log(rate / low) / Math.log(high / low)) * count);
  const [column, row] = [cell(window.first, first, columns), cell(window.second, second, rows)];
  const place = { text: say('ratesAt', { first: short(first), second: short(second) }) };
  if (column < 0 || column >= columns || row < 0 || row >= rows) return [place];
  const i = row * columns + column;
  const ending = NETWORK_ENDINGS[endings[i]];
  const at = kit.formatNumber(measures[i]);
  return [
    place,
    { text: say(MEASURES[ending], { at }), color: `rgb(${shades.colorOf(endings[i], measures[i]).join(' ')})` },
  ];
}

function drawLegends(bar: HTMLElement, { ramps }: Shades): void {
  for (const { ending, low, high, colors } of ramps) {
    const box = kit.one<HTMLElement>(bar, 'span', `gd-legend-${ending}`);
    box.hidden = low === undefined || high === undefined;
    if (low === undefined || high === undefined) continue;
    const [from, to] = ending === 'unsolved' ? (['small', 'large'] as const) : (['quick', 'slow'] as const);
    const [least, most] = [low, high].map((value) => kit.formatNumber(value, 2));
    kit.drawRamp(box, say(from, { ending: say(ending), value: least }), say(to, { value: most }), colors);
  }
}
