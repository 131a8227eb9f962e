import { ridgeClosedForm, type LinearProblem } from '../../math/ridge-closed-form';

/** What a page asks this worker, once. */
export interface ExactRequest {
  problem: LinearProblem;
  alpha: number;
}

onmessage = ({ data: { problem, alpha } }: MessageEvent<ExactRequest>) => postMessage(ridgeClosedForm(problem, alpha));
