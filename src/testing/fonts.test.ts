import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { fontsConf, onlyFonts } from './fonts';

afterEach(() => vi.unstubAllEnvs());

test('a browser is told of the named folders and families and of no others, without hinting', () => {
  const text = fontsConf(['src', 'e2e'], { sans: 'Ours & <theirs>' });
  expect(Array.from(text.matchAll(/<dir>(.*)<\/dir>/g), ([, folder]) => folder)).toEqual([
    `${process.cwd()}/src`,
    `${process.cwd()}/e2e`,
  ]);
  expect(text).not.toContain('<include');
  const ours = 'Ours &amp; &lt;theirs&gt;';
  expect(
    Array.from(text.matchAll(/<family>(.*)<\/family><prefer><family>(.*)<\/family>/g), ([, name, family]) => [
      name,
      family,
    ]),
  ).toEqual([
    ['sans-serif', ours],
    ['system-ui', ours],
    ['serif', 'DejaVu Serif'],
    ['monospace', 'DejaVu Sans Mono'],
  ]);
  // For every name that is not found.
  expect(text).toContain(
    `<match target="pattern">\n    <edit name="family" mode="append_last"><string>${ours}</string></edit>`,
  );
  expect(
    Array.from(
      text.matchAll(/<edit name="(\w+)" mode="assign"><\w+>(\w+)</g),
      ([, name, value]) => `${name}: ${value}`,
    ),
  ).toEqual(['antialias: true', 'hinting: false', 'hintstyle: hintnone', 'rgba: none']);
});

test('a folder that does not exist is named', () => {
  expect(() => fontsConf(['src', 'no/such/folder'])).toThrow(
    /^no folder of fonts: \/.*\/no\/such\/folder \(name folders that exist/,
  );
  expect(() => fontsConf([])).toThrow('none was named');
});

test('the environment for such a browser is this one, with a file that is there', () => {
  // None that an earlier run left there.
  const folder = mkdtempSync(join(tmpdir(), 'descent-lab-'));
  vi.stubEnv('TMPDIR', folder);
  const environment = onlyFonts(['src']);
  expect(environment.FONTCONFIG_FILE).toContain(folder);
  expect(environment.PATH).toBe(process.env.PATH);
  expect(readFileSync(environment.FONTCONFIG_FILE, 'utf8')).toBe(fontsConf(['src']));
  expect(onlyFonts(['src']).FONTCONFIG_FILE).toBe(environment.FONTCONFIG_FILE);
  rmSync(folder, { recursive: true });
});
