import { defineMessages, type Message } from '../../messages';
import type { PlaneWindow } from '../../math/plane';

/** The default: gradient and Hessian are exactly 0 at (-2, 2), in float32 too; the minimum 0 lies at (1, -1). */
export const FLAT_START = '((x+2)^4+(y-2)^4)/4-(x+2)^3+(y-2)^3+13.5';

const say = defineMessages('surface', {
  presetPlateau: 'Plateau',
  presetBowl: 'Bowl',
  presetRavine: 'Ravine',
  presetRosenbrock: 'Rosenbrock',
  presetHimmelblau: 'Himmelblau',
  presetBeale: 'Beale',
  presetSaddle: 'Saddle',
  presetLayers: 'Two linear layers',
});

/** A well-known surface, and what shows it well. */
export interface Preset {
  title: Message;
  objective: string;
  window: PlaneWindow;
  learningRate: number;
  start: readonly [number, number];
}

const square = (reach: number): PlaneWindow => ({ x: [-reach, reach], y: [-reach, reach] });

export const PRESETS: readonly Preset[] = [
  {
    title: say('presetPlateau'),
    objective: FLAT_START,
    window: { x: [-4, 3], y: [-3, 4] },
    learningRate: 0.1,
    start: [-2, 2],
  },
  { title: say('presetBowl'), objective: '(x^2 + 2y^2)/2', window: square(3), learningRate: 0.3, start: [-2.5, 2] },
  {
    title: say('presetRavine'),
    objective: '(x^2 + 25y^2)/2',
    window: { x: [-10, 10], y: [-4, 4] },
    learningRate: 0.07,
    start: [-9, 3],
  },
  {
    title: say('presetRosenbrock'),
    objective: '(1-x)^2 + 100(y-x^2)^2',
    window: { x: [-2, 2], y: [-1, 3] },
    learningRate: 0.001,
    start: [-1.2, 1],
  },
  {
    title: say('presetHimmelblau'),
    objective: '(x^2+y-11)^2 + (x+y^2-7)^2',
    window: square(5.5),
    learningRate: 0.01,
    start: [0, -0.5],
  },
  {
    title: say('presetBeale'),
    objective: '(1.5-x+x*y)^2 + (2.25-x+x*y^2)^2 + (2.625-x+x*y^3)^2',
    window: square(4.5),
    learningRate: 0.005,
    start: [1, -1],
  },
  {
    title: say('presetSaddle'),
    objective: '(x^2 - y^2)/2',
    window: square(2),
    learningRate: 0.1,
    start: [-1.8, 0.001],
  },
  {
    title: say('presetLayers'),
    objective: '(1 - x*y)^2/2',
    window: square(3),
    learningRate: 0.3,
    start: [2.4, -0.6],
  },
];

/** The names of the presets by their functions, for buttons. */
export const presetOf = (objective: string) => PRESETS.find((preset) => preset.objective === objective);
