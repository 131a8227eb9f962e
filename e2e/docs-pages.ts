import type { Page } from '@playwright/test';
import { fileNames } from '../build/docs.ts';
import { settleAll } from './course-page';

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
export const settleExamples = (page: Page): Promise<string[]> => settleAll(page, '.stage');
