import { engines } from '../engines';
import { describeConv1dDescent } from './conv1d-descent.behaviour';

for (const entry of engines) describeConv1dDescent(entry);
