import { readInWorker, type Progress } from '../read-in-worker';
import type { ReadOptions, RegressionContent } from './content';
import { readRegression } from './read-regression';
import type { RegressionRequest } from './regression-worker';
import url from './regression-worker.ts?worker&url';

/** As `readRegression`, in a worker. */
export function readRegressionFiles(
  files: readonly File[],
  options: ReadOptions,
  progress: Progress,
): Promise<RegressionContent> {
  return readInWorker<RegressionRequest, RegressionContent>(
    { url, base: import.meta.url, name: 'descent-lab-file' },
    { files, options },
    (onProgress) => readRegression(files, options, onProgress),
    progress,
  );
}
