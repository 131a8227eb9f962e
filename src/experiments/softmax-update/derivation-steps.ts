import type { DerivationStep } from '../../charts/derivation';
import { fillSlots, math } from '../../formula/tex';
import { inFormula, listed, rowsText, short } from '../../charts/matrix-text';
import { readOptimizer } from '../parameters/optimizer';
import { oddsAgainst, powersOf, type UpdateStep } from './problem';
import { say } from './words';

const LOGITS = math`z = W^\top x, \qquad z_j = \sum_i w_{ij} x_i`;
const LOGITS_NUMBERS = math`z = {\slot{W}}^\top \slot{x} = \slot{z}`;
const PROBABILITIES = math`\displaystyle P_j = \frac{e^{z_j}}{\sum_k e^{z_k}} = \frac{e^{z_j - m}}{\sum_k e^{z_k - m}}, \qquad m = \max_k z_k`;
const PROBABILITIES_NUMBERS = math`P = \slot{powers} / \slot{sum} = \slot{P}, \quad m = \slot{m}`;
const LOSS = math`L = -\ln P_c`;
const LOSS_NUMBERS = math`c = \slot{c}, \quad L = -\ln \slot{P} = \slot{L}`;
/** Where the probability reads as 0 or as 1, the loss comes of the logits. */
const LOSS_OF_NONE = math`c = \slot{c}, \quad L = \slot{m} + \ln \slot{sum} - \slot{z} = \slot{L}`;
const LOSS_OF_ALL = math`c = \slot{c}, \quad L = \ln (1 + \slot{odds}) = \slot{L}`;
const BY_PROBABILITY = math`\displaystyle \frac{\partial L}{\partial P_c} = -\frac{1}{P_c}`;
const BY_PROBABILITY_NUMBERS = math`-1 / \slot{P} = \slot{slope}`;
const BY_NO_PROBABILITY = math`-1 / P_c = -e^{\slot{L}}`;
const BY_LOGIT = math`\displaystyle \frac{\partial P_c}{\partial z_j} = \begin{cases} P_c (1 - P_c) & j = c \\ -P_c P_j & j \ne c \end{cases} = P_c ([j = c] - P_j)`;
const BY_LOGIT_NUMBERS = math`\slot{P} \cdot \slot{rest} = \slot{slopes}`;
const ERROR = math`\displaystyle \frac{\partial L}{\partial z_j} = \frac{\partial L}{\partial P_c} \frac{\partial P_c}{\partial z_j} = -\frac{1}{P_c} P_c ([j = c] - P_j) = P_j - [j = c]`;
const ERROR_NUMBERS = math`\slot{P} - \slot{onehot} = \slot{errors}`;
const FEATURE = math`\displaystyle \frac{\partial z_k}{\partial w_{ij}} = [k = j]\, x_i`;
const FEATURE_NUMBERS = math`x = \slot{x}`;
const GRADIENT = math`\displaystyle \frac{\partial L}{\partial w_{ij}} = \frac{\partial L}{\partial z_j} \frac{\partial z_j}{\partial w_{ij}} = (P_j - [j = c])\, x_i, \qquad \nabla_W L = x \left(\frac{\partial L}{\partial z}\right)^\top`;
const GRADIENT_NUMBERS = math`\slot{x} \cdot \slot{errors} = \slot{gradient}`;
const UPDATE = math`W \leftarrow W - \eta \nabla_W L`;
const UPDATE_NUMBERS = math`\slot{W} - \slot{rate} \cdot \slot{gradient} = \slot{updated}`;

const column = (values: readonly number[]) => values.map((value) => [short(value)]);
const row = (values: readonly number[]) => [values.map(short)];
const rows = (matrix: readonly (readonly number[])[]) => matrix.map((one) => one.map(short));

