// Other people's projects in a temporary folder, with the packed package installed as they would.
import { execFile, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { runnerImport } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);
const { module: served } = await runnerImport(join(root, 'e2e/package/served.ts'), { configFile: false });

/** A project's commands run as its author would have them: nothing that tells of the tests around them. */
const env = { ...process.env, NODE_ENV: undefined, ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' };

/** The packed package, in a temporary folder in which the projects are made, too. */
export class Packed {
  /** @param {string} folder @param {string} file */
  constructor(folder, file) {
    this.folder = folder;
    this.file = file;
  }

  static async create() {
    const folder = await realpath(await mkdtemp(join(tmpdir(), 'descent-lab-frameworks-')));
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
    });
    const [{ filename }] = JSON.parse(stdout);
    await run('tar', ['-xzf', filename], { cwd: folder });
    return new Packed(folder, join(folder, filename));
  }

  remove() {
    return rm(this.folder, { recursive: true, force: true });
  }
}

/** One project or page. */
export class Project {
  /** @param {Packed} packed @param {string} name @param {import('./rows.js').Row} row */
  constructor(packed, name, { project = name, ...row }) {
    this.packed = packed;
    this.row = row;
    this.source = join(import.meta.dirname, project);
    this.folder = join(packed.folder, name);
    const manifest = join(this.source, 'package.json');
    /** @type {Record<string, string> | undefined} undefined for a page without a project */
    this.scripts = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).scripts : undefined;
  }

  async install() {
    await cp(this.source, this.folder, { recursive: true });
    if (this.scripts)
      await this.#npm('install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', this.packed.file);
    // A page takes the scripts as a teacher does: beside it.
    else await cp(join(this.packed.folder, 'package/dist'), this.folder, { recursive: true });
  }

  /** Runs a script of the project; undefined where it has none of that name. @param {string} script */
  async run(script) {
    if (!this.scripts?.[script]) return undefined;
    return this.#npm('run', script);
  }

  /** @param {...string} parameters */
  async #npm(...parameters) {
    try {
      await run('npm', parameters, { cwd: this.folder, env, maxBuffer: 1e8 });
    } catch (error) {
      throw new Error(`npm ${parameters[0]} ${parameters[1]}:\n${error.stdout}\n${error.stderr}`);
    }
    return true;
  }

  /**
   * Serves what was built.
   *
   * @returns {Promise<{url: string, stop: () => Promise<void>}>}
   */
  async serve() {
    const { folder = '.', headers, server, isOnDisk } = this.row;
    if (isOnDisk)
      return { url: pathToFileURL(join(this.folder, folder, 'index.html')).href, stop: () => Promise.resolve() };
    if (server) return this.#start(server);
    const files = await served.Served.start(join(this.folder, folder), { headers });
    return { url: files.url('index.html'), stop: () => files.stop() };
  }

  /** @param {string} script */
  async #start(script) {
    const probe = await served.Served.start(this.folder);
    const { port } = new URL(probe.url(''));
    await probe.stop();
    // A process group of its own, so that what npm starts ends with it.
    const child = spawn('npm', ['run', script, '--', '--port', port], {
      cwd: this.folder,
      env,
      detached: true,
      stdio: 'ignore',
    });
    const url = `http://localhost:${port}/`;
    const stop = async () => void process.kill(-child.pid);
    for (let tries = 0; ; tries++) {
      try {
        await fetch(url);
        return { url, stop };
      } catch (error) {
        if (tries === 120) {
          await stop();
          throw error;
        }
        await new Promise((after) => setTimeout(after, 500));
      }
    }
  }
}
