import { defineConfig } from '@playwright/test';
import { deterministic } from '../src/testing/deterministic.ts';
import { withAdapter, withoutAdapter } from './browser/launch.ts';

// What these tests build is built as for the public, also after something has run a module through Vite's development server.
process.env.NODE_ENV = 'production';

const port = Number(process.env.GD_PORT ?? 4180);

/** Where Playwright's own Firefox and WebKit are installed, their tests of the CPU engine are asked for by this. */
const others = process.env.GD_OTHER_BROWSERS ? (['firefox', 'webkit'] as const) : [];

/** They know none of Chromium's flags (WebKit does not start with one that it does not know), and bring libraries of their own. */
const asTheyAre = { args: [], env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: '' } };

/** A name under which the site is no secure context. */
const insecureHost = 'descent-lab.test';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/screenshots/{arg}{ext}',
  // Half of the time a test waits for something else than a processor, of which there may be two only.
  workers: 2,
  timeout: 120_000,
  // Once in a great many tests the browser was seen to draw no more frames, and a screenshot waited for them in vain. A test that needs its second try is
  // reported as flaky; what is wrong in the product fails twice.
  retries: 1,
  expect: { timeout: 60_000, ...deterministic.expect },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    ...deterministic.use,
  },
  projects: [
    {
      name: 'adapter',
      testIgnore: [/no-gpu|insecure|other-browsers/, '**/kit/example/**'],
      use: { launchOptions: withAdapter },
    },
    { name: 'no-adapter', testMatch: /no-gpu/, use: { launchOptions: withoutAdapter } },
    {
      name: 'insecure',
      testMatch: /insecure/,
      use: {
        baseURL: `http://${insecureHost}:${port}`,
        launchOptions: {
          ...withAdapter,
          args: [...withAdapter.args, `--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`],
        },
      },
    },
    ...others.map((browserName) => ({
      name: browserName,
      testMatch: /other-browsers/,
      use: { browserName, launchOptions: asTheyAre },
    })),
  ],
  webServer: {
    // The site is built before: by `npm run test:pages`, and by `npm test` while other checks run.
    command: `vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
