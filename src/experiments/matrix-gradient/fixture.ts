import type { Fixture } from '../fixture';

export const fixture: Fixture = {
  quick: {},
  scenes: [
    { expression: 'least-squares', derivation: 'symbols' },
    { expression: 'least-squares', x: '1 2; 3 4', y: '1 2' },
    { expression: 'affine' },
    { expression: 'affine', w: '1 2; 2 1', x: '1 1', 'step-width': '1' },
    { expression: 'example' },
    { a: '2 1; 1 3', x: '1 2', z: '0 1' },
  ],
  refused: [
    { a: '1 2 3; 4 5 6' },
    { x: '1 2' },
    { x: '1 2; 3 4' },
    { expression: 'example', y: '1 2' },
    { expression: 'least-squares', y: '1 2' },
    { expression: 'affine', x: '1 2' },
  ],
  names: ['Ax', 'Xw', 'Wx', 'max', 'xₖ', 'wₖ', 'Xᵢ', 'rᵢ', 'wᵢⱼ', 'xⱼ', 'εF'],
};
