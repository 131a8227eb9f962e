import { select } from 'd3';
import { BAND_WIDTH, drawBand, summarizeBand, type BandData } from './band';
import { one, set, widthOf } from './old';
import { formatCount, formatNumber } from './kit/format';
import { operatorCardWords as say } from '../words/charts-signal';
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
  width?: number;
}

const SIDE_BY_SIDE = 860;
const TABLE = 360;

/** The matrix beside the operator: what each costs, that the transpose is one, and what the matrix would look like. */
export function drawOperator(container: HTMLElement, data: OperatorData): void {
  container.classList.add('gd-chart');
  const width = widthOf(container, data.width);
  const card = one<HTMLDivElement>(container, 'div', 'gd-card');
  const isWide = width >= SIDE_BY_SIDE;
  card.style.flexDirection = isWide ? 'row' : 'column';
  const words = one<HTMLDivElement>(card, 'div', 'gd-card-words');
  words.style.width = isWide
    ? `${Math.min(width - BAND_WIDTH - 58, 720)}px`
    : `${Math.min(width, Math.max(TABLE, 560))}px`;
  drawCosts(words, data);
  drawAdjoint(words, data);
  const svg = one<SVGSVGElement>(card, 'svg', 'gd-base');
  const isStacked = width < BAND_WIDTH;
  const height = drawBand(svg, data, isStacked);
  const across = isStacked ? Math.min(width, 260) : BAND_WIDTH + 2;
  set(svg, { width: across, height, viewBox: `0 0 ${across} ${height}` });
}

function drawCosts(parent: HTMLElement, { dense, operator, elsewhere }: OperatorData): void {
  const table = one<HTMLTableElement>(parent, 'table', 'gd-costs');
  const caption = table.caption ?? table.createCaption();
  caption.className = 'gd-hidden';
  caption.textContent = say('caption');
  const fewer = (more: number | null, less: number | null) =>
    more === null || !less ? '' : `÷\u202f${formatNumber(more / less, 3)}`;
  const time = (milliseconds: number | null, otherwise: string) =>
    milliseconds === null ? otherwise : formatTime(milliseconds);
  const lines = [
    ['', say('dense'), say('operator'), ''],
    [say('memory'), formatBytes(dense.bytes), formatBytes(operator.bytes), fewer(dense.bytes, operator.bytes)],
    [
      say('products'),
      formatMany(dense.multiplyAdds),
      formatMany(operator.multiplyAdds),
      fewer(dense.multiplyAdds, operator.multiplyAdds),
    ],
    [
      say('timeOnPage'),
      time(dense.milliseconds, say('doesNotFit')),
      time(operator.milliseconds, say('tooLong')),
      fewer(dense.milliseconds, operator.milliseconds),
    ],
    [elsewhere.where === 'gpu' ? say('timeOnGPU') : say('timeInWorkers'), '', formatTime(elsewhere.milliseconds), ''],
  ];
  const body = table.tBodies[0] ?? table.createTBody();
  select(body)
    .selectAll<HTMLTableRowElement, string[]>('tr')
    .data(lines)
    .join('tr')
    .each(function (line, row) {
      line.forEach((text, column) => {
        const tag = row === 0 ? (column === 0 || column === 3 ? 'td' : 'th') : column === 0 ? 'th' : 'td';
        const cell = one<HTMLTableCellElement>(this, tag, `gd-cell${column}`);
        if (tag === 'th') cell.scope = row === 0 ? 'col' : 'row';
        cell.textContent = text;
      });
    });
}

function drawAdjoint(parent: HTMLElement, { adjoint: { left, right, error } }: OperatorData): void {
  const list = one<HTMLDListElement>(parent, 'dl', 'gd-adjoint');
  const lines = [
    ['⟨A x, y⟩', digits(left, error)],
    ['⟨x, A′ y⟩', digits(right, error)],
    [say('apart'), error === 0 ? say('nothing') : say('ofLengths', { number: formatNumber(error, 2) })],
  ];
  select(list)
    .selectAll<HTMLDivElement, string[]>('div')
    .data(lines)
    .join('div')
    .each(function ([name, value]) {
      one(this, 'dt', 'gd-name').textContent = name;
      one(this, 'dd', 'gd-value').textContent = value;
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

/** Bytes in binary units: `8.2 MB` would mean another number. */
export function formatBytes(bytes: number): string {
  const units = ['', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let unit = 0;
  while (bytes >= 1024 && unit < units.length - 1) [bytes, unit] = [bytes / 1024, unit + 1];
  return unit === 0 ? say('bytes', { number: formatCount(bytes) }) : `${formatNumber(bytes, 3)} ${units[unit]}`;
}

export function formatTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${formatNumber(milliseconds / 1000, 3)} s`;
  return milliseconds >= 1 ? `${formatNumber(milliseconds, 3)} ms` : `${formatNumber(milliseconds * 1000, 3)} µs`;
}

/** What the card says, in words. */
export function summarizeOperator(data: OperatorData): string {
  const { dense, operator, elsewhere, adjoint } = data;
  const times = [
    ...(dense.milliseconds === null ? [] : [say('withDense', { time: formatTime(dense.milliseconds) })]),
    ...(operator.milliseconds === null ? [] : [say('withOperator', { time: formatTime(operator.milliseconds) })]),
    elsewhere.where === 'gpu'
      ? say('withOperatorOnGPU', { time: formatTime(elsewhere.milliseconds) })
      : say('withOperatorInWorkers', { time: formatTime(elsewhere.milliseconds) }),
  ];
  const costs = { dense: formatBytes(dense.bytes), operator: formatBytes(operator.bytes), times: times.join(', ') };
  return [
    summarizeBand(data),
    dense.milliseconds === null ? say('costsUnformed', costs) : say('costs', costs),
    adjoint.error === 0 ? say('same') : say('differ', { number: formatNumber(adjoint.error, 2) }),
  ].join(' ');
}
