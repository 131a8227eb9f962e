// `npm run generate`: the sources are TypeScript, and Node 20 reads none, so Vite runs them.
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./generate.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
for (const path of await module.generate()) console.log(`wrote ${path}`);
