import * as kit from '../../charts/kit';
import { edgeLaw, factorsAt, measuredExponent } from './problem';
import { format, leastWords, PHI, PROJECTION, type Picture } from './shown';
import { say } from './words';

/** Nearer than this is a rounding of the weight. */
const NEAREST = 1e-16;

/** The distance to the minimum that descent comes nearest to, against its law: a power of k at the edge, a power of a factor inside. */
export const boundary: kit.Chart<Picture> = {
  draw(container, data) {
    const { problem, steps, onStep } = data;
    const { parameters, distances, result } = problem;
    const { iterations, learningRate } = parameters;
    const target = problem.reached!;
    const law = data.hidesAnswers ? undefined : edgeLaw(problem);
    const near = data.hidesAnswers ? undefined : factorsAt(problem, learningRate);
    // At a rate at which nothing settles there the factor says nothing of where the run is.
    const factors = near && Math.abs(near.phi) < 1 ? near : undefined;
    const isEdge = target.onBoundary;
    const projection = result.projected.map((theta) => Math.abs(theta - target.theta));
    const seen = [...distances, ...projection].filter((distance) => distance > NEAREST);
    const [low, high] = [Math.min(...seen), Math.max(...seen)];
    const root = kit.chartRoot(container);
    kit.drawKey(root, {
      entries: [
        { label: say('throughPhi'), color: PHI, look: 'gd-heavy' },
        { label: say('byProjection'), color: PROJECTION, look: '' },
        ...(law || factors ? [{ label: say('predicted'), color: '--gd-text', look: 'gd-dashed' }] : []),
      ],
    });
    const first = isEdge ? 1 : 0;
    const lawWords = say(target.slope !== 0 ? 'lawSlope' : 'lawCurvature');
    const frame = kit.cartesian(root, {
      width: data.width,
      height: [230, 0.4, 340],
      x: { domain: [first, Math.max(2, iterations)], scale: isEdge ? 'log' : 'linear', title: 'k →' },
      y: {
        domain: [low / 1.5, high * 1.5],
        scale: 'log',
        title: say('distance', { theta: format(target.theta) }),
        grid: true,
      },
      note: law
        ? say('edgeNote', { law: lawWords })
        : factors
          ? say('factorNote', { factor: format(Math.abs(factors.phi)) })
          : '',
      summary: boundary.summarize(data),
    });
    const k = Array.from({ length: iterations + 1 - first }, (_, i) => i + first);
    const anchor = Math.min(distances.length - 1, Math.round(iterations / 2));
    const dashed = law ?? (factors && ((k: number) => distances[anchor] * Math.abs(factors.phi) ** (k - anchor)));
    const over = (values: readonly number[]) => k.map((k) => (values[k] > NEAREST ? values[k] : NaN));
    const toK = (px: number) => Math.round(frame.x.invert(px)) - first;
    frame.draw(
      [
        kit.line({ name: 'gd-projected', x: k, y: over(projection), length: k.length, color: PROJECTION }),
        kit.line({ name: 'gd-distance', x: k, y: over(distances), length: k.length, color: PHI, look: 'gd-heavy' }),
        kit.line({
          name: 'gd-law',
          x: k,
          y: (i) => dashed?.(k[i]) ?? NaN,
          length: dashed ? k.length : 0,
          color: '--gd-text',
          look: 'gd-dashed',
        }),
        kit.rule({ name: 'gd-marked', x: steps < iterations ? [Math.max(first, steps)] : [], look: 'gd-hair' }),
      ],
      kit.scrub({
        name: say('readDistance'),
        last: k.length - 1,
        initial: Math.max(0, Math.min(steps, iterations) - first),
        at: toK,
        value: (i) => k[Math.round(i)],
        read: (i) => {
          const at = k[Math.round(i)];
          const line = (run: string, distance: number | undefined, ink: string) =>
            distance === undefined
              ? []
              : [{ text: say('atIteration', { run, distance: format(distance) }), color: kit.color(ink) }];
          return {
            x: frame.x(at),
            lines: [
              { text: `k = ${at}` },
              ...line(say('throughPhi'), distances[at], PHI),
              ...line(say('byProjection'), projection[at], PROJECTION),
              ...line(say('predicted'), dashed?.(at), '--gd-text'),
            ],
          };
        },
        pick: onStep && ((i) => onStep(k[Math.round(i)])),
      }),
    );
  },
  summarize({ problem, hidesAnswers }) {
    const { distances, reached, parameters } = problem;
    if (!reached) return leastWords(problem);
    const last = distances.length - 1;
    const words = { steps: last, distance: format(distances[last]), theta: format(reached.theta) };
    if (hidesAnswers) return say('distanceWords', words);
    const factors = factorsAt(problem, parameters.learningRate);
    if (factors)
      return say('insideWords', { ...words, phi: format(factors.phi), projection: format(factors.projection) });
    if (!reached.onBoundary) return say(reached.curvature === Infinity ? 'kinkWords' : 'levelWords', words);
    const exponent = kit.formatNumber(measuredExponent(problem), 3);
    if (!edgeLaw(problem)) return say('edgeMeasured', { ...words, exponent });
    return say('boundaryWords', { ...words, exponent, predicted: format(reached.slope !== 0 ? -1 : -0.5) });
  },
  table({ problem }) {
    const { distances, result, parameters, reached } = problem;
    const law = edgeLaw(problem);
    const k = distances.map((_, k) => k);
    return {
      iteration: k,
      distance: distances,
      projection: k.map((k) => (reached && k in result.projected ? Math.abs(result.projected[k] - reached.theta) : '')),
      ...(law && { law: k.map((k) => (k > 0 ? law(k) : '')) }),
      ...(!law && { factor: k.map(() => factorsAt(problem, parameters.learningRate)?.phi ?? '') }),
    };
  },
};
