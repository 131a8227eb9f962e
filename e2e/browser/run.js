// Runs a command with the test browser found, unpacked and named in the environment:
//   node e2e/browser/run.js vitest run
import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { findBrowser } from './find-browser.js';

const [command, ...parameters] = process.argv.slice(2);
const { executablePath, environment } = await findBrowser();
const child = spawn(command, parameters, {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...environment,
    CHROMIUM_EXECUTABLE: executablePath,
    PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
  },
});
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
