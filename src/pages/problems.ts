/** The five sheets, as the lab names them: what each is called, and its problems in our own words. */
export interface Sheet {
  title: string;
  problems: Readonly<Record<string, string>>;
}

export const SHEETS = {
  S0: {
    title: 'A deep-learning quiz on norms, stochastic gradients, losses and factorization',
    problems: {
      Q1: 'The norms ℓ0, ℓ1, ℓ2 and ℓ∞ of a vector with zeros in it.',
      Q2: 'Three points and a line through the origin: the gradient of one example, drawn at random, is unbiased.',
      Q3: 'Keep a parameter between −1 and 1 by way of a sigmoid, and descend in the variable behind it.',
      Q4: 'Focal loss, which counts easy examples less; at γ = 0 it is cross-entropy.',
      Q5: 'A table of ratings with two unknown entries as a product of two vectors: one simultaneous step of descent.',
    },
  },
  S1: {
    title: 'A first homework on gradients and gradient descent (2022)',
    problems: {
      Q1: 'The derivatives of the sigmoid, of softplus and of softmax.',
      Q2: 'Gradients of a quadratic form and of squared error, with their shapes.',
      Q3: 'The gradient of a squared error with respect to a matrix of weights.',
      Q4: 'One weight and one example: which learning rates converge, alternate, or diverge.',
    },
  },
  S2: {
    title: '“Mathematical Foundations of Deep Neural Networks”, homework 1 (Spring 2024)',
    problems: {
      P1: 'The gradients of least squares, for one example and for many.',
      P2: 'Descent on half a square diverges for rates above 2.',
      P3: 'Descent on least squares diverges from almost every start above 2/ρ(X′X).',
      P4: 'A function with a sharp and a wide minimum: at which learning rate descent ends in which.',
      P5: 'Huber loss of a convolution and a ridge, minimized without forming the matrix.',
    },
  },
  S3: {
    title: '“Deep Learning” CS/DS 541, homework 2 (Fall 2023)',
    problems: {
      Q1: 'How often an example is never drawn in an epoch, the variance of a minibatch, and how the rate scales with it.',
      Q2: 'The best linear model of XOR says one half everywhere.',
      Q3: 'Linear regression with a bias and L2 by minibatch descent; four settings chosen on a validation set.',
      Q4: 'Mean absolute error by subgradients.',
      Q5: 'In the linear-Gaussian model maximum likelihood is least squares.',
    },
  },
  S4: {
    title: 'A homework’s conceptual questions on cross-entropy, gradients and layers',
    problems: {
      Q1: 'One layer, softmax and cross-entropy: the gradient of each weight, and one update.',
      Q2: 'Squared error for classification: its gradient vanishes where the model is confidently wrong.',
      Q3: 'Gradient and partial derivatives, why the minus sign, a flat start, and why computations are vectorized.',
      Q4: 'Two linear layers are one.',
    },
  },
} as const satisfies Record<string, Sheet>;

type Sheets = typeof SHEETS;
export type SheetId = keyof Sheets;
/** `S2.P4` */
export type ProblemId = { [Id in SheetId]: `${Id}.${keyof Sheets[Id]['problems'] & string}` }[SheetId];

/** Every problem by its id, in the order of the sheets. */
export const problems: readonly { id: ProblemId; sheet: SheetId; text: string }[] = Object.entries(SHEETS).flatMap(
  ([sheet, { problems }]) =>
    Object.entries(problems).map(([name, text]) => ({
      id: `${sheet}.${name}` as ProblemId,
      sheet: sheet as SheetId,
      text: text as string,
    })),
);
