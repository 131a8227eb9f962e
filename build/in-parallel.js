// Runs npm scripts side by side, as many at a time as there are processors, and prints what each said once it has ended:
//   node build/in-parallel.js typecheck lint:code
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/**
 * @param {string} script
 * @returns {Promise<boolean>} whether it went well
 */
function run(script) {
  const begin = Date.now();
  const child = spawn('npm', ['run', '--silent', script], { shell: process.platform === 'win32' });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  return new Promise((resolve) =>
    child.on('close', (code) => {
      const seconds = Math.round((Date.now() - begin) / 1000);
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${script} (${seconds} s)\n${Buffer.concat(said)}`);
      resolve(code === 0);
    }),
  );
}

const waiting = process.argv.slice(2);
let isFine = true;
await Promise.all(
  Array.from({ length: availableParallelism() }, async () => {
    for (let script = waiting.shift(); script; script = waiting.shift()) isFine = (await run(script)) && isFine;
  }),
);
process.exitCode = isFine ? 0 : 1;
