import type { Page } from '@playwright/test';
import { pagePaths } from '../build/pages.ts';
import { settleAll } from './course-page';

/** The addresses of all pages of the site. */
export const sitePages = pagePaths().pages.map((path) => `/${path}`);
/** Those of the experiments. */
export const experimentPages = sitePages.filter((path) => path.startsWith('/experiments/'));
/** Those of the documentation. */
export const docsPages = sitePages.filter((path) => path.startsWith('/docs/'));

/** Collects what goes wrong on a page: errors in its console, and errors that nobody caught. */
export function troublesOf(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(String(error)));
  return troubles;
}

/** Opens what is folded on a page. */
export const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

/** Waits until every element that stands as an example on a page has computed and drawn, and says how each ended: `done`, or why not. */
export const settleExamples = (page: Page): Promise<string[]> => settleAll(page, '.stage');
