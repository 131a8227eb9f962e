import { engines } from '../engines';
import { describeTrace } from './trace.behaviour';

for (const entry of engines) describeTrace(entry);
