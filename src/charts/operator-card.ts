import css from './operator-card.css?inline';
import * as plot from './kit';
import { formatCount, formatNumber } from './kit/format';
import { BAND_WIDTH, drawBand, operatorCardWords as say, shareOfZeros, type BandData } from './operator-band';
import { localized } from '../words/numbers';

/** What keeping and applying A costs in one way of doing it. */
export interface Cost {
  bytes: number;
  /** What one application, A x, takes. */
  multiplyAdds: number;
  /** As it was measured on the page; null where it was not tried, as it does not fit or would take too long. */
  milliseconds: number | null;
}

export interface OperatorData extends BandData {
  dense: Cost;
  operator: Cost;
  /** The operator again, where the descent is computed. */
  elsewhere: { where: 'gpu' | 'workers'; milliseconds: number };
  /** <A x, y> and <x, A'y> for one x and y, and how far they are apart, relative to |A x| |y|. */
  adjoint: { left: number; right: number; error: number };
}

const SIDE_BY_SIDE = 860;

/** The matrix beside the operator: what each costs, that the transpose is one, and what the matrix would look like. */
export const operatorCard: plot.Chart<OperatorData> = { draw, summarize, table };

function draw(container: HTMLElement, data: OperatorData & { width?: number }): void {
  const root = plot.chartRoot(container);
  plot.adoptStyles(container, css);
  const width = plot.widthOf(root, data.width);
  const card = plot.one<HTMLDivElement>(root, 'div', 'gd-card');
  const isWide = width >= SIDE_BY_SIDE;
  card.style.flexDirection = isWide ? 'row' : 'column';
  const words = plot.one<HTMLDivElement>(card, 'div', 'gd-card-words');
  words.style.width = `${isWide ? Math.min(width - BAND_WIDTH - 58, 720) : Math.min(width, 560)}px`;
  drawCosts(words, data);
  drawAdjoint(words, data);
  const svg = plot.one<SVGSVGElement>(card, 'svg', 'gd-base');
  const isStacked = width < BAND_WIDTH;
  const height = drawBand(svg, data, isStacked);
  const across = isStacked ? Math.min(width, 260) : BAND_WIDTH + 2;
  plot.set(svg, {
    width: across,
    height,
    viewBox: `0 0 ${across} ${height}`,
    ...plot.told(root, summarize(data)),
  });
}

function drawCosts(parent: HTMLElement, { dense, operator, elsewhere }: OperatorData): void {
  const table = plot.one<HTMLTableElement>(parent, 'table', 'gd-costs');
  const caption = table.caption ?? table.createCaption();
  caption.className = 'gd-hidden';
  caption.textContent = say('caption');
  const fewer = (more: number | null, less: number | null) =>
    more === null || !less ? '' : `÷\u202f${formatNumber(more / less, 3)}`;
  const time = (milliseconds: number | null, otherwise: string) =>
    milliseconds === null ? otherwise : formatTime(milliseconds);
  const row = (name: string, key: 'bytes' | 'multiplyAdds' | 'milliseconds', write: (cost: Cost) => string) => [
    name,
    write(dense),
    write(operator),
    fewer(dense[key], operator[key]),
  ];
  const lines = [
    ['', say('dense'), say('operator'), ''],
    row(say('memory'), 'bytes', ({ bytes }) => formatBytes(bytes)),
    row(say('products'), 'multiplyAdds', ({ multiplyAdds }) => formatMany(multiplyAdds)),
    row(say('timeOnPage'), 'milliseconds', (cost) =>
      time(cost.milliseconds, say(cost === dense ? 'doesNotFit' : 'tooLong')),
    ),
    [say(elsewhere.where === 'gpu' ? 'timeOnGPU' : 'timeInWorkers'), '', formatTime(elsewhere.milliseconds), ''],
  ];
  const body = table.tBodies[0] ?? table.createTBody();
  plot.each<HTMLTableRowElement, string[]>(body, 'tr', '', lines, (element, line, row) =>
    line.forEach((text, column) => {
      const isHeading = row === 0 ? column === 1 || column === 2 : column === 0;
      const cell = plot.one<HTMLTableCellElement>(element, isHeading ? 'th' : 'td', `gd-cell${column}`);
      if (isHeading) cell.scope = row === 0 ? 'col' : 'row';
      cell.textContent = text;
    }),
  );
}

