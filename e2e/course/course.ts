import { test as base, type Page } from '@playwright/test';
import { serveCourse, type Served } from './serve.js';

/** A test with the course served: from an origin of its own, with the elements taken from the built site. */
export const test = base.extend<object, { course: Served }>({
  course: [
    async ({}, use, { project }) => {
      const course = await serveCourse(project.use.baseURL!);
      await use(course);
      await course.close();
    },
    { scope: 'worker' },
  ],
});

/** What the page and its policy complain of, from now on. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const said: string[] = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.exposeFunction('complain', (text: string) => said.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => (window as unknown as { complain: (text: string) => void }).complain(`${violatedDirective} stands against ${blockedURI}`));
  });
  return said;
}
