import { code, heading, program, table } from '../blocks';
import { math } from '../../formula/tex';
import type { Description } from '../description';
import { membersTable, prose } from '../members-table';
import type { DocsPage } from '../page';

const c = (text: string) => `<code>${text}</code>`;

export const page = ({ contract }: Description): DocsPage => ({
  title: 'For programmers',
  description:
    'The computations, the formulas and the operators without any element: what each takes and gives, in which shape and unit, and what it throws.',
  place: 30,
  lead: `<p>The package is made of ES modules with types. <code>lit</code> and <code>d3</code> stay outside, so that a project has each of them once; the modules below need neither. Every program on this page is run by the tests as it stands here, and what it prints is compared with what it says.</p>`,
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
          [c('descent-lab/engine'), 'The computations: <code>chooseEngine</code>, the tasks and their results.'],
          [c('descent-lab/formula'), 'Formulas: reading, deriving, computing, writing.'],
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
      html: `<p><code>chooseEngine(preference)</code> gives an engine at once and loads nothing until it is asked for something. <code>'cpu'</code> computes in float64 in workers, <code>'webgpu'</code> in float32 on the GPU, and <code>'auto'</code> takes for each task what will be quicker on this machine, as measured. Where the GPU cannot be had, the CPU computes, and <code>notice</code> says why. Devices, workers and measurements are shared by all engines of a page.</p>
<p>Tasks and results are plain data: numbers and typed arrays. Each method takes a task and <code>{signal, onProgress}</code>; the same task on the same engine gives the same result, bit for bit, and every result names its <code>engine</code>. Arrays are laid out flat, with the index that is named first moving slowest. Quantities have no unit: they are the numbers of the formula, and only <code>milliseconds</code> is a time.</p>
${table(
  'Methods of an engine',
  ['Method', 'What it computes', 'What it gives'],
  [
    [
      c('descend(task)'),
      `${math`\theta \leftarrow \theta - \eta f'(\theta)`} from ${math`S`} starts at each of ${math`R`} rates, for ${math`M`} minima`,
      `<code>counts</code>, ${math`R \times (M + 2)`}: converged to each minimum, bounded, diverged; <code>medianIterations</code>; if asked for, <code>histogram</code>, <code>density</code>, and <code>labels</code>, <code>dates</code>, <code>finals</code>, each ${math`R \times S`}`,
    ],
    [c('trace(task)'), 'the iterates themselves, for a few starts', '<code>iterates</code>, frames × starts'],
    [
      c('conv1d(task)'),
      `${math`A x`} or ${math`A' y`}`,
      `<code>output</code>, ${math`n - r + 1`} or ${math`n`} numbers; <code>milliseconds</code> for one application`,
    ],
    [
      c('conv1dDescent(task)'),
      `descent on ${math`\sum h((A x - b)_i) + \frac{\lambda}{2} \abs{x}^2`} at ${math`R`} rates`,
      `<code>losses</code>, ${math`R`} × (iterations + 1); <code>diverged</code>; <code>x</code> and, if asked for, <code>iterates</code> of the first rate`,
    ],
    [
      c('factorize(task)'),
      `${math`R \approx U V'`} by simultaneous updates at each rate`,
      '<code>losses</code> and <code>errors</code>, rates × (epochs + 1); <code>u</code>, rows × k, and <code>v</code>, columns × k, of the best run',
    ],
  ],
)}
${heading(3, 'Batched descent')}
<p>A function of one variable as text, learning rates, and starts: <code>count</code> points between <code>low</code> and <code>high</code>, on a grid or drawn from a seed. A run has converged to a minimum that it ends within <code>tolerance</code> of; it has diverged once it was beyond <code>bound</code>.</p>
${program('descend')}
${heading(3, 'Single runs')}
<p>Beyond 2/f″ = 2 this parabola would throw every start out; at 1.5 each step jumps over the minimum and halves the distance.</p>
${program('trace')}
${heading(3, 'Recovering a signal')}
<p>The matrix is never formed: a task holds the filter’s ${math`r`} taps and the observation of ${math`n - r + 1`} numbers, which together say what ${math`n`} is.</p>
${program('recover')}
${heading(3, 'Factorizing a table')}
<p><code>sparseTable(rows, columns, {rowOf, columnOf, values})</code> sorts known entries as the engines want them. These are the sheet’s numbers.</p>
${program('factorize')}
${heading(3, 'Stopping, progress, errors')}
<p>Aborting the signal rejects the promise with the signal’s reason, within one slice of the work. <code>onProgress</code> is called with the finished fraction, from 0 to 1, never less than before. A task that breaks the contract is refused with a <code>RangeError</code> that names the value. <code>EngineUnavailable</code> and <code>EngineLost</code> say why an engine is unavailable or was lost; with <code>chooseEngine</code> the CPU takes over instead.</p>
${program('options')}`,
    },
    {
      title: 'Formulas',
      html: `<p>A function is written once, as text; its derivatives are symbolic. <code>parseObjective</code> reads a function of one variable (<code>theta</code>, <code>x</code>, <code>t</code> or <code>w</code>) and has <code>value</code>, <code>gradient</code> and <code>curvature</code> as trees; <code>parse</code> reads any formula whose variables are named to it. From a tree, <code>compileScalar</code> makes a function of numbers and <code>compileBlock</code> one for many points at once, both in float64; <code>emitWGSL</code> writes a function for a shader, <code>toMathML</code> markup for a page, <code>toText</code> text that parses again. There is no <code>eval</code> in it. Anything that is not a formula throws a <code>FormulaError</code>, whose <code>position</code> and <code>length</code> say where.</p>
${program('formula')}`,
    },
    {
      title: 'Operators',
      html: `<p>Descent asks two things of a matrix: <code>apply(x)</code>, which takes ${math`n`} numbers and gives ${math`m`}, and <code>transpose.apply(y)</code>, the other way round. <code>Conv1d</code> applies the filter without building its matrix, <code>DenseMatrix</code> has all its entries, <code>operatorOn(engine, taps, n)</code> lets an engine compute, and anything else with these two methods will do. Vectors of another length are refused with a <code>RangeError</code>. <code>norm()</code> is the spectral norm by power iteration, to a relative 10<sup>−10</sup>; <code>normBound()</code> the most that it can be at any length.</p>
${program('operator')}`,
    },
    {
      title: 'Classes of elements',
      html: `<p>Importing <code>descent-lab</code> gives the classes and registers none, so that a project decides on names and moments. Parameters are properties; <code>settled</code> resolves with the result once it is computed and drawn.</p>
${program('register')}
<p>In a project with a bundler, one line registers them all; for React’s types, another one makes them known:</p>
${code("import 'descent-lab/define';\nimport type {} from 'descent-lab/jsx';", 'Program: register all')}`,
    },
    {
      title: 'Tasks and results, field by field',
      id: 'fields',
      html: `<p>A question mark says that a field may be left out, or is there only if it was asked for.</p>
${contract.map(({ name, description, fields }) => `${heading(3, `<code>${name}</code>`, `type-${name}`)}\n<p>${prose(description)}</p>\n${membersTable(`Fields of ${name}`, fields)}`).join('\n')}`,
    },
    {
      title: 'Sources',
      html: `<ul>
<li>Random numbers: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, “Parallel random numbers: as easy as 1, 2, 3”, SC’11 (Threefry-2x32, 20 rounds).</li>
<li>Huber’s loss: P. J. Huber, “Robust estimation of a location parameter”, Annals of Mathematical Statistics 35 (1964), with the bend at 1.</li>
<li>Test signals: D. L. Donoho, I. M. Johnstone, “Ideal spatial adaptation by wavelet shrinkage”, Biometrika 81 (1994).</li>
</ul>`,
    },
  ],
});
