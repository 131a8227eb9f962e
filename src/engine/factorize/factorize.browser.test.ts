import { engines } from '../engines';
import { describeFactorize } from './factorize.behaviour';

for (const entry of engines) describeFactorize(entry);
