// Finds the browser that every test and benchmark runs in, and unpacks the pinned one where need be.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Unpacks the Chromium that comes inside the npm package @sparticuz/chromium (Linux x64; with the SwiftShader
 * software adapter and the libraries it needs) into a versioned cache folder, once.
 * @returns {Promise<{executablePath: string, environment: Record<string, string>} | undefined>}
 */
async function pinnedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'descent-lab');
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    const { inflate } = await import('@sparticuz/chromium');
    // Unpacked aside and renamed, so that a run that was cut off never leaves half a browser behind.
    const aside = `${folder}.${process.pid}`;
    mkdirSync(aside, { recursive: true });
    const temporary = process.env.TMPDIR;
    process.env.TMPDIR = aside;
    for (const part of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(join(packageFolder, 'bin', part));
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    try {
      renameSync(aside, folder);
    } catch (error) {
      rmSync(aside, { recursive: true, force: true });
      if (!existsSync(folder)) throw error; // Otherwise another process was first, and its copy is as good.
    }
  }
  const executablePath = join(folder, 'chromium');
  const libraries = [process.env.LD_LIBRARY_PATH, folder].filter(Boolean);
  // The bundled system libraries are older than most machines' own: used only where something is missing.
  if (missesLibraries(executablePath)) libraries.push(join(folder, 'al2023', 'lib'));
  return { executablePath, environment: { LD_LIBRARY_PATH: libraries.join(':') } };
}

/** @param {string} executable */
function missesLibraries(executable) {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

/** @returns {Promise<string | undefined>} */
async function playwrightsOwn() {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

/** @returns {string | undefined} */
function systemChromium() {
  const folders = (process.env.PATH ?? '').split(':');
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
  for (const name of names) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  return undefined;
}

/**
 * The browser to test in, in this order: CHROMIUM_PATH, the pinned one out of npm, Playwright's own download,
 * one installed on the system.
 * @returns {Promise<{executablePath: string, environment: Record<string, string>}>}
 */
export async function findBrowser() {
  // Only these fonts are seen by the browser, so that pictures do not depend on what a machine has installed.
  const { module: testing } = await runnerImport(resolve(here, '../../src/testing/fonts.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const fonts = {
    FONTCONFIG_FILE: testing.onlyFonts([resolve(here, '../../node_modules/dejavu-fonts-ttf/ttf')]).FONTCONFIG_FILE,
  };
  if (process.env.CHROMIUM_PATH) return { executablePath: process.env.CHROMIUM_PATH, environment: fonts };
  const pinned = await pinnedChromium();
  if (pinned) return { executablePath: pinned.executablePath, environment: { ...fonts, ...pinned.environment } };
  const other = (await playwrightsOwn()) ?? systemChromium();
  if (other) return { executablePath: other, environment: fonts };
  throw new Error('no browser found: set CHROMIUM_PATH, or run `npx playwright install chromium`');
}
