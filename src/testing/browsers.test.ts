import { afterEach, expect, test, vi } from 'vitest';

afterEach(() => vi.unstubAllEnvs());

test('Firefox and WebKit are started as they are: with a flag of Chromium’s, WebKit would not start', async () => {
  vi.stubEnv('GD_OTHER_BROWSERS', '1');
  vi.stubEnv('LD_LIBRARY_PATH', '/libraries/of/chromium');
  const { default: config } = await import('../../e2e/playwright.config');
  // A project's own options stand in the place of those of all, each as a whole.
  const launched = config
    .projects!.filter(({ name }) => name === 'firefox' || name === 'webkit')
    .map(({ use }) => ({ ...config.use, ...use }));
  expect(launched.map(({ browserName }) => browserName)).toEqual(['firefox', 'webkit']);
  for (const { launchOptions } of launched) {
    expect(launchOptions!.executablePath).toBe(undefined);
    expect(launchOptions!.args).toEqual([]);
    expect(launchOptions!.env!.LD_LIBRARY_PATH).toBe('');
  }
});
