import { engines } from '../engines';
import { describeCoverage } from './coverage.behaviour';

for (const entry of engines) describeCoverage(entry);
