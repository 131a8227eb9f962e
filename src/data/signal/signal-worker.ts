import { serveReading } from '../serve-reading';
import { readSignal, type ReadOptions } from './read-signal';

/** What a page tells this worker, once. */
export interface SignalRequest {
  file: Blob;
  options: ReadOptions;
}

serveReading(
  ({ file, options }: SignalRequest, onProgress) => readSignal(file, options, onProgress),
  ({ samples }) => [samples.buffer],
);
