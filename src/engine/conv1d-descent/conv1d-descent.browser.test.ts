import { FLOAT64 } from '../acceptance.behaviour';
import { describeConv1d } from './conv1d-descent.behaviour';
import { createEngine as createCpu } from '../cpu';

describeConv1d('the CPU engine', createCpu, FLOAT64);
