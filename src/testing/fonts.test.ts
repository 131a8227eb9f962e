import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fontsConf, onlyFonts } from './fonts';

test('a browser is told of the named folders and families and of no others, without hinting', () => {
  const text = fontsConf(['src', 'e2e'], { sans: 'Ours & <theirs>' });
  expect(Array.from(text.matchAll(/<dir>(.*)<\/dir>/g), ([, folder]) => folder)).toEqual([`${process.cwd()}/src`, `${process.cwd()}/e2e`]);
  expect(text).toContain('<family>system-ui</family><prefer><family>Ours &amp; &lt;theirs&gt;</family>');
  expect(text).toContain('<family>monospace</family><prefer><family>DejaVu Sans Mono</family>');
  expect(text).toContain('<edit name="hinting" mode="assign"><bool>false</bool></edit>');
});

test('a folder that does not exist is named', () => {
  expect(() => fontsConf(['src', 'no/such/folder'])).toThrow(/^no folder of fonts: \/.*\/no\/such\/folder \(name folders that exist/);
  expect(() => fontsConf([])).toThrow('none was named');
});

test('the environment for such a browser is this one, with a file that is there', () => {
  const environment = onlyFonts(['src']);
  expect(environment.PATH).toBe(process.env.PATH);
  expect(readFileSync(environment.FONTCONFIG_FILE, 'utf8')).toBe(fontsConf(['src']));
  expect(onlyFonts(['src']).FONTCONFIG_FILE).toBe(environment.FONTCONFIG_FILE);
});
