import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/** The fonts that stand for what a style sheet asks of the system. */
export interface FontFamilies {
  /** For `sans-serif` and `system-ui`, and for every name that is not found. */
  sans?: string;
  serif?: string;
  monospace?: string;
}

/**
 * The text of a fontconfig file after which a browser on Linux sees the fonts of these folders and no others, and draws
 * them without hinting and without the colours of a screen's subpixels.
 * @throws {RangeError} if a folder does not exist
 */
export function fontsConf(
  folders: readonly string[],
  { sans = 'DejaVu Sans', serif = 'DejaVu Serif', monospace = 'DejaVu Sans Mono' }: FontFamilies = {},
): string {
  const missing = folders.find((folder) => !existsSync(folder));
  if (folders.length === 0 || missing !== undefined)
    throw new RangeError(
      `no folder of fonts: ${missing === undefined ? 'none was named' : resolve(missing)} (name folders that exist, with fonts in them)`,
    );
  const alias = (name: string, family: string) =>
    `  <alias binding="strong"><family>${name}</family><prefer><family>${escaped(family)}</family></prefer></alias>\n`;
  const assign = (name: string, type: string, value: string) =>
    `    <edit name="${name}" mode="assign"><${type}>${value}</${type}></edit>\n`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${escaped(resolve(folder))}</dir>\n`).join('')}  <cachedir prefix="xdg">descent-lab/fontconfig</cachedir>
${alias('sans-serif', sans)}${alias('system-ui', sans)}${alias('serif', serif)}${alias('monospace', monospace)}  <match target="pattern">
    <edit name="family" mode="append_last"><string>${escaped(sans)}</string></edit>
  </match>
  <match target="font">
${assign('antialias', 'bool', 'true')}${assign('hinting', 'bool', 'false')}${assign('hintstyle', 'const', 'hintnone')}${assign('rgba', 'const', 'none')}  </match>
</fontconfig>
`;
}

/**
 * The environment for a browser that is to see the fonts of these folders alone: this process's own, and a fontconfig
 * file that was written for it. Playwright takes it as `launchOptions.env`. Fontconfig is Linux's: elsewhere this changes nothing.
 */
export function onlyFonts(folders: readonly string[], families?: FontFamilies): Record<string, string> {
  const text = fontsConf(folders, families);
  const folder = join(tmpdir(), `descent-lab-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `fonts-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.conf`);
  // Written aside and renamed: another process may be reading it.
  writeFileSync(`${file}.${process.pid}`, text);
  renameSync(`${file}.${process.pid}`, file);
  return { ...(process.env as Record<string, string>), FONTCONFIG_FILE: file };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
