import { ridgeClosedForm } from '../../math/ridge-closed-form';
import type { ExactRequest } from './exact';

onmessage = ({ data: { problem, alpha } }: MessageEvent<ExactRequest>) => postMessage(ridgeClosedForm(problem, alpha));
