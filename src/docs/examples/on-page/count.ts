import type { GdWideMinima } from 'descent-lab';

const element = document.querySelector<GdWideMinima>('#counted')!;
const { runs } = await element.settled;
const [{ starts, converged }] = runs;
document.querySelector('#count')!.textContent =
  `${converged[0]} of ${starts} runs ended in the sharp minimum, ${converged[1]} in the wide one.`;
