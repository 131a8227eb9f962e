import type { Page } from '@playwright/test';

export interface WideMinimaResult {
  engine: { kind: string; adapter: string };
  stationary: { theta: number; kind: string; threshold: number }[];
  runs: {
    learningRate: number;
    starts: number;
    converged: number[];
    bounded: number;
    diverged: number;
    medianIterations: number | null;
  }[];
}

export interface Conv1dResult {
  engine: { kind: string; adapter: string };
  losses: Record<number, number>;
  columns: number;
}

export interface MatrixFactorizationResult {
  engine: { kind: string; adapter: string };
  users: number;
  items: number;
}

/** The results of the elements, as far as the tests look at them. */
interface Results {
  'gd-wide-minima': WideMinimaResult;
  'gd-conv1d': Conv1dResult;
  'gd-matrix-factorization': MatrixFactorizationResult;
}

export type Element<Result = WideMinimaResult> = HTMLElement & {
  settled: Promise<unknown>;
  result: Result;
  state: string;
  error?: Error;
};

/** Opens a page of somebody else's that embeds elements from the built script; `body` is its HTML. */
export async function openCoursePage(page: Page, body: string, head = ''): Promise<void> {
  await page.route('**/course.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A course page</title>${head}
        <style>body { margin: 0; padding: 16px; background: light-dark(#fff, #14161a); color: light-dark(#111, #eee); }</style>
        <script type="module" src="/descent-lab.js"></script></head><body>${body}</body></html>`,
    }),
  );
  await page.goto('/course.html');
  await page.waitForFunction(() => customElements.get('gd-wide-minima') !== undefined);
}

/** Waits until the page's first element of a tag has computed and drawn, and gives its result. */
export async function settledResult<Tag extends string = 'gd-wide-minima'>(
  page: Page,
  tag?: Tag,
): Promise<Tag extends keyof Results ? Results[Tag] : object> {
  // It may still have to come: the lab fetches what it says of its experiments first.
  return page
    .locator(tag ?? 'gd-wide-minima')
    .first()
    .evaluate(async (element) => {
      await (element as Element).settled;
      return (element as Element<never>).result;
    });
}

/** Waits until every element of ours has computed and drawn, those that are to come not included; says how each ended: `done`, or why not. */
export function settleAll(page: Page, within = 'body'): Promise<string[]> {
  return page.locator(within).evaluateAll(async (roots) => {
    const elements = roots.flatMap((root) => [...root.querySelectorAll<Element>('*')]);
    const ours = elements.filter(({ localName }) => localName.startsWith('gd-'));
    await Promise.all(ours.map(({ localName }) => customElements.whenDefined(localName)));
    return Promise.all(ours.map((element) => element.settled.then(() => element.state, String)));
  });
}
