import { lookHere, type Look, type Seen } from './in-page';

/** What is needed of Playwright's `Page`: by its form, so that any version's will do. */
export interface PageLike {
  url(): string;
  frames(): FrameLike[];
}

interface FrameLike {
  url(): string;
  isDetached(): boolean;
  evaluate<Result, Argument>(
    pageFunction: (argument: Argument) => Result | Promise<Result>,
    argument: Argument,
  ): Promise<Result>;
}

export interface SettleOptions {
  /** How long everything together may take, in milliseconds; 25,000 if nothing is said, which is within a Playwright test's own 30,000. */
  timeout?: number;
  /** How long a tag may stay undefined, in milliseconds; 10,000 if nothing is said. */
  definitionTimeout?: number;
  /** Takes elements that failed for settled: they show a message, which may be what a picture is of. */
  acceptFailed?: boolean;
}

/** An element that has settled. */
export interface SettledElement {
  tag: string;
  id: string;
  /** The address of the document that it stands in, which may be a frame's. */
  url: string;
  state: string;
  /** Who computed what is shown, and on which adapter; undefined where nothing could be computed. */
  engine: { kind: string; adapter: string } | undefined;
  /** Why it failed. */
  error: string | undefined;
}

export interface Settled {
  count: number;
  elements: SettledElement[];
}

/** An element, and the address of its document. */
type Found = Seen & { url: string };

/** Between two looks at a page whose tags are not all defined, in milliseconds. */
const AGAIN = 100;

/**
 * Waits until every element of a page has computed and drawn, also those in frames of any origin, in other components'
 * shadow trees, in closed details and far from the viewport; until none changes any more, and until all fonts have loaded.
 * @throws {Error} that names the elements which failed, whose tags nobody defined, or which took too long
 */
export async function settle(
  page: PageLike,
  { timeout = 25_000, definitionTimeout = 10_000, acceptFailed = false }: SettleOptions = {},
): Promise<Settled> {
  const started = Date.now();
  const untilDeadline = <Value>(promise: Promise<Value>) => before(started + timeout, promise);
  let loaded = 0;
  for (;;) {
    const looks = await untilDeadline(Promise.race([lookAt(page, true), stoppedClock(page)]));
    if (looks === undefined) throw await tooLate(page, timeout);
    loaded ||= Date.now();
    const unknown = looks.elements.filter(({ state }) => state === 'undefined');
    if (unknown.length > 0) {
      const since = Date.now() - loaded;
      if (since >= definitionTimeout || Date.now() - started >= timeout) throw notDefined(unknown, since);
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    } else if (!looks.waited) {
      const failed = looks.elements.filter(({ state }) => state !== 'done');
      if (failed.length > 0 && !acceptFailed)
        throw new Error(
          failed
            .map(
              (element) =>
                `${nameOf(element)} ${element.state === 'failed' ? 'failed' : 'was stopped'}: ${element.error}`,
            )
            .join('\n'),
        );
      return {
        count: looks.elements.length,
        elements: looks.elements.map(({ tag, id, url, state, engine, error }) => ({
          tag,
          id,
          url,
          state,
          engine,
          error,
        })),
      };
    }
  }
}

/** The elements of all frames. What is found counts only if no frame came, went or moved on meanwhile. */
async function lookAt(page: PageLike, wait: boolean): Promise<{ elements: Found[]; waited: boolean }> {
  const frames = page.frames();
  const addresses = frames.map((frame) => frame.url());
  const looks = await Promise.all(frames.map((frame) => lookIn(frame, wait)));
  const now = page.frames();
  const isSame =
    now.length === frames.length && now.every((frame, i) => frame === frames[i] && frame.url() === addresses[i]);
  return {
    elements: looks.flatMap((look, i) => (look?.elements ?? []).map((element) => ({ ...element, url: addresses[i] }))),
    waited: !isSame || looks.some((look) => look === undefined || look.waited),
  };
}

/**
 * Never resolves: nothing is drawn, and nothing comes to rest, where no time passes.
 * @throws {Error} if the page's clock stands still, as after Playwright's `clock.pauseAt`
 */
async function stoppedClock(page: PageLike): Promise<never> {
  const now = async () => {
    const [frame] = page.frames();
    return frame?.evaluate(() => performance.now(), undefined).catch(() => undefined);
  };
  const before = await now();
  await new Promise((resolve) => setTimeout(resolve, AGAIN));
  if (before !== undefined && (await now()) === before)
    throw new Error(
      `The clock of ${page.url()} is stopped, and without it nothing is drawn: pause it after settle, or call clock.resume() before.`,
    );
  return new Promise(() => {});
}

/** Undefined if the frame was gone, or went to another page, before it could be looked at. */
async function lookIn(frame: FrameLike, wait: boolean): Promise<Look | undefined> {
  try {
    return await frame.evaluate(lookHere, { wait });
  } catch (error) {
    if (frame.isDetached() || /context was destroyed|navigat|detached/i.test((error as Error).message))
      return undefined;
    throw error;
  }
}

function notDefined(elements: readonly Found[], milliseconds: number): Error {
  const tags = new Map(elements.map(({ tag, url }) => [`<${tag}> on ${url}`, undefined]));
  return new Error(
    `${[...tags.keys()].join(', ')}: no such element was defined within ${milliseconds / 1000} s. ` +
      "Is the tag spelt as in the documentation? Does the page load descent-lab.js, or import 'descent-lab/define', and did that script run? (The browser's console says why one did not.)",
  );
}

/** Says who was not ready; a page that answers nothing at all is said to. */
async function tooLate(page: PageLike, timeout: number): Promise<Error> {
  const seconds = timeout / 1000;
  const look = await before(Date.now() + 1000, lookAt(page, false));
  if (!look) return new Error(`${page.url()} did not answer within ${seconds} s.`);
  const unready = look.elements.filter(({ state }) => state !== 'done' && state !== 'failed');
  if (unready.length === 0)
    return new Error(
      `${page.url()} did not come to rest within ${seconds} s: it is still loading files or fonts, or its elements go on changing.`,
    );
  const what = ({ state, progress }: Seen) =>
    state === 'running'
      ? `is computing (${Math.floor(100 * progress)} %)`
      : state === 'undefined'
        ? 'is not defined'
        : 'has not begun';
  return new Error(
    `not settled within ${seconds} s:\n${unready.map((element) => `${nameOf(element)} ${what(element)}`).join('\n')}\nGive settle a longer timeout, and the test with it; or ask for less: fewer starts, iterations or views.`,
  );
}

/** An element as its author finds it. */
function nameOf({ tag, id, place, of, url }: Found): string {
  return `<${tag}${id ? ` id="${id}"` : ''}>, number ${place} of ${of} on ${url},`;
}

/** A promise's value, or undefined if the time is up before. */
async function before<Value>(deadline: number, promise: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, deadline - Date.now()), undefined);
  });
  // Nobody waits for it after that.
  promise.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
