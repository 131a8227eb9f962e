import { FLOAT32 } from '../acceptance';
import { describeConv1d } from '../conv1d-behaviour';
import { createEngine } from '.';

describeConv1d('the WebGPU engine', createEngine, FLOAT32);
