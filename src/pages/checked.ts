import { problems, type ProblemId } from './problems';

/** How what a sheet prints compares with what is right. */
export type Printed = 'agrees' | 'imprecise' | 'wrong' | 'nothing printed';

/** A fact about a problem of the sheets that the lab holds to: a test somewhere has its numbers. */
export interface Checked {
  /** The fact in our own words. */
  what: string;
  printed: Printed;
  /** The experiment that shows it, by its folder; `sheets` is the page of the five sheets. */
  shownBy: string;
}

const facts =
  (shownBy: string) =>
  (lines: Readonly<Record<string, readonly [what: string, printed: Printed]>>): Record<string, Checked> =>
    Object.fromEntries(Object.entries(lines).map(([id, [what, printed]]) => [id, { what, printed, shownBy }]));

/**
 * Every fact by its id: the sheet, the problem, and which of its parts or examples. Together they are all that was worked out
 * independently of the lab, to twenty digits.
 */
export const CHECKED: Readonly<Record<string, Checked>> = {
  ...facts('norms')({
    'S0.Q1.l0': ['ℓ0 of (0, 1, 0, 2, 3) is 3, and ℓ0 is not a norm', 'agrees'],
    'S0.Q1.l1': ['ℓ1 of it is 6', 'agrees'],
    'S0.Q1.l2': ['ℓ2 of it is the root of 14', 'agrees'],
    'S0.Q1.linf': ['ℓ∞ of it is 3', 'agrees'],
    'S0.Q1.text': ['Which norm to use for what', 'imprecise'],
  }),
  ...facts('stochastic-gradient')({
    'S0.Q2a': ['The mean of the examples’ gradients is the full gradient', 'imprecise'],
    'S0.Q2b.coef': ['The gradients are θ − 2, 4θ − 6, 9θ − 12; their mean is (14θ − 20)/3', 'agrees'],
    'S0.Q2b.theta=0': ['Gradients, mean and variance at θ = 0', 'nothing printed'],
    'S0.Q2b.theta=0.5': ['The same at θ = 0.5', 'nothing printed'],
    'S0.Q2b.theta=1': ['The same at θ = 1', 'nothing printed'],
    'S0.Q2b.theta=2': ['The same at θ = 2', 'nothing printed'],
  }),
  ...facts('box-constraint')({
    'S0.Q3': ['θ = 2σ(φ) − 1 has the slope (1 − θ²)/2, at most 1/2', 'agrees'],
    'S0.Q3c.gd_interior': ['An optimum inside is reached, at φ = ln 3 for θ = 0.5', 'nothing printed'],
    'S0.Q3c.gd_boundary': ['One on the boundary is only approached: φ grows like ln k', 'nothing printed'],
  }),
  ...facts('focal-loss')({
    'S0.Q4': ['Cross-entropy, focal loss and its gradient from p = 0.001 to 0.999', 'agrees'],
    'S0.Q4a': ['At γ = 0 focal loss is cross-entropy', 'agrees'],
    'S0.Q4b': ['The factor is near 0 for easy examples and near 1 for hard ones', 'agrees'],
    'S0.Q4.def': ['A hard example is one of low confidence', 'imprecise'],
    'S0.Q4c.CE': ['Cross-entropy at p = 0.99 is 0.01005', 'agrees'],
    'S0.Q4c.factor': ['The factor there is 0.0001', 'agrees'],
    'S0.Q4c.FL': ['Focal loss there is 1.005 · 10⁻⁶, printed as 1.0 · 10⁻⁶', 'agrees'],
    'S0.Q4d': ['Focal loss falls and is convex, as cross-entropy is', 'agrees'],
  }),
  ...facts('matrix-factorization')({
    'S0.Q5a': ['The loss is half the sum of two squares', 'agrees'],
    'S0.Q5b': ['Its gradients are −e v and −e u', 'agrees'],
    'S0.Q5c.e': ['The residuals are 4.12 and 2.83', 'agrees'],
    'S0.Q5c.grad': ['The gradients are −4.532, −3.296, −2.547, −3.679', 'agrees'],
    'S0.Q5c.step': ['One step gives 1.2532, 1.4296, 1.5547, 1.2679', 'agrees'],
    'S0.Q5c.sequential_hazard': ['Overwriting u before v is updated gives another step', 'nothing printed'],
    'S0.Q5d.before': ['The loss before is 12.49165', 'agrees'],
    'S0.Q5d.after': ['The loss after is 7.2050', 'agrees'],
    'S0.Q5.traj1': ['The factors after 1 step', 'nothing printed'],
    'S0.Q5.traj2': ['The factors after 2 steps', 'nothing printed'],
    'S0.Q5.traj3': ['The factors after 3 steps', 'nothing printed'],
    'S0.Q5.traj4': ['The factors after 4 steps', 'nothing printed'],
    'S0.Q5.traj5': ['The factors after 5 steps', 'nothing printed'],
    'S0.Q5.traj10': ['The factors after 10 steps', 'nothing printed'],
    'S0.Q5.traj1000': ['The factors after 1000 steps', 'nothing printed'],
    'S0.Q5.facts': ['How fast the loss falls; the unknown ratings stay undetermined', 'nothing printed'],
  }),
  ...facts('activations')({
    'S1.Q1.1': ['The sigmoid’s derivative is f(1 − f)', 'agrees'],
    'S1.Q1.2.123': ['The Jacobian of softmax at (1, 2, 3): f(1 − f) on the diagonal, not f(1 + f)', 'wrong'],
    'S1.Q1.2.000': ['The same at (0, 0, 0)', 'wrong'],
    'S1.Q1.2.1000s': ['The same at (1000, 1001, 1002)', 'wrong'],
    'S1.Q1.2.n1': ['The same of one logit', 'wrong'],
    'S1.Q1.2.n2': ['The same of two logits', 'wrong'],
    'S1.Q1.3': ['The derivative of softplus is σ(βx)', 'agrees'],
  }),
  ...facts('matrix-gradient')({
    'S1.Q2.1': ['The gradient of x′(Ax + z) is (A + A′)x + z', 'agrees'],
    'S1.Q2.2': ['The gradient of (w′x − y)²/2 is (w′x − y)x', 'agrees'],
    'S1.Q2.3': ['The gradient of |Xw − y|²/2 is X′(Xw − y)', 'agrees'],
    'S1.Q3': ['The gradient of |Wx + b − y|² by W is 2(Wx + b − y)x′', 'agrees'],
    'S1.Q3.w11': ['The chain of dL/dw₁₁ ends with the factor x₁, which is left out', 'imprecise'],
    'S2.P1': ['The gradients of least squares, for one example and for all', 'agrees'],
  }),
  ...facts('learning-rate')({
    'S1.Q4.1.alpha=0.5': ['At 0.5 the weight goes 50, 75, 87.5, 93.75; 100 is never reached', 'wrong'],
    'S1.Q4.1.alpha=1.5': ['At 1.5 it goes 150, 75, 112.5, 93.75, 103.125', 'agrees'],
    'S1.Q4.1.alpha=2.5': ['At 2.5 it goes 250, −125, 437.5, −406.25', 'wrong'],
    'S1.Q4.1.alpha=0': ['At 0 it stays where it is', 'wrong'],
    'S1.Q4.1.alpha=1': ['At 1 it arrives in one step', 'nothing printed'],
    'S1.Q4.1.alpha=2': ['At 2 it jumps between two points', 'agrees'],
    'S1.Q4.1.alpha=2.1': ['At 2.1 it diverges', 'nothing printed'],
    'S1.Q4.1.float_hit': ['When a float64 weight is exactly 100 at 0.5', 'nothing printed'],
    'S1.Q4.2': ['It converges for rates between 0 and 2/x²', 'agrees'],
    'S1.Q4.2.alpha2': ['At 2 every weight t comes back by way of 200 − t', 'agrees'],
    'S1.Q4.2.suff': ['That the slope shrinks is used as if it were the same as converging', 'imprecise'],
    'S2.P2.alpha=0.5': ['On θ²/2, iterate k is (1 − rate)^k: at 0.5', 'agrees'],
    'S2.P2.alpha=1': ['The same at 1', 'agrees'],
    'S2.P2.alpha=2': ['The same at 2', 'agrees'],
    'S2.P2.alpha=2.5': ['The same at 2.5', 'agrees'],
    'S2.P2.alpha=3': ['The same at 3', 'agrees'],
  }),
  ...facts('least-squares')({
    'S2.P3.clean.alpha=0.3': ['At 0.3 descent on the example converges', 'agrees'],
    'S2.P3.clean.alpha=0.6': ['At 0.6 it converges', 'agrees'],
    'S2.P3.clean.alpha=0.7': ['At 0.7, above 2/3, it diverges', 'agrees'],
    'S2.P3.clean.alpha=0.8': ['At 0.8 it diverges', 'agrees'],
    'S2.P3.sign': ['The recurrence adds ηX′Y; with the printed sign its fixed point is −θ*', 'wrong'],
    'S2.P3.exceptional': ['The starts without a top component converge, until rounding puts one in', 'agrees'],
    'S2.P3.text': ['An index is missing, and a dimension is another one', 'imprecise'],
  }),
  ...facts('wide-minima')({
    'S2.P4.stationary': ['Two minima and a maximum between −5 and 20, and nothing else', 'agrees'],
    'S2.P4.values': ['f, f′ and f″ at sample points', 'nothing printed'],
    'S2.P4.curvature': ['Where the curvature is greatest and least', 'nothing printed'],
    'S2.P4.basin_small_alpha': ['At small rates the maximum is the border of the basins', 'nothing printed'],
    'S2.P4.formula_middle': ['The share of the sharp minimum between 0.082 and 0.107', 'nothing printed'],
    'S2.P4.bifurcation': ['The rates at which cycles appear, double and end', 'nothing printed'],
    'S2.P4.cycle2.alpha=0.097': ['The cycle of two at 0.097', 'nothing printed'],
    'S2.P4.cycle2.alpha=0.098': ['The cycle of two at 0.098', 'nothing printed'],
    'S2.P4.cycle2.alpha=0.1': ['The cycle of two at 0.1, which holds no run any more', 'nothing printed'],
    'S2.P4.outcomes': ['Where 100,000 starts end, at twelve rates', 'agrees'],
    'S2.P4.claim0.01': ['At 0.01 runs end in either minimum', 'agrees'],
    'S2.P4.claim0.3': ['At 0.3 runs end in the wide one', 'agrees'],
    'S2.P4.claim4': ['At 4 runs do not converge', 'agrees'],
    'S2.P4.trajectories': ['The first ten iterates from several starts', 'nothing printed'],
    'S2.P4.alpha2': ['At 2 the wide minimum is just unstable, and runs leave it slowly', 'nothing printed'],
    'S2.P4.hazards': ['Where the printed form of f overflows', 'nothing printed'],
    'S2.P4.remark': ['The learning rate determines how sharp the minimum is', 'imprecise'],
    'S2.P4.remark2': ['Sharp minima generalize worse', 'imprecise'],
  }),
  ...facts('conv1d')({
    'S2.P5.huber': ['The Huber loss and its derivative', 'agrees'],
    'S2.P5.conv1d': ['Descent with the filter (0.5, −1, 0.25) on eight numbers', 'agrees'],
    'S2.P5.adjoint': ['⟨Ax, y⟩ is ⟨x, A′y⟩', 'nothing printed'],
    'S2.P5.cost': ['What the full matrix costs, and what the filter does', 'agrees'],
  }),
  ...facts('minibatch')({
    'S3.Q1a': ['An example is left out of an epoch with probability (1 − 1/n)ⁿ, near 1/e', 'agrees'],
    'S3.Q1b': ['The limit is written with letters mixed up', 'imprecise'],
    'S3.Q1d': ['The variance of a minibatch drawn without replacement needs (N − m)/(N − 1)', 'wrong'],
    'S3.Q1e': ['A batch k times as large has a variance k times smaller', 'agrees'],
    'S3.Q1f': ['A rate times √k keeps the noise of a step, times k that of an epoch', 'imprecise'],
  }),
  ...facts('xor')({
    'S3.Q2': ['The best plane is 1/2 everywhere, with the loss 1/4, and it is the only one', 'agrees'],
  }),
  ...facts('ridge-search')({
    'S3.Q3.grad': ['The gradient by w is X′(ŷ − y)/n + αw; the code lacks the transpose', 'wrong'],
    'S3.Q3.closed': ['The exact weights and bias', 'nothing printed'],
    'S3.Q3.mse': ['What the code calls the mean square is half of it', 'imprecise'],
  }),
  ...facts('absolute-error')({
    'S3.Q4': ['The subgradients of the mean absolute error, and a step', 'agrees'],
    'S3.Q4c.code': ['The code for the bias', 'imprecise'],
  }),
  ...facts('gaussian-model')({
    'S3.Q5': ['Maximum likelihood is least squares; σ² is the mean squared residual', 'agrees'],
    'S3.Q5.sign': ['The lines called the gradient of log P are of its negative, with a 2 too many', 'wrong'],
  }),
  ...facts('softmax-update')({
    'S4.Q1': ['The gradient of weight ij is (P_j − [j = c]) x_i; one update', 'agrees'],
    'S4.Q1.dP': ['The derivatives of P_c by the logits', 'agrees'],
    'S4.Q1.text': ['The derivation stops at the derivatives of P_c', 'imprecise'],
  }),
  ...facts('classification-loss')({
    'S4.Q2': ['The gradient of squared error vanishes where the model is confidently wrong', 'nothing printed'],
  }),
  ...facts('surface')({
    'S4.Q3a': ['The gradient is the vector of the partial derivatives', 'agrees'],
    'S4.Q3b': ['Why descent subtracts it', 'agrees'],
    'S4.Q3c': ['What each weight contributes to', 'imprecise'],
    'S4.Q3d': ['Why computations are vectorized', 'imprecise'],
    'S4.Q3e': ['Where the gradient is 0, no rate moves a run', 'nothing printed'],
  }),
  ...facts('linear-layers')({
    'S4.Q4a': ['Two linear layers are one, with the shapes that fit', 'nothing printed'],
    'S4.Q4.text': ['A map with a bias is called linear', 'imprecise'],
  }),
  ...facts('sheets')({
    'S1.Q2.1.labels': [
      'The labels u and v are mixed up in the derivation, and A + A′ is said to be n × 1: it is n × n, and its product with x is n × 1',
      'imprecise',
    ],
    'S2.refs': ['The paper on sharpness-aware minimization (Foret and others) is of ICLR 2021, not 2020', 'wrong'],
    'S3.Q1c': ['There is no part (c)', 'nothing printed'],
    'S3.Q1.goyal': [
      'The paper of Goyal and others (2017) is a preprint, arXiv:1706.02677, not of a conference; it derives linear scaling by matching k small steps with one big step, not by keeping the noise',
      'wrong',
    ],
  }),
};

/** The problem that a fact is about: `S2.P4.outcomes` is about `S2.P4`; one about references alone has none. */
export function problemOf(id: string): ProblemId | undefined {
  return problems.find(
    (problem) => id === problem.id || (id.startsWith(problem.id) && !/^\d/.test(id.slice(problem.id.length))),
  )?.id;
}
