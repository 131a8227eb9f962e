import { RatingsError } from './ratings';
import { ratingsMessages as say } from './texts';

export interface Fetched {
  stream: ReadableStream<Uint8Array>;
  /** How many bytes will come, if the server says so. */
  size: number | undefined;
}

/** @throws {RatingsError} saying why there is no file of ratings at that address */
export async function fetchBytes(url: string, signal: AbortSignal): Promise<Fetched> {
  let response: Response;
  try {
    response = await fetch(url, { signal });
  } catch {
    signal.throwIfAborted();
    throw new RatingsError((await isReached(url, signal)) ? say('notAllowed', { url }) : say('notReached', { url }));
  }
  const { ok, status, statusText, headers, body } = response;
  if (!ok)
    throw new RatingsError(
      status === 404 ? say('nothingThere', { url }) : say('answers', { url, status: `${status} ${statusText}`.trim() }),
    );
  if (!body) throw new RatingsError(say('emptyFile'));
  // What is packed for the way alone is longer when it arrives.
  const length = headers.has('content-encoding') ? 0 : Number(headers.get('content-length'));
  return { stream: body, size: length > 0 ? length : undefined };
}

/** Whether a server answers at all, whatever it keeps from this page. */
async function isReached(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', signal });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
