// Measures the kernels in the browser: npm run bench [-- starts rounds part ...]; without parts, all of them.
import { chromium } from 'playwright';
import { createServer } from 'vite';

// Enough starts for the few milliseconds around a kernel not to count.
const [starts = '262144', rounds = '7', ...chosen] = process.argv.slice(2);

const inMillions = { unit: 1e6 };

/** What each part measures, by its function in the page, and how it is told. */
const parts = {
  descend: ['measure', print, Number(starts)],
  'short-runs': ['measureShortRuns', printShortRuns],
  population: ['measurePopulation', printPopulation, Number(starts)],
  conv1d: ['measureConv1d', printConv1d],
  factorize: ['measureFactorize', printFactorize],
  ridge: ['measureRidge', printRidge],
  replicas: ['measureReplicas', printReplicas],
};

for (const part of chosen) {
  if (!(part in parts)) throw new Error(`"${part}" is not a part of the benchmark: ${Object.keys(parts).join(', ')}`);
}

const server = await createServer({ logLevel: 'warn', server: { port: 0, hmr: false } });
await server.listen();
const { withAdapter } = await server.ssrLoadModule('e2e/browser/launch.ts');
const browser = await chromium.launch(withAdapter);
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(new URL('e2e/bench/index.html', server.resolvedUrls.local[0]).href);
  await page.waitForFunction(() => 'measure' in window);
  for (const [part, [measure, printPart, ...sizes]] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(part)) continue;
    printPart(
      await page.evaluate(([measure, ...args]) => window[measure](...args), [measure, ...sizes, Number(rounds)]),
    );
  }
} finally {
  await browser.close();
  await server.close();
}

/** @param {import('./page').Measurement} measurement */
function print({ adapter, workers, tasks }) {
  console.log(`${starts} starts, 1000 iterations, ${rounds} rounds in turns; WebGPU: ${adapter}; CPU: ${workers}`);
  console.log("All were seen to find the sheet's outcomes. Million steps per second:");
  for (const { name, share, rows } of tasks) {
    console.log(`\n${name} (the engine made ${(100 * share).toFixed(0)} % of the steps, the rest follows from these)`);
    printRows(rows, ({ stepsPerSecond }) => stepsPerSecond, inMillions);
  }
}

/** @param {import('./short-runs').ShortRunsMeasurement} measurement */
function printShortRuns({ tasks }) {
  console.log('\nShort runs, as while a slider moves, at rate 0.01. Milliseconds:');
  for (const { name, rows } of tasks) {
    console.log(`\n${name}`);
    printRows(rows, ({ milliseconds }) => milliseconds, { isLessBetter: true });
  }
}

/** @param {import('./population').PopulationMeasurement} measurement */
function printPopulation({ tasks }) {
  console.log('\nThe general kernel, 200 iterations; all were seen to converge alike. Million steps per second:');
  for (const { name, rows } of tasks) {
    console.log(`\n${name}`);
    printRows(rows, ({ stepsPerSecond }) => stepsPerSecond, inMillions);
  }
}

/** @param {import('./conv1d').ConvolutionMeasurement} measurement */
function printConv1d({ tasks }) {
  console.log('\nDescent with a convolution; all were seen to lead to the same place. Microseconds per iteration:');
  for (const { length, taps, iterations, rows } of tasks) {
    console.log(`\n${length} numbers, ${taps} taps (${iterations} iterations)`);
    printRows(rows, ({ microseconds }) => microseconds, { isLessBetter: true });
  }
}

/** @param {import('./factorize').FactorizationMeasurement} measurement */
function printFactorize({ epochs, tasks }) {
  console.log(
    `\nMatrix factorization, ${epochs} epochs; all were seen to find the same losses. Million ratings times epochs per second:`,
  );
  for (const { rows, columns, ratings, rank, contestants } of tasks) {
    console.log(`\n${rows} x ${columns} with ${ratings} ratings at rank ${rank}`);
    printRows(contestants, ({ ratingsPerSecond }) => ratingsPerSecond, { ...inMillions, digits: 2 });
  }
}

/** @param {import('./ridge').RidgeMeasurement} measurement */
function printRidge({ tasks }) {
  console.log('\nGrids of trainings; all were seen to find the same weights. Million multiply-adds per second:');
  for (const { rows, columns, runs, contestants } of tasks) {
    console.log(`\n${runs} trainings on ${rows} rows of ${columns} features`);
    printRows(contestants, ({ productsPerSecond }) => productsPerSecond, inMillions);
  }
}

/** @param {import('./replicas').ReplicasMeasurement} measurement */
function printReplicas({ replicas, iterations, contestants }) {
  console.log(
    `\nMinibatch descent of ${replicas} replicas, ${iterations} steps; all were seen to find the same mean. Million steps per second:`,
  );
  printRows(contestants, ({ stepsPerSecond }) => stepsPerSecond, inMillions);
}

/**
 * A line for each contestant: its figures, and how many times better the first one, the engine, is.
 *
 * @template {{ name: string }} Row
 * @param {readonly Row[]} rows
 * @param {(row: Row) => number[]} figuresOf
 */
function printRows(rows, figuresOf, { unit = 1, digits = 1, isLessBetter = false } = {}) {
  console.log(`${'median'.padStart(9)}${'lowest'.padStart(9)}${'highest'.padStart(9)}   engine is`);
  const ours = median(figuresOf(rows[0]));
  for (const row of rows) {
    const sorted = figuresOf(row).toSorted((a, b) => a - b);
    const middle = median(sorted);
    const figures = [middle, sorted[0], sorted.at(-1)].map((figure) => (figure / unit).toFixed(digits).padStart(9));
    const ratio = row === rows[0] ? '' : `${(isLessBetter ? middle / ours : ours / middle).toFixed(2)} x`;
    console.log(`${figures.join('')}   ${ratio.padStart(9)}  ${row.name}`);
  }
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.slice().sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
