import { smallestSpan } from '../../charts/kit/zoom-window';
import { experiment } from '../../experiments/wide-minima/experiment';
import { startAt } from '../../math/starts';
import { live, program, table } from '../blocks';
import { LABELLED } from '../labelled';
import { largestDistance, partsAt, printedFormFailsFrom, spacing, stableSlope, toFloat32, toFloat64 } from '../float32';
import { math, prose } from '../../formula/tex';
import { objective } from '../objective';
import type { DocsPage, Html } from '../page';

const sheet = experiment.parameters[0].default as string;

/** A number with a few digits, in the way that texts write it. */
function n(value: number, digits = 3): Html {
  const size = Math.abs(value);
  if (size >= 100 && size < 1e6) return Number(value.toPrecision(digits)).toLocaleString('en');
  if (size >= 1e-4 && size < 100) return value.toPrecision(digits).replace('-', '−');
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  return `${Number(mantissa)} × 10<sup>${exponent.replace('+', '').replace('-', '−')}</sup>`;
}

const WIDE = 10;
const PICTURE = { theta: 1000, rate: 400 };
const deepest = {
  theta: smallestSpan('linear', [WIDE, WIDE], PICTURE.theta),
  logRate: smallestSpan('log', [1, 1], PICTURE.rate),
};
const HOME = 25;
const RUNS = [
  { start: 2, rate: 0.01 },
  { start: 2, rate: 0.05 },
  { start: 2, rate: 0.104 },
  { start: 2, rate: 0.3 },
  { start: 7.3, rate: 1.5 },
];
const STEPS = 1000;
const APART = 0.1;
const farthest = Math.max(
  ...RUNS.filter(({ start, rate }) => partsAt(start, rate, STEPS, APART) === null).map(({ start, rate }) =>
    largestDistance(start, rate, STEPS),
  ),
);
const FAILS32 = printedFormFailsFrom(toFloat32, 3, 40, 0.001);
const FAILS64 = printedFormFailsFrom(toFloat64, 3, 300, 0.001);
const STARTS = { sampling: 'random', count: 3, low: -5, high: 20, seed: 1 } as const;

