import { FLOAT64 } from './acceptance';
import { describeConv1d } from './conv1d-behaviour';
import { createEngine as createCpu } from './cpu';

describeConv1d('the CPU engine', createCpu, FLOAT64);
