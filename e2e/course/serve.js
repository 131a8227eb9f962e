// Serves the course page of `pages/` as somebody else would: from an origin of its own, under a strict policy, with the
// components taken from where they are published.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8' };

/**
 * The strictest Content-Security-Policy under which everything works:
 * - `script-src`: the origin of the components, whose chunks and workers come from there too. No inline script, no `eval`.
 * - `worker-src`: a worker's script must be of the page's own origin, so one is made (`blob:`) that imports the components' own.
 *   Without leave for these the CPU engine computes all the same, on the page itself.
 * - `img-src data:`: saving a picture as PNG. A page that does not offer this can do without.
 * - `trusted-types`: the policies of Lit's templates, and of formulas and workers. `'allow-duplicates'` is for a page with two copies of the script.
 * - `style-src`: for the page's own sheet. The elements adopt theirs as objects, which needs no leave.
 * Where an element reads a table from an address, `connect-src` names that too.
 * @param {{components: string, frames: string}} origins
 */
export const policyOf = ({ components, frames }) =>
  `default-src 'none'; script-src ${components}; worker-src blob: ${components}; img-src data:; style-src 'self'; frame-src ${frames}; require-trusted-types-for 'script'; trusted-types lit-html descent-lab 'allow-duplicates'; base-uri 'none'; form-action 'none'`;

/**
 * @typedef {{origin: string, close: () => Promise<void>}} Served
 */

/**
 * Serves the pages twice: for the course, and for the frame in it, which is of another site.
 *
 * @param {string} components the origin that the elements' script is published at
 * @returns {Promise<Served>}
 */
export async function serveCourse(components) {
  const frame = await listen('127.0.0.1', (text) => ({
    text: text.replaceAll('{components}', components),
    policy: policyOf({ components, frames: "'none'" }),
  }));
  const course = await listen('localhost', (text) => ({
    text: text.replaceAll('{components}', components).replaceAll('{frames}', frame.origin),
    policy: policyOf({ components, frames: frame.origin }),
  }));
  return { origin: course.origin, close: async () => void (await Promise.all([frame.close(), course.close()])) };
}

/**
 * @param {string} host
 * @param {(text: string) => {text: string, policy: string}} fill
 * @returns {Promise<Served>}
 */
async function listen(host, fill) {
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://any').pathname.slice(1) || 'index.html';
    // Files beside each other and no folders: there is no way out of here.
    readFile(join(import.meta.dirname, 'pages', name.replaceAll('/', '')), 'utf8').then(
      (file) => {
        const { text, policy } = fill(file);
        response
          .writeHead(200, {
            'content-type': TYPES[extname(name)] ?? 'text/plain',
            'content-security-policy': policy,
            'cache-control': 'no-store',
          })
          .end(text);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, host === 'localhost' ? '127.0.0.1' : host, () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
