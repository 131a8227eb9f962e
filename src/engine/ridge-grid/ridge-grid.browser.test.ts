import { engines } from '../engines';
import { describeRidgeGrid } from './ridge-grid.behaviour';

for (const entry of engines) describeRidgeGrid(entry);