function drawAdjoint(parent: HTMLElement, { adjoint: { left, right, error } }: OperatorData): void {
  const lines = [
    ['⟨A x, y⟩', digits(left, error)],
    ['⟨x, A′ y⟩', digits(right, error)],
    [say('apart'), error === 0 ? say('nothing') : say('ofLengths', { number: formatNumber(error, 2) })],
  ];
  plot.each<HTMLDivElement, string[]>(plot.one(parent, 'dl', 'gd-adjoint'), 'div', '', lines, (line, [name, value]) => {
    plot.one(line, 'dt', 'gd-name').textContent = name;
    plot.one(line, 'dd', 'gd-value').textContent = value;
  });
}

/** A digit more than the two numbers share, and at least as many as float64 can be trusted with where they are one. */
function digits(value: number, error: number): string {
  const shared = error > 0 ? Math.ceil(-Math.log10(error)) + 1 : 15;
  return Number.isFinite(value)
    ? localized(value.toPrecision(Math.max(3, Math.min(15, shared))).replace('-', '−'))
    : formatNumber(value);
}

/** A count; where it is too long for its column, rounded. */
const formatMany = (count: number) => (count < 1e8 ? formatCount(count) : formatNumber(count, 3));

const UNITS = ['', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** Bytes in binary units: `8.2 MB` would mean another number. */
export function formatBytes(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return unit === 0
    ? say('bytes', { number: formatCount(bytes) })
    : `${formatNumber(bytes / 1024 ** unit, 3)} ${UNITS[unit]}`;
}

export function formatTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${formatNumber(milliseconds / 1000, 3)} s`;
  return milliseconds >= 1 ? `${formatNumber(milliseconds, 3)} ms` : `${formatNumber(milliseconds * 1000, 3)} µs`;
}

function summarize(data: OperatorData): string {
  const { rows, columns, taps, dense, operator, elsewhere, adjoint } = data;
  const time = formatTime(elsewhere.milliseconds);
  const times = [
    ...(dense.milliseconds === null ? [] : [say('withDense', { time: formatTime(dense.milliseconds) })]),
    ...(operator.milliseconds === null ? [] : [say('withOperator', { time: formatTime(operator.milliseconds) })]),
    say(elsewhere.where === 'gpu' ? 'withOperatorOnGPU' : 'withOperatorInWorkers', { time }),
  ];
  const costs = { dense: formatBytes(dense.bytes), operator: formatBytes(operator.bytes), times: times.join(', ') };
  const band = {
    rows: formatCount(rows),
    columns: formatCount(columns),
    taps: formatCount(taps.length),
    share: shareOfZeros(data),
  };
  return [
    say('band', band),
    say(dense.milliseconds === null ? 'costsUnformed' : 'costs', costs),
    adjoint.error === 0 ? say('same') : say('differ', { number: formatNumber(adjoint.error, 2) }),
  ].join(' ');
}

function table({ dense, operator, elsewhere, adjoint }: OperatorData): plot.Table {
  return {
    '': ['dense matrix', 'operator'],
    bytes: [dense.bytes, operator.bytes],
    'multiply-adds': [dense.multiplyAdds, operator.multiplyAdds],
    'milliseconds on the page': [dense.milliseconds ?? '', operator.milliseconds ?? ''],
    'milliseconds on the engine': ['', elsewhere.milliseconds],
    '<A x, y>': ['', adjoint.left],
    '<x, A′ y>': ['', adjoint.right],
  };
}
