import type { GdConv1d } from 'descent-lab';

const element = document.querySelector<GdConv1d>('#observed')!;
element.filterTaps = Float64Array.of(0.5, -1, 0.25);
element.observed = Float64Array.from({ length: 200 }, (_, i) => Math.sin(i / 9));
const { x, losses } = await element.settled;
document.querySelector('#recovered')!.textContent =
  `${x.length} numbers recovered; the loss fell from ${losses[0].toFixed(2)} to ${losses.at(-1)!.toFixed(2)}.`;
