import { pythonList, pythonNumber } from '../formula/python';
import type { NamedOptimizer, OptimizerName } from '../math/optimizers';
import { isConstant, type Schedule } from '../math/schedules';
import { factorInPython } from './numpy-descent';
import { torchProgram } from './numpy-program';

const OPTIMIZERS: Record<OptimizerName, (...coefficients: string[]) => { name: string; more: string }> = {
  gd: () => ({ name: 'SGD', more: '' }),
  momentum: (beta) => ({ name: 'SGD', more: `, momentum=${beta}` }),
  nesterov: (beta) => ({ name: 'SGD', more: `, momentum=${beta}, nesterov=True` }),
  adagrad: () => ({ name: 'Adagrad', more: '' }),
  rmsprop: (rho) => ({ name: 'RMSprop', more: `, alpha=${rho}, eps=1e-8` }),
  adam: (first, second) => ({ name: 'Adam', more: `, betas=(${first}, ${second}), eps=1e-8` }),
};

/** A line of Python that makes the optimizer of what is moved. */
export function optimizerInTorch({ name, coefficients }: NamedOptimizer, moved: string, rate?: string): string {
  const { name: torch, more } = OPTIMIZERS[name](...coefficients.map(pythonNumber));
  return `optimizer = torch.optim.${torch}(${moved}${rate === undefined ? '' : `, lr=${rate}`}${more})`;
}

/** A line of Python that makes its schedule of the function `factor`. */
export const SCHEDULE_IN_TORCH = 'schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)';

/** What a program descends with; texts are Python. */
export interface TorchDescent {
  optimizer: NamedOptimizer;
  schedule: Schedule;
  iterations: number;
  /** What stands above it. */
  parts: readonly string[];
  /** Makes the tensors of float64 that are moved. */
  begin: string;
  /** They, as a list or in groups that have a learning rate each. */
  moved: string;
  /** The learning rate of those that have none of their own. */
  learningRate?: number;
  /** Lines that set the gradient of each; the formula's, by NumPy. */
  gradients: readonly string[];
  /** What is printed after `step` iterations, from 0 on. */
  print?: string;
  /** What comes last. */
  end?: string;
}

/**
 * A program of Python that descends with PyTorch's own optimizer: the gradient is the formula's, the steps are PyTorch's.
 * Its conventions are those of `src/math/optimizers.ts`.
 */
export function torchDescent(of: TorchDescent): string {
  const { iterations, print, end } = of;
  const isScheduled = !isConstant(of.schedule);
  const lines = [
    ...of.gradients,
    'optimizer.step()',
    ...(isScheduled ? ['schedule.step()'] : []),
    ...(print ? [print] : []),
  ];
  return torchProgram(
    ...of.parts,
    isScheduled ? `iterations = ${iterations}\n\n${factorInPython(of.schedule)}` : '',
    [
      of.begin,
      optimizerInTorch(
        of.optimizer,
        of.moved,
        of.learningRate === undefined ? undefined : pythonNumber(of.learningRate),
      ),
      ...(isScheduled ? [SCHEDULE_IN_TORCH] : []),
      ...(print ? ['step = 0', print] : []),
      `for step in range(1, ${iterations + 1}):`,
      ...lines.map((line) => `    ${line}`),
      ...(end ? [end] : []),
    ].join('\n'),
  );
}

/** Runs that begin alike and have a learning rate each: their tensors are `runs`, their rates `rates`. */
export function groupsInTorch(rates: readonly number[], tensor: string): Pick<TorchDescent, 'begin' | 'moved'> {
  return {
    begin: `rates = ${pythonList(rates)}\nruns = [${tensor} for rate in rates]`,
    moved: '[{"params": [weights], "lr": rate} for weights, rate in zip(runs, rates)]',
  };
}
