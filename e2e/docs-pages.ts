import type { Page } from '@playwright/test';
import { fileNames } from '../build/docs.ts';

/** The addresses of all pages of the documentation. */
export const docsPages = fileNames().map((file) => `/docs/${file}`);

/** Collects what goes wrong on a page: errors in its console, and errors that nobody caught. */
export function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  return troubles;
}

/** Waits until every element that stands on a page has computed and drawn, and says how each ended: `done`, or why not. */
export function settleExamples(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const outcomes: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement & { settled?: Promise<unknown>; state: string }>(
      '.stage > *',
    )) {
      if (!element.localName.startsWith('gd-')) continue;
      await customElements.whenDefined(element.localName);
      outcomes.push(await element.settled!.then(() => element.state, String));
    }
    return outcomes;
  });
}
