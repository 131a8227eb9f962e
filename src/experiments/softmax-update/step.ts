import {
  drawCellTable,
  entryField,
  type CellColumn,
  type CellRow,
  type Entries,
  type NumberCell,
} from '../../charts/cell-table';
import * as kit from '../../charts/kit';
import { inFormula, listed, rowsText, short, subscript } from '../../charts/matrix-text';
import type { SoftmaxPass } from '../../math/softmax-regression';
import { oddsAgainst, powersOf, type UpdateStep } from './problem';
import { CLASS_COLORS } from './shown';
import css from './step.css?inline';
import { say } from './words';

export interface StepData {
  step: number;
  input: readonly number[];
  label: number;
  learningRate: number;
  /** The optimizer's name, where its step is another than the gradient. */
  optimizer?: string;
  update: UpdateStep;
  /** Every update from the first on, as far as they can be gone through. */
  steps: readonly UpdateStep[];
  /** Without them nothing can be changed. */
  weights?: Entries;
  inputs?: Entries;
  onLabel?(label: number): void;
  onStep?(step: number): void;
}

const TWO_IN_A_ROW = 760;
const GAP = 32;
const HEADS = 70;

/** Every number of one update in its place: a column for each class, a row for each feature. */
export const step: kit.Chart<StepData> = { draw, summarize, table };

function draw(container: HTMLElement, data: StepData & { width?: number }): void {
  const root = kit.chartRoot(container);
  kit.adoptStyles(root, css);
  const width = kit.widthOf(root, data.width);
  const isWide = width >= TWO_IN_A_ROW;
  const grid = kit.one<HTMLElement>(root, 'div', 'gd-update');
  grid.classList.toggle('gd-stacked', !isWide);
  const block = isWide ? Math.floor((width - GAP) / 2) : width;
  const { label, input, learningRate, optimizer, update, inputs, weights: weightFields, onLabel } = data;
  const { weights, logits, probabilities, errors, gradient, updated, after } = update;
  const columns = (canPick: boolean): CellColumn[] => [
    { text: 'x' },
    ...probabilities.map((_, j) => ({
      text: say(j === label ? 'trueClass' : 'class', { label: String(j) }),
      short: j === label ? `${j} ✓` : String(j),
      color: CLASS_COLORS[j],
      isChosen: j === label,
      ...(canPick && onLabel && { onPick: () => onLabel(j), label: say('makeTrue', { label: String(j) }) }),
    })),
  ];
  const part = (name: string, title: string, rows: readonly CellRow[], note = '', canPick = false) => {
    const section = kit.one<HTMLElement>(grid, 'section', name);
    kit.one(section, 'h4', 'gd-block-title').textContent = title;
    drawCellTable(section, { width: block, caption: title, columns: columns(canPick), rows, heads: HEADS });
    kit.one(section, 'p', 'gd-quiet').textContent = note;
  };
  const mostWeight = Math.max(...[weights, updated].flat(2).map(Math.abs));
  const feature = (i: number): NumberCell => ({ value: input[i], look: 'gd-plain' });
  const matrix = (rows: readonly (readonly number[])[], cell: (value: number, i: number, j: number) => NumberCell) =>
    rows.map((row, i): CellRow => ({
      head: name(i),
      cells: [feature(i), ...row.map((value, j) => cell(value, i, j))],
    }));
  const name = (i: number) => `x${subscript(i + 1)}`;

  // From the first step on the weights are the given ones: they can be changed.
  const isFirst = data.step === 1;
  part(
    'gd-forward',
    say('forward'),
    [
      ...weights.map((row, i): CellRow => ({
        head: name(i),
        cells: [
          {
            ...feature(i),
            ...(inputs && {
              edit: entryField(inputs, i, 0, say('feature', { feature: i + 1 })),
            }),
          },
          ...row.map((value, j) => ({
            value,
            most: mostWeight,
            ...(weightFields &&
              isFirst && {
                edit: entryField(weightFields, i, j, say('weight', { feature: i + 1, label: String(j) })),
              }),
          })),
        ],
      })),
      {
        head: 'z = Wᵀx',
        look: 'gd-apart',
        cells: [undefined, ...logits.map((value, j) => ({ value, working: sumText(input, weights, j) }))],
      },
      ...softmaxRows(update, label),
    ],
    '',
    true,
  );
  const mostGradient = Math.max(...gradient.flat().map(Math.abs));
  part(
    'gd-backward',
    say('backward'),
    [
      {
        head: '[j = c]',
        cells: [undefined, ...probabilities.map((_, j) => ({ value: j === label ? 1 : 0, look: 'gd-plain' }))],
      },
      {
        head: 'P − [j = c]',
        look: 'gd-strong',
        cells: [
          undefined,
          ...errors.map((value, j) => ({
            value,
            most: 1,
            working: `${short(probabilities[j])} − ${j === label ? 1 : 0}`,
          })),
        ],
      },
      ...apart(
        matrix(gradient, (value, i, j) => ({
          value,
          most: mostGradient,
          working: `${inFormula(input[i])} · ${inFormula(errors[j])}`,
        })),
      ),
    ],
    say('rowsCancel'),
  );
  const mostStep = Math.max(...update.step.flat().map(Math.abs));
  part(
    'gd-renewed',
    optimizer ? say('updateBy', { optimizer }) : say('update'),
    [
      ...(optimizer
        ? update.step.map((row, i): CellRow => ({
            head: `${say('stepRow')} ${name(i)}`,
            cells: [undefined, ...row.map((value) => ({ value, most: mostStep }))],
          }))
        : []),
      ...(optimizer ? apart : (rows: CellRow[]) => rows)(
        matrix(updated, (value, i, j) => ({
          value,
          most: mostWeight,
          working: `${short(weights[i][j])} − ${short(learningRate)} · ${inFormula(update.step[i][j])}`,
        })),
      ),
      ...softmaxRows(after, label, false),
    ],
    lossText(update, label),
  );
  const section = kit.one<HTMLElement>(grid, 'section', 'gd-over');
  kit.one(section, 'h4', 'gd-block-title').textContent = say('overSteps');
  drawOver(kit.one(section, 'div', 'gd-over-plot'), data, block);
}

