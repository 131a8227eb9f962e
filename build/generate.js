// `npm run generate`, or with --check only a look at whether that would change anything. The sources are TypeScript, and Node 20 reads none, so Vite runs them.
import { runnerImport } from 'vite';

const { module } = await runnerImport(new URL('./generate.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
});
if (process.argv.includes('--check')) await module.check();
else for (const path of await module.generate()) console.log(`wrote ${path}`);
