import { engines } from '../engines';
import { describeLeastSquaresDescent } from './least-squares-descent.behaviour';

for (const entry of engines) describeLeastSquaresDescent(entry);
