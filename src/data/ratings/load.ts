import { checkForeign } from './check';
import { fetchBytes } from './fetch-bytes';
import { parseRatings } from './parse';
import { RatingsError, type Ratings } from './ratings';
import type { RatingsSource, WorkOptions } from './source';
import { syntheticRatings } from './synthetic';
import { ratingsMessages as say } from './texts';
import type { Turns } from './turns';

/** Sources that are loaded; the sheet's table is so small that it is just there. */
export type LoadedSource = Exclude<RatingsSource, { kind: 'sheet' }>;

/** Gets the ratings of a source. */
export async function load(
  source: LoadedSource,
  turns: Turns,
  { signal, onProgress }: Required<WorkOptions>,
): Promise<Ratings> {
  const pause = () => turns.pause(signal);
  switch (source.kind) {
    case 'synthetic':
      return turns.run(syntheticRatings(source), signal, onProgress);
    case 'triplets':
      checkForeign(source.ratings);
      return source.ratings;
    case 'file':
      return parseRatings(source.file.stream(), { columns: source.columns, size: source.file.size, onProgress, pause });
    case 'url': {
      const { stream, size } = await fetchBytes(source.url, signal);
      return parseRatings(stream, { columns: source.columns, size, onProgress, pause }).catch((error: unknown) => {
        const isPage = error instanceof RatingsError && error.code === 'tables.webPage';
        throw isPage ? new RatingsError(say('isWebPage', { url: source.url })) : error;
      });
    }
  }
}
