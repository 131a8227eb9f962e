// Installs the built package in other people's projects, builds and opens them: npm run test:frameworks [-- row ...]
// It needs the network, once for each version; `npm run build` comes before. Exits with 1 where something does not hold.
import { chromium } from 'playwright';
import { runnerImport } from 'vite';
import { look } from './look.js';
import { Packed, Project } from './project.js';
import { rows } from './rows.js';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in rows));
if (unknown.length > 0)
  throw new Error(`no such row: ${unknown.join(', ')} (there are ${Object.keys(rows).join(', ')})`);

/** The most that a page's layout may shift to count as steady. */
const STEADY = 0.1;

const { module: launch } = await runnerImport(new URL('../browser/launch.ts', import.meta.url).pathname, {
  configFile: false,
});
const packed = await Packed.create();
const browser = await chromium.launch(launch.withAdapter);
/** @type {Record<string, string>[]} */
const table = [];
/** What went wrong, by row. @type {Map<string, string[]>} */
const troubles = new Map();
try {
  for (const name of asked.length > 0 ? asked : Object.keys(rows)) {
    console.log(`${name} …`);
    const { line, wrong } = await tryOut(name);
    table.push(line);
    if (wrong.length > 0) troubles.set(name, wrong);
  }
} finally {
  await browser.close();
  if (process.env.KEEP) console.log(`kept: ${packed.folder}`);
  else await packed.remove();
}
print(table);
for (const [name, wrong] of troubles) console.log(`\n${name}:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
process.exitCode = troubles.size > 0 ? 1 : 0;

/** @param {string} name */
async function tryOut(name) {
  const row = rows[name];
  const project = new Project(packed, name, row);
  /** @type {string[]} */
  const wrong = [];
  const step = async (what) => {
    try {
      return (await what()) ? 'yes' : '-';
    } catch (error) {
      wrong.push(error.message);
      return 'NO';
    }
  };
  await project.install();
  const builds = row.server === 'dev' ? '-' : await step(() => project.run(row.build ?? 'build'));
  const types = await step(() => project.run('types'));
  const line = { what: row.title, builds, types };
  if (builds === 'NO') return { line, wrong };
  const server = await project.serve();
  try {
    const { state, isAsked, engine, workers, gpu, events, shift, errors } = await look(browser, server.url);
    const held = (name, holds) => {
      if (!holds) wrong.push(name);
      return holds ? 'yes' : 'NO';
    };
    wrong.push(...errors);
    return {
      line: {
        ...line,
        renders: held('it is not drawn as asked for', state === 'done' && isAsked),
        engine: engine ?? '-',
        events: events === undefined ? '-' : held('no event was heard', events),
        workers: held('no worker', workers),
        GPU: held('no GPU', gpu),
        errors: String(errors.length),
        CLS: shift.toFixed(3) + (held(`its layout shifts by ${shift}`, shift < STEADY) === 'yes' ? '' : ' NO'),
      },
      wrong,
    };
  } catch (error) {
    wrong.push(error.message);
    return { line: { ...line, renders: 'NO' }, wrong };
  } finally {
    await server.stop();
  }
}

/** @param {Record<string, string>[]} lines */
function print(lines) {
  const columns = ['what', 'builds', 'types', 'renders', 'engine', 'events', 'workers', 'GPU', 'errors', 'CLS'];
  const cells = [columns, ...lines.map((line) => columns.map((column) => line[column] ?? ''))];
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => row[i].length)));
  for (const row of cells)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    );
}
