import { serveReading } from '../serve-reading';
import type { ReadOptions } from './content';
import { readRegression } from './read-regression';

/** What a page tells this worker, once. */
export interface RegressionRequest {
  files: readonly File[];
  options: ReadOptions;
}

serveReading(
  ({ files, options }: RegressionRequest, onProgress) => readRegression(files, options, onProgress),
  (content) => {
    const sets = content.test ? [content, content.test] : [content];
    return [...new Set(sets.flatMap(({ design, targets }) => [design.values.buffer, targets.buffer]))];
  },
);