export const page: DocsPage = {
  title: 'Floating-point limits',
  description: 'What 32-bit and 64-bit floating point can and cannot show in these pictures.',
  place: 40,
  lead: prose`The engine on the GPU computes in float32, the format that every GPU has; the engine on the CPU in float64. Usually you cannot tell which one was used. This page shows where you can. Its figures are computed when the page is made, or while you look.`,
  sections: [
    {
      title: 'Two formats',
      html: prose`
A floating-point number has a fixed number of binary digits, so the gap to the next number, the spacing, grows with its size.

${table(
  'The two formats',
  ['Quantity', 'float32', 'float64'],
  [
    ['binary digits', '24', '53'],
    ['decimal digits, about', n(24 * Math.log10(2), 2), n(53 * Math.log10(2), 2)],
    ['spacing of numbers from 1 to 2', n(spacing(1, 23)), n(spacing(1, 52))],
    [`spacing near the wide minimum, ${math`\theta = 10`}`, n(spacing(WIDE, 23)), n(spacing(WIDE, 52))],
    ['largest number', n((2 - 2 ** -23) * 2 ** 127), n(Number.MAX_VALUE)],
    [
      `${math`\exp(u)`} is finite up to ${math`u`} about`,
      n(Math.log((2 - 2 ** -23) * 2 ** 127), 4),
      n(Math.log(Number.MAX_VALUE), 5),
    ],
  ],
)}

The learning rates, starts and minima of the sheet are far from both ends of these ranges. What matters is the spacing, and what happens to rounding errors from step to step.
`,
    },
    {
      title: 'How deep one can zoom',
      html: prose`
The basins show one run for every pixel. Once neighbouring pixels have the same float32 number for a start, they show the same run. Near $\theta = 10$ a picture that is ${PICTURE.theta} pixels wide has two numbers for each pixel down to a width of ${n(deepest.theta)}; against the whole, which is ${HOME} wide, that is a zoom of ${n(HOME / deepest.theta, 2)} times. For the learning rate it is a factor of ${n(Math.exp(deepest.logRate), 6)} from the lowest row of ${PICTURE.rate} to the highest. There the zoom stops, on both engines, so that a picture does not depend on which one computed it.

In float64 the same picture could be ${n(spacing(WIDE, 23) / spacing(WIDE, 52))} times deeper: 2 to the power of 29.
`,
    },
    {
      title: 'Where a run comes to rest',
      html: prose`Near a minimum the slope is a small difference of large terms, and its error is that of the terms. A run rests when a step is less than half a spacing. In float32 that is some millionths from the minimum: among the runs below that stay together, the two formats are never further apart than ${n(farthest, 2)}. A run counts as converged within 0.001, ${n(0.001 / farthest, 2)} times as much; a tolerance below that distance would count rounding.`,
    },
    {
      title: 'Stable forms',
      html: prose`
The sheet prints its function as a quotient of exponentials:

$$f(\theta) = \frac{10 \theta^2 + \exp(3 (\theta - 3)) ((\theta - 10)^2 / 2 + 50)}{1 + \exp(3 (\theta - 3))}$$

By the quotient rule, the numerator and the denominator of its slope contain the square of that exponential. In float32 the slope ceases to be a finite number at $\theta$ = ${n(FAILS32, 4)}, inside the range of the starts, which ends at 20. In float64 the same happens at ${n(FAILS64, 4)}. The function itself is harmless: at ${n(FAILS32, 4)} its slope is ${n(stableSlope(FAILS32), 4)}. So it is the form that must change. With $\sigma(u) = 1 / (1 + \exp(-u))$ the same function is

${objective(sheet)}

where each sigmoid lies between 0 and 1, whatever becomes of the exponential in it, and so do the factors of its derivatives. Shaders get exponents that are limited besides. They may not test for infinities, as WGSL allows a compiler to assume that there are none: a run has diverged once its iterate is beyond a finite bound, long before anything overflows.
`,
    },
    {
      title: 'Where the formats part ways',
      html: prose`
In one step an error $e_k$ of the iterate becomes, to first order,

$$e_{k + 1} \approx (1 - \eta f''(\theta_k)) e_k$$

and a new rounding error is added. On the way into a stable minimum the factors are below one and errors die away. In chaos, and where a run leaps from wall to wall, they are above one on average, and an error of the last binary digit grows until it is as large as the value itself. Here one descent of the sheet’s function is computed twice, with all digits of float64 and with iterates rounded to float32:

${table(
  'Two descents from one start',
  ['Rate', 'Start', `Apart in ${STEPS} steps by at most`, `Apart by more than ${APART} from step`],
  RUNS.map(({ start, rate }) => {
    const parts = partsAt(start, rate, STEPS, APART);
    return [
      String(rate),
      String(start),
      parts === null ? n(largestDistance(start, rate, STEPS), 2) : 'as far as the run goes',
      parts === null ? 'never' : String(parts),
    ];
  }),
)}

So whole trajectories cannot be compared between engines in chaos, nor near the border of two basins, where a rounding decides between minima; nor does either engine have the true ones there. What can be compared is one step, outcomes away from borders, distances to a minimum, and shares of a population. The program below does that here, with all starts and rates alike. At a rate of 0.104 a quarter of the runs is in chaos around the sharp minimum: their outcomes agree, their places do not.

<button type="button" id="compare">Compare the engines</button> <span id="compared" role="status">Not compared yet.</span>

${program('compare')}

<script type="module" src="/src/docs/examples/compare.ts"></script>
`,
    },
    {
      title: 'Populations with other optimizers',
      html: prose`
Plain descent of one variable at a constant rate has a kernel of its own, \`descend\`. Everything else, with an optimizer, a schedule or two variables, is computed by \`population\`: every start at every learning rate makes $K$ steps, $\theta_{k+1} = \theta_k - \eta_k s_k$ for $k$ from 0, and 128 more with $k$ held at the last step's, by which it is judged. With $g_k$ for the gradient, the steps $s_k$ are those of PyTorch:

${table(
  'The steps of the optimizers',
  ['Optimizer', 'Kept, all 0 at first', 'Step'],
  [
    ['<code>gd</code>', '', math`g_k`],
    ['<code>momentum β</code>', math`v \leftarrow \beta v + g_k`, math`v`],
    ['<code>nesterov β</code>', math`v \leftarrow \beta v + g_k`, math`g_k + \beta v`],
    ['<code>adagrad</code>', math`q \leftarrow q + g_k^2`, math`g_k / (\sqrt{q} + 10^{-10})`],
    ['<code>rmsprop ρ</code>', math`q \leftarrow \rho q + (1 - \rho) g_k^2`, math`g_k / (\sqrt{q} + 10^{-8})`],
    [
      '<code>adam β₁ β₂</code>',
      `${math`m \leftarrow \beta_1 m + (1 - \beta_1) g_k`}, ${math`q \leftarrow \beta_2 q + (1 - \beta_2) g_k^2`}`,
      math`\hat m / (\sqrt{\hat q} + 10^{-8})`,
    ],
  ],
)}

where $\hat m = m / (1 - \beta_1^{k+1})$ and $\hat q = q / (1 - \beta_2^{k+1})$ are free of the bias of their start at 0. Momentum is not damped, and the small numbers stand outside of the roots.

Below, ${LABELLED.starts.toLocaleString('en')} starts on an even grid from −5 to 20 make ${LABELLED.iterations.toLocaleString('en')} steps each on the sheet’s function, once in float32 on the GPU and once in float64, and the labels, what became of each run, are compared; a run has converged within 0.001 of a minimum. These figures were measured once, with ${LABELLED.adapter}.

${table(
  'Labels in float32 and in float64',
  ['Optimizer', 'Rate', 'What became of the runs in float64', 'Other label in float32'],
  LABELLED.rows.map(({ optimizer, rate, ends, different }) => [
    `<code>${optimizer}</code>`,
    String(rate),
    ends,
    different === 0 ? 'none' : `${different.toLocaleString('en')}, ${n((100 * different) / LABELLED.starts, 2)} %`,
  ]),
)}

Where runs settle by a margin, all labels agree, with every optimizer. They differ for three reasons.

- **An edge**: a run ends next to a border, of two basins or of the tolerance, and the last digits put it on one side or the other. That is one start in ten thousand or less, such as the four of Adam’s at 0.02, which come within 0.001 of the minimum just then.
- **Chaos**: at 0.3 momentum throws runs from wall to wall, and some of them into the wide minimum; which ones, rounding decides. As many labels turn one way (3,222 from wandering to the wide minimum) as the other (3,237), so the shares of the population agree to 0.1 %, while one label in nine does not. Plain descent at 0.104 is as chaotic, but its chaos holds runs: only whether a few, on their way out from the sharp minimum just then, seem to leave for good differs. Long cycles, into which chaos in float32 falls, are no outcome: a run beside one does not stay.
- **RMSprop forgets.** In a minimum the slopes shrink, and with them their mean square, until it is as small as the rounding error of a slope. Then a step is as long as the rate again and throws the run out. At 0.02, a run whose slope becomes exactly 0 stays in the minimum, and any other jumps by half a rate about it: whether the slope does is a matter of rounding.

An element that was computed in float32 offers to compare a sample of its own runs: “Check in float64”, in the line about the engine, computes up to 1,000 of them again on the CPU, and says how many end differently. In a program, \`audit\` of \`descent-lab/engine\` does that for a task of \`population\`.
`,
    },
    {
      title: 'Sums and transposes',
      html: prose`
Adding up many numbers rounds many times. Every engine adds in an order that depends on the task alone, so a result repeats bit for bit; another engine has another order. The identity $\langle A x, y \rangle = \langle x, A' y \rangle$ shows how much that is: it holds exactly for numbers, and up to rounding for programs. The last line of each picture has the difference; where there is no GPU, both are computed on the CPU, and say so.

${live({ title: 'The identity in float32', text: 'On the GPU, in float32:', html: '<gd-conv1d engine="webgpu" length="4096" views="operator" controls="none"></gd-conv1d>' })}

${live({ title: 'The identity in float64', text: 'On the CPU, in float64:', html: '<gd-conv1d engine="cpu" length="4096" views="operator" controls="none"></gd-conv1d>' })}
`,
    },
    {
      title: 'Random numbers',
      html: prose`Starts, noise and first factors are drawn by Threefry (Salmon, Moraes, Dror and Shaw, 2011), which makes each number from the seed and its place in the stream: number one million needs none before it, so every thread of a GPU draws its own. It only adds, rotates and combines 32-bit words, and no format of numbers enters into it; on both engines the words are the same, bit for bit. Of each word the upper 24 bits are kept, which either format holds exactly, and the start is made from them with each operation rounded to float32. The first three of seed 1, from −5 to 20, are ${Array.from({ length: STARTS.count }, (_, i) => n(startAt(STARTS, i), 9)).join(', ')}, wherever they are drawn.`,
    },
    {
      title: 'Pictures that are compared',
      html: prose`Arithmetic in float64 is defined to the last bit, and a browser computes it in the same way on every machine. GPUs round divisions and exponentials differently, and a software adapter compiles for the processor that it finds. Tests that compare pictures bit for bit therefore ask for \`engine="cpu"\`; what the GPU computes is compared as numbers, with tolerances that are derived: one rounding of float32 is at most ${n(2 ** -24)} of a number, and the rest follows from the formula above.`,
    },
  ],
};
