import { build, preview, runnerImport } from 'vite';

/**
 * Builds the site as for the public, whatever ran through Vite's development server before, and serves it.
 * @param {number} port
 */
export async function builtSite(port) {
  process.env.NODE_ENV = 'production';
  const { withAdapter } = (await runnerImport('./e2e/browser/launch.ts', { configFile: false, logLevel: 'error' }))
    .module;
  await build({ logLevel: 'error' });
  const site = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port } });
  const address = /** @type {import('node:net').AddressInfo} */ (site.httpServer.address());
  return { withAdapter, port: address.port, close: () => site.close() };
}
