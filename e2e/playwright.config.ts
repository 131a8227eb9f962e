import { defineConfig } from '@playwright/test';
import { deterministic } from '../src/testing/deterministic.ts';
import { withAdapter, withoutAdapter } from './browser/launch.ts';

const port = Number(process.env.GD_PORT ?? 4180);

/** A name under which the site is no secure context. */
const insecureHost = 'descent-lab.test';

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/screenshots/{arg}{ext}',
  // Two cores compute the pages under test: a second page beside them would only make both slow.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 60_000, ...deterministic.expect },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 900 },
    ...deterministic.use,
  },
  projects: [
    { name: 'adapter', testIgnore: [/no-gpu|insecure/, '**/kit/example/**'], use: { launchOptions: withAdapter } },
    { name: 'no-adapter', testMatch: /no-gpu/, use: { launchOptions: withoutAdapter } },
    {
      name: 'insecure',
      testMatch: /insecure/,
      use: {
        baseURL: `http://${insecureHost}:${port}`,
        launchOptions: { ...withAdapter, args: [...withAdapter.args, `--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`] },
      },
    },
  ],
  webServer: {
    command: `vite build --logLevel warn && vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
});
