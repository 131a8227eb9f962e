import { FLOAT64 } from '../acceptance.behaviour';
import { createEngine as createCpu } from '../cpu';
import { describeFactorize } from './factorize.behaviour';

describeFactorize('the CPU engine', createCpu, FLOAT64);
