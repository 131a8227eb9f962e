import '../../define';
import type { Verdict } from '../../experiments/experiment';
import type { LabElement } from './lab-element';
import { claimsOf, fillClaims, VERDICTS } from './verdicts';

const button = document.querySelector<HTMLButtonElement>('#check')!;
const counts = document.querySelector<HTMLElement>('#counts')!;

/** Out of sight: the experiments compute as they stand in their sheets, and nobody looks at their pictures. */
const workshop = document.createElement('div');
workshop.className = 'workshop';
workshop.inert = true;
document.body.append(workshop);

/** Computes an experiment with its default settings, and fills its rows. */
async function check(name: string): Promise<(Verdict | undefined)[]> {
  const element = document.createElement(`gd-${name}`) as LabElement;
  // In float64, so that the answers are the same everywhere.
  if ('engine' in element) element.setAttribute('engine', 'cpu');
  element.setAttribute('controls', 'none');
  workshop.append(element);
  await element.updateComplete;
  // One picture is enough: a result is settled when it is drawn.
  const views = element.describes!.parameters.find(({ name }) => name === 'views')!.default as readonly string[];
  Object.assign(element, { views: views.slice(0, 1) });
  try {
    return fillClaims(document, name, await claimsOf(element), await element.settled);
  } finally {
    element.remove();
  }
}

async function checkAll(): Promise<void> {
  button.disabled = true;
  const names = [
    ...new Set(
      Array.from(document.querySelectorAll<HTMLElement>('[data-claim]'), ({ dataset }) => dataset.claim!.split(' ')[0]),
    ),
  ];
  const found: (Verdict | undefined)[] = [];
  for (const [i, name] of names.entries()) {
    counts.textContent = `Checking experiment ${i + 1} of ${names.length} …`;
    found.push(...(await check(name)));
  }
  const count = (verdict: Verdict | undefined) => found.filter((one) => one === verdict).length;
  const parts = (Object.keys(VERDICTS) as Verdict[]).map((verdict) => {
    const part = document.createElement('span');
    part.className = `verdict ${verdict}`;
    part.textContent = verdict === 'agrees' ? `${count(verdict)} agree` : `${count(verdict)} ${VERDICTS[verdict]}`;
    return part;
  });
  counts.replaceChildren(
    `${found.length} printed answers: `,
    ...parts.flatMap((part, i) => (i ? [', ', part] : [part])),
    '.',
  );
  button.disabled = false;
}

button.addEventListener('click', () => void checkAll());
button.disabled = false;
