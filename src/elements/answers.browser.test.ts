import { afterEach, expect, test } from 'vitest';
import type {} from '../companions';
import { inside, place, subjects, type Attributes } from './elements.fixtures';

afterEach(() => document.body.replaceChildren());

/** Everything that an element says besides that it hides something: its texts, and what is said of its parts to screen readers. */
function saidBy(element: HTMLElement): string {
  const root = element.shadowRoot!;
  const hidden = root.querySelector('.hidden-answers')?.textContent ?? '';
  const labels = Array.from(root.querySelectorAll('*'), (part) =>
    ['aria-label', 'aria-valuetext', 'title'].map((name) => part.getAttribute(name) ?? '').join(' '),
  );
  return [root.textContent!.replace(hidden, ''), ...labels].join(' ');
}

/** What all pictures of an experiment compute little with. */
const quick = (tag: string) => subjects.find((subject) => subject.tag === tag)!.quick;
const small = { engine: 'cpu', starts: '50' };

test.each<[tag: string, attributes: Attributes, answers: RegExp]>([
  [
    'gd-learning-rate',
    { views: 'descent cobweb iterates rates table' },
    /2\/f″|1\/f″|Theory|theory|predicted|f″ = |sheet|settle/,
  ],
  [
    'gd-wide-minima',
    { ...small, iterations: '40', schedule: 'cosine', views: 'landscape schedule outcomes' },
    /2\/f″|1 − η f″|hold|stable|can stay/,
  ],
  [
    'gd-least-squares',
    { ...small, iterations: '20', views: 'plane modes rates' },
    /2\/ρ|factor -|factors|theory|predicted|passes 1/,
  ],
  ['gd-surface', { ...small, iterations: '20', views: 'contours rates' }, /limit|holds|hold |Dashed/],
  ['gd-box-constraint', { views: 'descent boundary' }, /inside the box|theory|Near it|converge/],
  ['gd-conv1d', { ...quick('gd-conv1d'), views: 'rates' }, /switch|Dashed|2\/\(\|A/],
  ['gd-matrix-factorization', { ...quick('gd-matrix-factorization'), views: 'rates' }, /limit|stops settling/],
  [
    'gd-stochastic-gradient',
    { ...quick('gd-stochastic-gradient'), views: 'estimate paths stationary' },
    /predicted|from .* on|halve|√N|exact|long run \d/,
  ],
  ['gd-minibatch', { ...quick('gd-minibatch'), views: 'coverage variance scaling' }, /predicted|1\/e|σ²\//],
  [
    'gd-linear-layers',
    { ...quick('gd-linear-layers'), views: 'training' },
    /too sharp|2\/η|can stay|both can|past 1|below 2/,
  ],
  ['gd-activations', { function: 'softmax', views: 'jacobian' }, /sheet|printed|1 \+ f/],
  ['gd-absolute-error', { ...quick('gd-absolute-error'), views: 'descent' }, /ηG²/],
  ['gd-classification-loss', { ...quick('gd-classification-loss'), views: 'escape' }, /theory|exponential/],
  ['gd-matrix-gradient', { views: 'check' }, /theory|rounding|truncation|best/],
  ['gd-xor', quick('gd-xor'), /best linear|linear limit|2\/λ|× [−\d]|minimizer|One unit/],
])(
  '%s says no limit while its answers are hidden, and all of them when the reader asks',
  async (tag, attributes, answers) => {
    const element = place(tag, { loading: 'eager', answers: 'hidden', ...attributes });
    await element.settled;
    const marks = () =>
      element.shadowRoot!.querySelectorAll(
        [
          ':not(.gd-bounds, .gd-full) > .gd-threshold, .gd-valley > .gd-dashed, .gd-matrix > .gd-selected, .gd-wrong, .rate-mark',
          '.gd-stepVariance-line [d^=M], [class*=gd-theory] [d^=M], :is(.gd-predicted, .gd-exact, .gd-bound) > .gd-dashed[d^=M]',
        ].join(),
      ).length;
    expect(answers.exec(saidBy(element))?.[0]).toBeUndefined();
    expect(marks()).toBe(0);
    const hidden = element.exportJSON(attributes.views.split(' ').at(-1));
    inside<HTMLButtonElement>(element, '.hidden-answers button').click();
    await element.updateComplete;
    expect([element.answers, inside(element, '.hidden-answers')]).toEqual(['shown', null]);
    expect(saidBy(element)).toMatch(answers);
    expect(marks()).toBeGreaterThan(0);
    expect(element.exportJSON(attributes.views.split(' ').at(-1))).toBe(hidden);
  },
);

test('a bare figure has no button to show answers with: its page shows them', async () => {
  const element = place('gd-learning-rate', { views: 'rates', answers: 'hidden', controls: 'none' });
  await element.settled;
  expect([saidBy(element).includes('2/f″'), inside(element, 'button')]).toEqual([false, null]);
  element.answers = 'shown';
  await element.updateComplete;
  expect(saidBy(element)).toContain('2/f″');
});

test('an element shows its answers once every task that belongs to it is answered', async () => {
  const element = place('gd-learning-rate', { id: 'descent', views: 'descent', answers: 'hidden' });
  const tasks = ['threshold', 'minimum'].map((of) => {
    const task = document.createElement('gd-task');
    for (const [name, value] of Object.entries({ for: 'descent', of })) task.setAttribute(name, value);
    document.body.append(task);
    return task;
  });
  await customElements.whenDefined('gd-task');
  const answer = async (task: (typeof tasks)[number], given: string) => {
    task.given = given;
    await task.check();
  };
  await answer(tasks[0], '3');
  await answer(tasks[0], '2');
  expect(element.answers).toBe('hidden');
  await answer(tasks[1], '1');
  expect(element.answers).toBe('hidden');
  await answer(tasks[1], '100');
  expect(element.answers).toBe('shown');
});