/** The first of some rows begins a new part of the table. */
const apart = (rows: CellRow[]): CellRow[] => rows.map((row, i) => (i === 0 ? { ...row, look: 'gd-apart' } : row));

/** Powers, probabilities, and the loss under the true class. */
function softmaxRows(pass: SoftmaxPass, label: number, hasPowers = true): CellRow[] {
  const { logits, probabilities, loss } = pass;
  const { most, powers, sum } = powersOf(logits);
  return [
    ...(hasPowers
      ? [
          {
            head: 'e^(z − m)',
            cells: [
              undefined,
              ...powers.map((value, j) => ({ value, working: `e^(${short(logits[j])} − ${inFormula(most)})` })),
            ],
          },
        ]
      : []),
    {
      head: 'P',
      look: `gd-strong ${hasPowers ? '' : 'gd-apart'}`,
      cells: [
        undefined,
        ...probabilities.map((value, j) => ({
          value,
          most: 1,
          isBar: true,
          color: CLASS_COLORS[j],
          look: j === label ? 'gd-ringed' : '',
          working: hasPowers ? `${short(powers[j])} / ${short(sum)}` : '',
        })),
      ],
    },
    {
      head: 'L = −ln P',
      look: 'gd-strong',
      cells: [
        undefined,
        ...probabilities.map((probability, j) =>
          j === label ? { value: loss, working: lossWorking(pass, probability, j) } : undefined,
        ),
      ],
    },
  ];
}

/** How a loss came about: by the probability, or by the logits where it reads as 0 or 1. */
function lossWorking({ logits }: SoftmaxPass, probability: number, label: number): string {
  const text = short(probability);
  if (text === '1') return `ln (1 + ${short(oddsAgainst(logits, label))})`;
  if (text !== '0') return `−ln ${text}`;
  const { most, sum } = powersOf(logits);
  return `${short(most)} + ln ${short(sum)} − ${inFormula(logits[label])}`;
}