/** The gradient of the cross-entropy by the weights, from the logits on, with the numbers of an update. */
export function derivationSteps(
  { weights, logits, probabilities, loss, errors, gradient, step, updated }: UpdateStep,
  {
    input,
    label,
    learningRate,
    optimizer,
  }: { input: readonly number[]; label: number; learningRate: number; optimizer: string },
): DerivationStep[] {
  const [n, k] = [weights.length, logits.length];
  const { most, powers, sum } = powersOf(logits);
  const P = probabilities[label];
  const onehot = logits.map((_, j) => (j === label ? 1 : 0));
  const rest = probabilities.map((probability, j) => onehot[j] - probability);
  const { name: method } = readOptimizer(optimizer);
  const is = (name: string, value: string) => say('entry', { name, value });
  /** Beyond a loss of about 700 the slope exceeds all numbers. */
  const hasSlope = Number.isFinite(1 / P);
  const lossNumbers = () => {
    const values = { c: String(label), L: short(loss) };
    if (short(P) === '1') return fillSlots(LOSS_OF_ALL, { ...values, odds: short(oddsAgainst(logits, label)) });
    if (short(P) !== '0') return fillSlots(LOSS_NUMBERS, { ...values, P: short(P) });
    return fillSlots(LOSS_OF_NONE, { ...values, m: short(most), sum: short(sum), z: inFormula(logits[label]) });
  };
  return [
    {
      title: say('logitsTitle'),
      note: say('logitsNote'),
      formula: LOGITS,
      shapes: [`Wᵀ: ${k} × ${n}`, `x: ${n}`, `z: ${k}`],
      numbers: fillSlots(LOGITS_NUMBERS, { W: rows(weights), x: column(input), z: column(logits) }),
      result: is('z', listed(logits)),
    },
    {
      title: say('probabilitiesTitle'),
      note: say('probabilitiesNote'),
      formula: PROBABILITIES,
      shapes: [`z: ${k}`, `P: ${k}`],
      numbers: fillSlots(PROBABILITIES_NUMBERS, {
        powers: column(powers),
        sum: short(sum),
        P: column(probabilities),
        m: short(most),
      }),
      result: is('P', listed(probabilities)),
    },
    {
      title: say('lossTitle'),
      note: say('lossNote'),
      formula: LOSS,
      shapes: [`P: ${k}`, 'L: 1'],
      numbers: lossNumbers(),
      result: is('L', short(loss)),
    },
    {
      title: say('byProbability'),
      note: say('byProbabilityNote'),
      formula: BY_PROBABILITY,
      shapes: ['∂L/∂P: 1'],
      numbers: hasSlope
        ? fillSlots(BY_PROBABILITY_NUMBERS, { P: short(P), slope: short(-1 / P) })
        : fillSlots(BY_NO_PROBABILITY, { L: short(loss) }),
      result: is('∂L/∂P', hasSlope ? short(-1 / P) : `−e^${short(loss)}`),
    },
    {
      title: say('byLogit'),
      note: say('byLogitNote'),
      formula: BY_LOGIT,
      shapes: [`∂P/∂z: ${k}`],
      numbers: fillSlots(BY_LOGIT_NUMBERS, {
        P: short(P),
        rest: column(rest),
        slopes: column(rest.map((value) => P * value)),
      }),
      result: is('∂P/∂z', listed(rest.map((value) => P * value))),
    },
    {
      title: say('errorTitle'),
      note: say('errorNote'),
      formula: ERROR,
      shapes: [`∂L/∂z: ${k}`],
      numbers: fillSlots(ERROR_NUMBERS, {
        P: column(probabilities),
        onehot: column(onehot),
        errors: column(errors),
      }),
      result: is('∂L/∂z', listed(errors)),
    },
    {
      title: say('featureTitle'),
      note: say('featureNote'),
      formula: FEATURE,
      shapes: [`x: ${n}`],
      numbers: fillSlots(FEATURE_NUMBERS, { x: column(input) }),
      result: is('x', listed(input)),
    },
    {
      title: say('gradientTitle'),
      note: say('gradientNote'),
      formula: GRADIENT,
      shapes: [`x: ${n} × 1`, `(∂L/∂z)ᵀ: 1 × ${k}`, `∇L: ${n} × ${k}`],
      numbers: fillSlots(GRADIENT_NUMBERS, { x: column(input), errors: row(errors), gradient: rows(gradient) }),
      result: is('∇L', rowsText(gradient)),
    },
    {
      title: say('updateTitle'),
      note: method === 'gd' ? say('updateNote') : say('updateNoteBy', { optimizer: method }),
      formula: UPDATE,
      shapes: [`W, ∇L: ${n} × ${k}`],
      numbers: fillSlots(UPDATE_NUMBERS, {
        W: rows(weights),
        rate: inFormula(learningRate),
        gradient: rows(step),
        updated: rows(updated),
      }),
      result: is('W', rowsText(updated)),
    },
  ];
}
