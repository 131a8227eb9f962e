/* eslint-disable @typescript-eslint/no-explicit-any */
import { drawBasins, summarizeBasins } from './basins';
import { drawBifurcation, summarizeBifurcation } from './bifurcation';
import { drawHistogram, summarizeHistogram } from './histogram';
import { drawLandscape, summarizeLandscape } from './landscape';
import { drawOutcomes, summarizeOutcomes } from './outcomes';
import type { Chart } from './types';

const chart = (draw: any, summarize: any): Chart<any> => ({ draw, summarize, table: () => ({ a: [1] }) });
export const basins = chart(drawBasins, summarizeBasins);
export const bifurcation = chart(drawBifurcation, summarizeBifurcation);
export const histogram = chart(drawHistogram, summarizeHistogram);
export const landscape = chart(drawLandscape, summarizeLandscape);
export const outcomes = chart(drawOutcomes, summarizeOutcomes);
