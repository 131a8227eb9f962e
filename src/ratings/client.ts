import { load } from './load';
import { prepare } from './prepare';
import { prepareSheet } from './sheet';
import type { PreparedRatings, PrepareOptions, RatingsSource, WorkOptions } from './source';
import { finish } from './work';

/** Loads ratings and makes them ready for training. */
export async function prepareRatings(source: RatingsSource, options: PrepareOptions, { signal }: WorkOptions = {}): Promise<PreparedRatings> {
  signal?.throwIfAborted();
  if (source.kind === 'sheet') return prepareSheet(options);
  return finish(prepare(finish(load(source)), options));
}
