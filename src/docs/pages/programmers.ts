import { code, heading, program, table } from '../blocks';
import { math, prose } from '../../formula/tex';
import type { Description } from '../description';
import { commentAsHtml, membersTable } from '../members-table';
import type { DocsPage } from '../page';

const c = (text: string) => `<code>${text}</code>`;

export const page = ({ contract }: Description): DocsPage => ({
  title: 'For programmers',
  description:
    'The computations, the formulas and the operators without any element: what each takes and gives, in which shape and unit, and what it throws.',
  place: 30,
  lead: prose`The package is made of ES modules with types. \`lit\`, \`d3\` and \`ml-matrix\` stay outside, so that a project has each of them once; the modules below need none of them. Every program on this page is run by the tests as it stands here, and what it prints is compared with what it says.`,
  sections: [
    {
      title: 'What to import',
      html: table(
        'Entries of the package',
        ['Import', 'What it is'],
        [
          [c('descent-lab'), 'The classes of the elements, and all that follows; importing it registers nothing.'],
          [
            c('descent-lab/define'),
            'Registers every element. <code>descent-lab/define/gd-wide-minima</code> registers one.',
          ],
          [c('descent-lab/engine'), 'The computations with their tasks and results, and <code>chooseEngine</code>.'],
          [c('descent-lab/formula'), 'Formulas: reading, differentiating, evaluating, writing.'],
          [c('descent-lab/operators'), 'Linear operators, and descent over them.'],
          [
            c('descent-lab/testing'),
            'For tests with Playwright: see <a href="testing.html">Reproducible screenshots</a>.',
          ],
          [c('descent-lab/jsx'), 'Types of the elements for React’s JSX.'],
          [
            c('descent-lab/custom-elements.json'),
            'The manifest of the elements; <code>descent-lab/html-custom-data.json</code> is for editors.',
          ],
        ],
      ),
    },
    {
      title: 'An engine',
      html: prose`
\`chooseEngine(preference)\` returns an engine at once and loads nothing until the first task. \`'cpu'\` computes in float64 in workers, \`'webgpu'\` in float32 on the GPU, and \`'auto'\` takes for each task what will be quicker on this machine, as measured. Where the GPU cannot be had, the CPU computes, and \`notice\` says why. Devices, workers and measurements are shared by all engines of a page.

Tasks and results are plain data: numbers and typed arrays. \`engine.run(computation, task, {signal, onProgress})\` checks the task once and computes it; the same task on the same engine gives the same result, bit for bit, and every result names its \`engine\`. Arrays are laid out flat, with the index that is named first moving slowest. Quantities have no unit: they are the numbers of the formula, and only \`milliseconds\` is a time.

${table(
  'Computations',
  ['Computation', 'What it computes', 'What it gives'],
  [
    [
      c('descend'),
      `${math`\theta \leftarrow \theta - \eta f'(\theta)`} from ${math`S`} starts at each of ${math`R`} rates, for ${math`M`} minima`,
      `<code>endings</code>, what can become of a run: the first ${math`M`} converge to the minima; <code>counts</code>, ${math`R`} × endings, which <code>outcomesAt</code> and <code>endingsAt</code> read by name; <code>medianIterations</code>; if asked for, <code>histogram</code>, <code>density</code>, and <code>labels</code>, <code>dates</code>, <code>finals</code>, each ${math`R \times S`}`,
    ],
    [c('trace'), 'the iterates themselves, for a few starts', '<code>iterates</code>, frames × starts'],
    [
      c('conv1d'),
      `${math`A x`} or ${math`A' y`}`,
      `<code>output</code>, ${math`n - r + 1`} or ${math`n`} numbers; <code>milliseconds</code> for one application`,
    ],
    [
      c('conv1dDescent'),
      `descent on ${math`\sum h((A x - b)_i) + \frac{\lambda}{2} \abs{x}^2`} at ${math`R`} rates`,
      `<code>losses</code>, ${math`R`} × (iterations + 1); <code>diverged</code>; <code>x</code> and, if asked for, <code>iterates</code> of the first rate`,
    ],
    [
      c('factorize'),
      `${math`R \approx U V'`} by simultaneous updates at each rate`,
      '<code>losses</code> and <code>errors</code>, rates × (epochs + 1); <code>u</code>, rows × k, and <code>v</code>, columns × k, of the best run',
    ],
  ],
)}

${heading(3, 'Batched descent')}

A function of one variable as text, learning rates, and starts: \`count\` points between \`low\` and \`high\`, on a grid or drawn from a seed. A run has converged to a minimum that it ends within \`tolerance\` of; it has diverged once it was beyond \`bound\`.

${program('descend')}

${heading(3, 'Single runs')}

Above 2/f″ = 2 every run on this parabola would diverge; at 1.5 each step jumps over the minimum and halves the distance.

${program('trace')}

${heading(3, 'Recovering a signal')}

The matrix is never formed: a task holds the filter’s $r$ taps and the observation of $n - r + 1$ numbers, which together say what $n$ is.

${program('recover')}

${heading(3, 'Factorizing a table')}

\`sparseTable(rows, columns, {rowOf, columnOf, values})\` sorts known entries as the engines want them. These are the sheet’s numbers.

${program('factorize')}

${heading(3, 'Stopping, progress, errors')}

Aborting the signal rejects the promise with the signal’s reason, within one slice of the work. \`onProgress\` is called with the finished fraction, from 0 to 1, never less than before. A task that breaks the contract is refused with a \`RangeError\` that names the value. \`EngineUnavailable\` and \`EngineLost\` say why an engine is unavailable or was lost; with \`chooseEngine\` the CPU takes over instead.

${program('options')}
`,
    },
    {
      title: 'Formulas',
      html: prose`
A function is written once, as text; its derivatives are symbolic. \`parseObjective\` reads a function of one variable (\`theta\`, \`x\` or any other letter) as people write it and has \`value\`, \`gradient\` and \`curvature\` as trees, and \`notes\` that say how it is read where it could be read otherwise; \`parse\` reads any formula whose variables are named to it. From a tree, \`compileScalar\` makes a function of numbers and \`compileBlock\` one for many points at once, both in float64; \`emitWGSL\` writes a function for a shader, \`toMathML\` markup for a page, \`toText\` text that parses again. Nothing uses \`eval\`. Anything that is not a formula throws a \`FormulaError\`, whose \`position\` and \`length\` say where.

${program('formula')}
`,
    },
    {
      title: 'Operators',
      html: prose`
Descent asks two things of a matrix: \`apply(x)\`, which takes $n$ numbers and gives $m$, and \`transpose.apply(y)\`, the other way round. \`Conv1d\` applies the filter without building its matrix, \`DenseMatrix\` has all its entries, \`operatorOn(engine, taps, n)\` lets an engine compute, and anything else with these two methods will do. Vectors of another length are refused with a \`RangeError\`. \`norm()\` is the spectral norm by power iteration, to a relative 10<sup>−10</sup>; \`normBound()\` the most that it can be at any length.

${program('operator')}
`,
    },
    {
      title: 'Classes of elements',
      html: prose`
Importing \`descent-lab\` gives the classes and registers none, so that a project decides when, and under which names. Parameters are properties: \`undefined\` and \`null\` stand for the default, as a missing attribute does, and a number, where a list is taken, for a list of one. \`settled\` resolves with the result once it is computed and drawn; it rejects with the error where that cannot be, and with an \`AbortError\` after \`cancel()\`, or when the element has been out of the page for a second. A copy (\`cloneNode\`) has the attributes, and not what was set as a property.

${program('register')}

In a project with a bundler, one line registers them all; for React’s types, another one makes them known:

${code("import 'descent-lab/define';\nimport type {} from 'descent-lab/jsx';", 'Program: register all')}
`,
    },
    {
      title: 'Tasks and results, field by field',
      id: 'fields',
      html: prose`
A question mark says that a field may be left out, or is there only if it was asked for.

${contract.map(({ name, description, fields }) => `${heading(3, `<code>${name}</code>`, `type-${name}`)}\n<p>${commentAsHtml(description)}</p>\n${membersTable(`Fields of ${name}`, fields)}`).join('\n')}
`,
    },
    {
      title: 'Sources',
      html: prose`
- Random numbers: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, “Parallel random numbers: as easy as 1, 2, 3”, SC’11 (Threefry-2x32, 20 rounds).
- Huber’s loss: P. J. Huber, “Robust estimation of a location parameter”, Annals of Mathematical Statistics 35 (1964), with the bend at 1.
- Test signals: D. L. Donoho, I. M. Johnstone, “Ideal spatial adaptation by wavelet shrinkage”, Biometrika 81 (1994).
`,
    },
  ],
});
