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
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { complain: (text: string) => void }).complain(
        `${violatedDirective} stands against ${blockedURI}`,
      ),
    );
  });
  return said;
}

/** Opens the course page, and waits until the elements are defined. */
export async function openCourse(page: Page, { origin }: Served): Promise<void> {
  await page.goto(origin);
  await page.waitForFunction(() => customElements.get('gd-wide-minima') !== undefined);
}

export const elementAt = (page: Page, id: string) => page.locator(`#${id}`);

/** Waits until an element has computed and drawn, and gives its state. */
export async function settle(page: Page, id: string): Promise<string> {
  return elementAt(page, id).evaluate(async (element) => {
    const { settled } = element as HTMLElement & { settled: Promise<unknown> };
    await settled;
    return (element as HTMLElement & { state: string }).state;
  });
}
