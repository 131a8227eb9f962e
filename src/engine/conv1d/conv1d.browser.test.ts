import { engines } from '../engines';
import { describeConv1d } from './conv1d.behaviour';

for (const entry of engines) describeConv1d(entry);
