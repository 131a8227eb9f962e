/**
 * How many runs have another label in float32 than in float64, by optimizer: at a rate at which runs settle, and at one at which they leap.
 * Measured, not computed when the page is made: it takes a GPU, and ten minutes. `population` of the sheet’s function, `tolerance` 0.001, `bound` 1e6.
 */
export const LABELLED = {
  starts: 100_000,
  iterations: 1000,
  adapter: 'SwiftShader in Chromium 153',
  rows: [
    { optimizer: 'gd', rate: 0.05, ends: '33 % sharp, 67 % wide', different: 0 },
    { optimizer: 'gd', rate: 0.104, ends: '76 % wide, 24 % wandering', different: 18 },
    { optimizer: 'momentum 0.9', rate: 0.01, ends: '29 % sharp, 71 % wide', different: 0 },
    { optimizer: 'momentum 0.9', rate: 0.3, ends: '73 % wide, 24 % wandering, 3 % moving', different: 11_325 },
    { optimizer: 'nesterov 0.9', rate: 0.01, ends: '33 % sharp, 67 % wide', different: 0 },
    { optimizer: 'nesterov 0.9', rate: 0.5, ends: '82 % wide, 18 % diverged', different: 2 },
    { optimizer: 'adagrad', rate: 1, ends: '33 % sharp, 67 % wide', different: 0 },
    { optimizer: 'adagrad', rate: 10, ends: '25 % sharp, 75 % wide', different: 0 },
    { optimizer: 'rmsprop 0.9', rate: 0.02, ends: '31 % sharp, 69 % cycling', different: 786 },
    { optimizer: 'rmsprop 0.9', rate: 10, ends: '100 % wandering', different: 46 },
    { optimizer: 'adam 0.9 0.999', rate: 0.02, ends: '33 % sharp, 44 % wide, 23 % moving', different: 4 },
    { optimizer: 'adam 0.9 0.999', rate: 10, ends: '2 % sharp, 96 % wide, 2 % moving', different: 4463 },
  ],
} as const;
