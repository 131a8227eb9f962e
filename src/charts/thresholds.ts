import { select } from 'd3';
import type { Scale } from './scales';
import { set, textWidth, one } from './old';
import { formatDeviation, formatNumber } from './kit/format';
import { stackLabels } from './kit/labels';
import { outcomeColor } from './old';
import type { ChartData, ThresholdMark } from './types';
import { chartWords } from './kit/words';
import { outcomesWords as say } from '../words/charts-descent';

const ROW = 32;
const MAXIMUM_ROWS = 4;

interface Frame {
  x: Scale;
  left: number;
  right: number;
}

/** Prediction and measurement in words. */
export function describeThreshold({ predicted, measured }: ThresholdMark): string {
  const theory = `2/f″ = ${formatNumber(predicted)}`;
  return measured === undefined || measured === null
    ? theory
    : chartWords('measured', { theory, rate: formatNumber(measured), deviation: formatDeviation(measured, predicted) });
}

type Data = Pick<ChartData, 'outcomes' | 'highlighted'> & { thresholds: readonly ThresholdMark[] };

/** The labels' places above the picture, so that none touches another: the rows they need, and how tall these are. */
export function thresholdRows(parent: Element, { thresholds, outcomes }: Data, { x, left, right }: Frame) {
  const visible = thresholds.filter(({ predicted }) => x(predicted) >= left && x(predicted) <= right);
  const spans = visible.map((threshold) => {
    const title = outcomes[threshold.outcome].label;
    const width = Math.max(
      textWidth(parent, say('isLeft', { minimum: title }), 11, 600) + 2,
      textWidth(parent, describeThreshold(threshold), 11),
    );
    const at = x(threshold.predicted);
    return {
      width,
      x: clearOfLines(
        at,
        width,
        visible.map((other) => x(other.predicted)).filter((line) => line !== at),
        left - 40,
        right + 10,
      ),
    };
  });
  const rows = stackLabels(spans, MAXIMUM_ROWS, 12);
  const used = Math.max(0, ...rows.map((row) => (row === undefined ? 0 : row + 1)));
  return { visible, spans, rows, height: used * ROW };
}

/** Where a label over `at` begins, within [low, high]: centred, or pushed aside by the line of another threshold. */
function clearOfLines(at: number, width: number, lines: readonly number[], low: number, high: number): number {
  const clamp = (x: number) => Math.max(low, Math.min(x, high - width));
  const candidates = [at - width / 2, ...lines.flatMap((line) => [line - 6 - width, line + 6])].map(clamp);
  const isClear = (x: number) =>
    x <= at + 1 && x + width >= at - 1 && lines.every((line) => line < x - 3 || line > x + width + 3);
  return candidates.find(isClear) ?? candidates[0];
}

/** A dashed line at each predicted threshold, a solid mark at the measured one, both in numbers above. */
export function drawThresholdLabels(
  svg: SVGSVGElement,
  data: Data,
  frame: Frame & { top: number; bottom: number },
): void {
  const { x, left, right, top, bottom } = frame;
  const { visible, spans, rows } = thresholdRows(svg, data, frame);
  const group = one<SVGGElement>(svg, 'g', 'gd-thresholds');
  select(group)
    .selectAll<SVGGElement, ThresholdMark>('g')
    .data(visible)
    .join('g')
    .each(function (threshold, i) {
      const isFaded = data.highlighted !== undefined && data.highlighted !== threshold.outcome;
      this.classList.toggle('gd-faded', isFaded);
      const at = x(threshold.predicted);
      const row = rows[i];
      const labelTop = row === undefined ? top - 6 : top - 6 - (row + 1) * ROW;
      const shape = select(this);
      // On top of any colour: a light line under the dark dashes.
      shape
        .selectAll('line.gd-under')
        .data([0])
        .join('line')
        .attr('class', 'gd-under')
        .attr('x1', at)
        .attr('x2', at)
        .attr('y1', top)
        .attr('y2', bottom);
      shape
        .selectAll('line.gd-threshold')
        .data([0])
        .join('line')
        .attr('class', 'gd-threshold')
        .attr('x1', at)
        .attr('x2', at)
        .attr('y1', row === undefined ? top - 5 : labelTop + ROW - 1)
        .attr('y2', bottom);
      const measured =
        threshold.measured !== undefined &&
        threshold.measured !== null &&
        x(threshold.measured) >= left &&
        x(threshold.measured) <= right
          ? [threshold.measured]
          : [];
      shape
        .selectAll('path')
        .data(measured)
        .join('path')
        .attr('d', (rate) => `M${x(rate)},${top}l5,-8h-10z`)
        .style('fill', outcomeColor(data.outcomes[threshold.outcome]));
      set(this, { 'data-outcome': threshold.outcome });
    });
  // After all lines, so that where one must cross a label of another threshold, the label stays readable.
  select(one<SVGGElement>(svg, 'g', 'gd-threshold-labels'))
    .selectAll<SVGGElement, ThresholdMark>('g')
    .data(visible)
    .join('g')
    .each(function (threshold, i) {
      this.classList.toggle('gd-faded', data.highlighted !== undefined && data.highlighted !== threshold.outcome);
      const row = rows[i];
      const words =
        row === undefined
          ? []
          : [say('isLeft', { minimum: data.outcomes[threshold.outcome].label }), describeThreshold(threshold)];
      select(this)
        .selectAll<SVGTextElement, string>('text')
        .data(words)
        .join('text')
        .attr('class', (_, line) => `gd-note gd-halo${line === 0 ? ' gd-strong' : ''}`)
        .attr('x', spans[i].x)
        .attr('y', (_, line) => top - 6 - (row! + 1) * ROW + 11 + line * 14)
        .text((d) => d);
    });
}