/** `1 · 0.1 + 2 · 0.4`. */
function sumText(input: readonly number[], weights: readonly (readonly number[])[], j: number): string {
  return input.length > 3 ? '' : input.map((x, i) => `${inFormula(x)}·${inFormula(weights[i][j])}`).join(' + ');
}

const lossText = ({ loss, probabilities, after }: UpdateStep, label: number) =>
  say('lossFalls', {
    before: short(loss),
    after: short(after.loss),
    from: kit.formatShare(probabilities[label]),
    to: kit.formatShare(after.probabilities[label]),
  });

/** The loss, and how the classes share the probability, from the start over all updates. */
function drawOver(parent: HTMLElement, data: StepData, width: number): void {
  const { steps, step: shown, label, onStep } = data;
  const passes: SoftmaxPass[] = [steps[0], ...steps.map(({ after }) => after)];
  const choose = onStep && ((k: number) => onStep(Math.max(1, k)));
  const losses = passes.map(({ loss }) => loss);
  const classes = steps[0].probabilities.length;
  const last = passes.length - 1;
  const upTo = (j: number) => (k: number) =>
    passes[k].probabilities.slice(0, j).reduce((sum, probability) => sum + probability, 0);
  const frame = kit.cartesian(parent, {
    width,
    x: { domain: [0, last], title: say('updates'), isWhole: true },
    panels: [
      { y: { domain: [0, Math.max(...losses) || 1], title: say('lossOver'), grid: true, spacing: 40 }, height: 82 },
      { y: { domain: [0, 1], title: say('probabilitiesOver'), spacing: 60 }, height: 118 },
    ],
    summary: lossText(data.update, label),
  });
  const [above, below] = frame.panels;
  frame.draw(
    [
      kit.line({ panel: above, y: losses, length: losses.length, color: '--gd-text', look: 'gd-heavy' }),
      kit.dots({ panel: above, y: losses, length: losses.length, radius: 2, color: '--gd-text' }),
      kit.dots({
        name: 'gd-now',
        panel: above,
        x: (i) => shown - 1 + i,
        y: (i) => losses[shown - 1 + i],
        length: 2,
        radius: 4.5,
        color: '--gd-accent',
      }),
      ...Array.from({ length: classes }, (_, j) =>
        kit.area({
          name: `gd-share-${j}`,
          panel: below,
          x: (k) => k,
          y0: upTo(j),
          y1: upTo(j + 1),
          length: passes.length,
          color: CLASS_COLORS[j],
          opacity: j === label ? 0.8 : 0.35,
        }),
      ),
      ...[above, below].map((panel) => kit.rule({ panel, x: [shown - 1, shown], look: 'gd-hair' })),
    ],
    kit.scrub({
      name: say('readUpdates'),
      last,
      initial: shown,
      at: (px) => Math.round(frame.x.invert(px)),
      read: (k) => ({
        x: frame.x(k),
        lines: [
          { text: say('afterUpdates', { count: k }) },
          ...passes[k].probabilities.map((probability, j) => ({
            text: say('likely', { label: String(j), share: kit.formatShare(probability) }),
            color: kit.color(CLASS_COLORS[j]),
          })),
        ],
      }),
      pick: choose,
      drag: choose,
    }),
  );
}

function summarize({ step: shown, label, update }: StepData): string {
  const { logits, probabilities, loss, gradient, after } = update;
  return say('stepSummary', {
    step: shown,
    logits: listed(logits),
    probabilities: listed(probabilities),
    label: String(label),
    loss: short(loss),
    gradient: rowsText(gradient),
    after: listed(after.probabilities),
    lossAfter: short(after.loss),
  });
}

/** A row for each weight, by feature and class. */
function table({ update: { weights, gradient, step: steps, updated }, input }: StepData): kit.Table {
  const places = weights.flatMap((row, i) => row.map((_, j) => [i, j] as const));
  const of = (matrix: readonly (readonly number[])[]) => places.map(([i, j]) => matrix[i][j]);
  return {
    feature: places.map(([i]) => i + 1),
    class: places.map(([, j]) => j),
    input: places.map(([i]) => input[i]),
    weight: of(weights),
    gradient: of(gradient),
    step: of(steps),
    updated: of(updated),
  };
}
