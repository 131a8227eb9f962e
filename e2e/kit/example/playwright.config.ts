import { defineConfig } from '@playwright/test';
import { deterministic, onlyFonts } from 'descent-lab/testing';

export default defineConfig({
  use: {
    ...deterministic.use,
    launchOptions: { ...deterministic.launchOptions, env: onlyFonts(['node_modules/dejavu-fonts-ttf/ttf']) },
    baseURL: 'http://localhost:4300',
    viewport: { width: 900, height: 700 },
  },
  expect: deterministic.expect,
  webServer: {
    command: 'npx vite preview --outDir . --logLevel error --port 4300 --strictPort',
    url: 'http://localhost:4300/course.html',
  },
});
