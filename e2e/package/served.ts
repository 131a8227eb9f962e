import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A folder on an origin of its own, and an account of what was fetched from it: by pages, workers and all. */
export class Served {
  readonly fetched: string[] = [];
  /** What was asked for and is not there. */
  readonly missing: string[] = [];

  private constructor(
    readonly folder: string,
    private readonly server: Server,
    /** Pages that are in no file, by path. */
    private readonly pages: Record<string, string>,
  ) {}

  static async start(
    folder: string,
    { pages = {}, headers = {} }: { pages?: Record<string, string>; headers?: Record<string, string> } = {},
  ): Promise<Served> {
    const server = createServer(async ({ url }, response) => {
      const path = new URL(url!, 'http://localhost').pathname.slice(1);
      if (path !== 'favicon.ico') served.fetched.push(path);
      try {
        const body = pages[path] ?? (await readFile(join(folder, path)));
        response
          .writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', ...headers })
          .end(body);
      } catch {
        if (path !== 'favicon.ico') served.missing.push(path);
        response.writeHead(path === 'favicon.ico' ? 204 : 404).end();
      }
    });
    const served = new Served(folder, server, pages);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return served;
  }

  url(path: string): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/${path}`;
  }

  /** The scripts that were fetched, each once, with the bytes that gzip makes of them. */
  async scripts(): Promise<Map<string, number>> {
    const names = [...new Set(this.fetched)].filter((path) => path.endsWith('.js'));
    return new Map(
      await Promise.all(
        names.map(
          async (path) =>
            [
              path,
              gzipSync(this.pages[path] ?? (await readFile(join(this.folder, path))), { level: 9 }).length,
            ] as const,
        ),
      ),
    );
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
