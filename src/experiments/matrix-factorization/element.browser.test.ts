import { afterEach, describe, expect, test } from 'vitest';
import { npy } from '../../data/numpy/numpy.fixtures';
import { alertIn, drop, inside, paste, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import { expectOwnPictures } from '../../elements/own-pictures.fixtures';
import type { GdMatrixFactorization } from '../../generated/elements';

/** On the engine that is the same on every machine. */
const QUICK = { engine: 'cpu', loading: 'eager' };
/** A synthetic table that is learned in a moment. */
const SMALL = {
  ratings: 'synthetic',
  users: '40',
  items: '30',
  observed: '800',
  'true-rank': '2',
  rank: '2',
  epochs: '20',
};

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-matrix-factorization', { ...QUICK, ...attributes }) as unknown as GdMatrixFactorization;
const textIn = (element: GdMatrixFactorization, selector: string) =>
  inside(element, selector)!.textContent!.replace(/\s+/g, ' ').trim();
const viewsOf = (element: GdMatrixFactorization) =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement>('figure')].map(({ dataset }) => dataset.view);

async function press(element: GdMatrixFactorization, label: string): Promise<void> {
  [...element.shadowRoot!.querySelectorAll('button')].find((button) => button.textContent!.trim() === label)!.click();
  await element.updateComplete;
}

/** Everybody rates everything but what lies on the diagonal. */
const lines = (divider: string, users = 6, items = 5) =>
  Array.from({ length: users * items }, (_, i) => ({ user: Math.floor(i / items), item: i % items }))
    .filter(({ user, item }) => user !== item)
    .map(({ user, item }) => [user + 1, item + 101, 1 + ((user + item) % 5), 880606923].join(divider));
const file = (content: BlobPart, name: string) => new File([content], name);
const gzipped = async (text: string) =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('the result is what was asked for, and what applies has its picture', async () => {
  const element = place(SMALL);
  const { users, items, observed, u, v, runs, engine, parameters } = await element.settled;
  expect([users, items, observed, u.length, v.length, engine.kind, parameters.rank]).toEqual([
    40,
    30,
    800,
    80,
    60,
    'cpu',
    2,
  ]);
  expect(runs).toHaveLength(4);
  for (const { learningRate, losses, validation, divergedAt } of runs) {
    expect([typeof learningRate, losses.length, validation!.length, divergedAt === null || divergedAt > 0]).toEqual([
      'number',
      21,
      21,
      true,
    ]);
  }
  expect(viewsOf(element)).toEqual(['errors', 'rates', 'table', 'items']);
  for (const view of viewsOf(element)) {
    expect(inside(element, `[data-view=${view}] .chart`)!.childElementCount, view).toBeGreaterThan(0);
    expect(textIn(element, `[data-view=${view}] figcaption`).length, view).toBeGreaterThan(40);
  }
});

test('every picture and its data are saved', async () => {
  for (const element of [place({ views: 'step valley errors rates' }), place({ ...SMALL, views: 'table items' })]) {
    await element.settled;
    for (const view of element.views) {
      const svg = new DOMParser().parseFromString(await element.exportSVG(view), 'image/svg+xml');
      expect(svg.querySelectorAll('text').length, view).toBeGreaterThan(5);
      expect((await element.exportCSV(view)).split('\r\n').length, view).toBeGreaterThan(3);
    }
    expect(JSON.parse(element.exportJSON()).runs.length).toBeGreaterThan(0);
  }
});

describe("the sheet's step", () => {
  test('stands there with every number in its place', async () => {
    const element = place({ views: 'step' });
    await element.settled;
    const step = textIn(element, '[data-view=step] .chart');
    for (const number of [
      '0.8',
      '1.3',
      '1.1',
      '0.9',
      '4.12',
      '2.83',
      '−4.532',
      '−3.296',
      '−2.547',
      '−3.679',
      '1.2532',
      '1.4296',
      '1.5547',
      '1.2679',
      '12.49165',
      '7.20500',
    ])
      expect(step).toContain(number);
    // The mistake that the sheet warns of, told apart from the step.
    expect(textIn(element, '.gd-hazard')).toContain('v₁ = 1.5538, v₂ = 1.3043 instead of v₁ = 1.4296, v₂ = 1.2679');
  });

  test('goes on, back, and from the start, by the engine’s own iterates', async () => {
    const element = place({ views: 'step' });
    const { iterates } = await element.settled;
    const moved: unknown[] = [];
    element.addEventListener('gd-change', (event) => moved.push((event as CustomEvent).detail));
    await press(element, 'Next step');
    expect(element.step).toBe(2);
    expect(element.state).toBe('done');
    expect(textIn(element, '.stepper output')).toBe('step 2 of 20');
    expect(textIn(element, '[data-view=step] figcaption')).toContain('J falls from 7.20500 to 2.37771');
    expect(textIn(element, '.gd-after')).toContain(String(Number(iterates![8].toPrecision(5))));
    await press(element, 'Next step');
    await press(element, 'Back');
    expect(element.step).toBe(2);
    await press(element, 'Start again');
    expect(textIn(element, '[data-view=step] figcaption')).toContain('J falls from 12.49165 to 7.20500');
    expect(moved).toHaveLength(4);
    expect(moved[0]).toMatchObject({ name: 'step', value: 2 });
  });

  test('is the first one again where there are fewer epochs than the step that was shown', async () => {
    const element = place({ views: 'step', epochs: '30', step: '25' });
    await element.settled;
    const field = inside<HTMLInputElement>(element, '#control-epochs')!;
    field.value = '10';
    field.dispatchEvent(new Event('change'));
    await element.settled;
    expect(textIn(element, '.stepper output')).toBe('step 1 of 10');
  });

  test('ends where the descent does, and before a divergence', async () => {
    const element = place({ views: 'step', step: '20' });
    await element.settled;
    expect(inside<HTMLButtonElement>(element, '.stepper .primary')!.disabled).toBe(true);
    Object.assign(element, { step: 1, learningRate: [1] });
    const { runs } = await element.settled;
    expect(textIn(element, '.stepper output')).toBe(`step 1 of ${runs[0].divergedAt}`);
  });
});

test('the slider moves along the valley: the unknown entries change, and the loss stays 0 to rounding', async () => {
  const element = place({ views: 'valley' });
  await element.settled;
  const here = () => inside(element, '.gd-side')!.getAttribute('aria-label')!;
  const numbers = () => [...here().matchAll(/r₁₂ = ([\d.]+), r₂₁ = ([\d.]+)/g)][0].slice(1).map(Number);
  const losses = () => [...textIn(element, '.gd-side').matchAll(/J = \d[\d.]*×10⁻(\S\S)/g)].map(([, power]) => power);
  const slider = inside<HTMLInputElement>(element, '[data-view=valley] input[type=range]')!;
  const dot = inside(element, '.gd-present circle')!;
  const before = dot.getAttribute('transform');
  for (const [position, ratio] of [
    ['40', 2],
    ['-80', 0.25],
  ] as const) {
    slider.value = position;
    slider.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(element.ratio).toBeCloseTo(ratio, 5);
    const [r12, r21] = numbers();
    expect(r12).toBeCloseTo(4.1776 * ratio, 2);
    expect(r12 * r21).toBeCloseTo(20, 1);
    expect(losses()[0]).toMatch(/²\S/);
    expect(dot.getAttribute('transform')).not.toEqual(before);
  }
  await press(element, 'Back to where descent ended');
  expect(element.ratio).toBe(1);
  expect(element.state).toBe('done');
});

test('each figure holds its own picture after other ratings were chosen', async () => {
  const element = place({ ...SMALL, ratings: 'sheet' });
  await expectOwnPictures(element);
  for (const [choice, views] of [
    ['Synthetic', ['errors', 'rates', 'table', 'items']],
    ['Sheet', ['step', 'valley', 'errors', 'rates', 'table']],
  ] as const) {
    await press(element, choice);
    await element.settled;
    expect(viewsOf(element)).toEqual(views);
    await expectOwnPictures(element);
  }
});

describe('a view that does not apply', () => {
  test('is left out where nobody asked for it, and says why where somebody did', async () => {
    const element = place();
    await element.settled;
    expect(viewsOf(element)).toEqual(expect.arrayContaining(['step', 'valley', 'errors', 'rates']));
    expect(viewsOf(element)).not.toContain('items');
    element.views = ['valley', 'items'];
    element.learningRate = [9];
    await element.settled;
    expect(viewsOf(element)).toEqual(['valley', 'items']);
    expect(textIn(element, '[data-view=items]')).toContain('that takes a rank of at least 2');
    expect(textIn(element, '[data-view=valley]')).toMatch(/Descent diverged in epoch \d+/);
    expect(inside(element, '[data-view=valley] .chart')!.childElementCount).toBe(0);
    await expect(element.exportSVG('items')).rejects.toThrow('items');
    element.learningRate = 'auto';
    await element.settled;
    expect(inside(element, '[data-view=valley] .chart')!.childElementCount).toBeGreaterThan(0);
  });
});

describe('ratings that a person brings', () => {
  test.each<[string, () => File | Promise<File>]>([
    ['ratings.csv', () => file(['userId,movieId,rating,timestamp', ...lines(',')].join('\n'), 'ratings.csv')],
    ['u.data', () => file(lines('\t').join('\n'), 'u.data')],
    ['ratings.dat', () => file(lines('::').join('\n'), 'ratings.dat')],
    [
      'ratings.csv.gz',
      async () => file(await gzipped(['userId,movieId,rating,timestamp', ...lines(',')].join('\n')), 'ratings.csv.gz'),
    ],
  ])('as %s are trained on', async (name, make) => {
    const element = place({ epochs: '5', rank: '2', views: 'errors table' });
    await element.settled;
    drop(element, await make());
    await element.updateComplete;
    const { users, items, observed } = await element.settled;
    expect([users, items, observed]).toEqual([6, 5, 25]);
    await element.updateComplete;
    expect(textIn(element, '.source .file-hint')).toBe(`${name}: 25 ratings of 5 items by 6 users`);
    await press(element, 'Sheet');
    expect((await element.settled).users).toBe(2);
    expect(element.file).toBeUndefined();
  });

  test('in a file with names of its own are trained on once it is said which column is which', async () => {
    const element = place({ epochs: '5', rank: '2', views: 'errors' });
    const before = await element.settled;
    drop(
      element,
      file(
        ['date,who,what,how good', ...lines(',').map((line) => `1,${line.split(',').slice(0, 3).join(',')}`)].join(
          '\n',
        ),
        'mine.csv',
      ),
    );
    await element.updateComplete;
    await expect(element.settled).rejects.toThrow('column');
    expect(element.result).toBe(before);
    expect(alertIn(element)).toContain('there are date, who, what, how good. Choose below. The pictures');
    const selects = [...element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.columns select')];
    expect(selects.map(({ options }) => [...options].map(({ text }) => text))).toEqual(
      Array(3).fill(['date', 'who', 'what', 'how good']),
    );
    selects.forEach((select, i) => (select.value = String(i + 2)));
    inside<HTMLFormElement>(element, '.columns')!.requestSubmit();
    await element.updateComplete;
    expect((await element.settled).observed).toBe(25);
    expect(alertIn(element)).toBe('');
  });

  test('from an address are read as those of a file: asked about in words, and the columns chosen', async () => {
    const text = `date,who,what,how good\n${lines(',')
      .map((line) => `1,${line.split(',').slice(0, 3).join(',')}`)
      .join('\n')}\n`;
    const url = URL.createObjectURL(new Blob([text]));
    const element = place({ epochs: '5', rank: '2', views: 'errors' });
    await element.settled;
    element.ratings = url;
    await element.updateComplete;
    await expect(element.settled).rejects.toThrow('there is no column for the users');
    expect(alertIn(element)).toContain('Choose below.');
    [...element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.columns select')].forEach(
      (select, i) => (select.value = String(i + 2)),
    );
    inside<HTMLFormElement>(element, '.columns')!.requestSubmit();
    await element.updateComplete;
    expect((await element.settled).observed).toBe(25);
    await element.updateComplete;
    expect(textIn(element, '.reading summary')).toBe(
      'Read as commas, 4 columns, one header line; users from who, items from what, ratings from how good',
    );
    element.ratings = 'synthetic';
    await element.updateComplete;
    expect(element.columns).toBeUndefined();
    element.cancel();
  });

  test('of which there are two are refused with their names, until one is chosen', async () => {
    const element = place({ epochs: '5', rank: '2', views: 'errors' });
    const before = await element.settled;
    drop(element, file(lines(',').join('\n'), 'a.csv'), file(lines(',').join('\n'), 'b.csv'));
    await element.updateComplete;
    expect(alertIn(element)).toContain('there are 2 files, “a.csv”, “b.csv”; one is needed.');
    expect([element.file, element.result]).toEqual([undefined, before]);
    drop(element, file(lines(',').join('\n'), 'a.csv'));
    await element.updateComplete;
    expect((await element.settled).observed).toBe(25);
    expect(alertIn(element)).toBe('');
  });

  test('are saved as they stood in the file', async () => {
    const element = place({ epochs: '2', rank: '1', validation: '0', views: 'table' });
    await element.settled;
    drop(element, 'user,item,rating\n1,10,4.1\n1,20,0.3\n2,10,16777216\n');
    await element.updateComplete;
    await element.settled;
    const cells = (await element.exportCSV('table')).split(/[\r\n,]+/);
    for (const rating of ['4.1', '0.3', '16777216']) expect(cells).toContain(rating);
  });

  test('are pasted where a picture or the button for files has the focus', async () => {
    const element = place({ epochs: '5', rank: '2', views: 'errors' });
    await element.settled;
    expect(paste(inside(element, 'input[type=file]'), lines('\t').join('\n'))).toBe(true);
    await element.updateComplete;
    expect((await element.settled).observed).toBe(25);
    await element.updateComplete;
    expect(textIn(element, '.source .file-hint')).toContain('pasted text: 25 ratings');
  });

  test('as a matrix are asked about, and trained on once a person says so', async () => {
    const element = place({ epochs: '5', rank: '1', validation: '0', views: 'errors' });
    await element.settled;
    drop(element, file('4,-7.82,8.79,-9.66,99,-8.16\n3,4.08,-0.29,99,6.36,99\n5,-2.5,1.25,3,0.5,-9\n', 'jester.csv'));
    await element.updateComplete;
    await expect(element.settled).rejects.toThrow('may be a matrix');
    await element.updateComplete;
    const change = async (control: HTMLInputElement | HTMLSelectElement, value: string) => {
      control.value = value;
      control.dispatchEvent(new Event('change'));
      await element.updateComplete;
      return element.settled;
    };
    const layout = [...element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.reading select')].find(
      ({ options }) => options[1].value === 'matrix',
    )!;
    await change(layout, 'matrix').catch(() => undefined);
    const { users, items, observed } = await change(inside<HTMLInputElement>(element, '.reading [inputmode]')!, '99');
    expect([users, items, observed]).toEqual([3, 5, 12]);
    await element.updateComplete;
    expect(textIn(element, '.reading summary')).toContain('matrix, a row for each user');
  });

  test('may have a number for no rating, a rating a line too', async () => {
    const element = place({ epochs: '5', rank: '1', validation: '0', views: 'errors' });
    await element.settled;
    drop(element, file('user,item,rating\n1,1,-1\n1,2,8\n2,1,10\n2,2,7\n', 'anime.csv'));
    await element.updateComplete;
    expect((await element.settled).observed).toBe(4);
    await expect.poll(() => textIn(element, '.reading summary')).toContain('-1 is unlike all other ratings');
    const none = inside<HTMLInputElement>(element, '.reading [inputmode]')!;
    inside<HTMLDetailsElement>(element, '.reading')!.open = true;
    none.focus();
    none.value = '-1';
    none.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect((await element.settled).observed).toBe(3);
    await expect.poll(() => textIn(element, '.reading summary')).toContain('-1 is no rating');
    // A person may go on from where she is.
    expect(element.shadowRoot!.activeElement).toBe(none);
    expect(inside<HTMLDetailsElement>(element, '.reading')!.open).toBe(true);
  });

  test('of one column have nothing to choose', async () => {
    const element = place({ epochs: '5', views: 'errors' });
    await element.settled;
    drop(element, file('a\nb\nc\n', 'a.csv'));
    await element.updateComplete;
    await expect(element.settled).rejects.toThrow('there is column 1');
    expect(alertIn(element)).not.toContain('Choose');
  });

  test('take their columns along when another file is chosen', async () => {
    const element = place({ epochs: '5', rank: '2', views: 'errors' });
    const columns = { user: 2, item: 1, rating: 3 };
    Object.assign(element, { file: file(lines(',').join('\n'), 'mine.csv'), columns });
    expect(await element.settled).toMatchObject({ users: 5, items: 6 });
    element.file = file(lines(',').join('\n'), 'other.csv');
    expect(await element.settled).toMatchObject({ users: 6, items: 5 });
    expect(element.columns).toBeUndefined();
  });

  const long = () => {
    const text = Array.from({ length: 812_344 }, (_, i) => `${i % 1000}\t${Math.floor(i / 1000)}\t3\n`);
    return file([...text, '7\t9999\tabc\n'].join(''), 'u.data');
  };
  test.each<[string, () => File, RegExp]>([
    [
      'no column of ratings',
      () => file('userId,movieId,opinion\n1,2,3\n', 'a.csv'),
      /there is no column for the ratings; there are userId, movieId, opinion/,
    ],
    ['text where a number belongs', long, /line 812\u202f345.*abc/],
    ['nothing in it', () => file('', 'a.csv'), /empty/],
    ['a rating twice', () => file('1\t1\t5\n1\t2\t4\n2\t1\t3\n1\t2\t2\n', 'u.data'), /line 4 repeats line 2/],
    [
      'complex numbers',
      () => file(npy([2, 2], [1, 2, 3, 4], '<c16'), 'R.npy'),
      /the NumPy array holds complex numbers/,
    ],
    ['one user only', () => file('1\t1\t5\n1\t2\t4\n', 'u.data'), /only one user/],
    ['markup for a name', () => file('', '<img src=x onerror=alert(1)>'), /empty/],
  ])('with %s are refused in words, and the last result stays', async (_, make, words) => {
    const element = place({ epochs: '5', views: 'errors' });
    const before = await element.settled;
    drop(element, make());
    await element.updateComplete;
    await expect(element.settled).rejects.toThrow(words);
    expect(alertIn(element)).toMatch(words);
    expect(alertIn(element)).toContain('These ratings cannot be used');
    // Where the file was chosen: below all settings it may be out of sight.
    expect(element.shadowRoot!.querySelector('.source [role="alert"]')).not.toBeNull();
    expect(alertIn(element)).toContain('The pictures still show your last valid settings.');
    expect(element.result).toBe(before);
    expect(element.state).toBe('failed');
    expect(inside(element, '.chart svg')).not.toBeNull();
    expect(inside(element, 'img')).toBeNull();
    drop(element, file(lines('\t').join('\n'), 'u.data'));
    await element.updateComplete;
    expect((await element.settled).observed).toBe(25);
  });

  test('of a refused file leave the name of those that the pictures show, and what was said of them can be taken back', async () => {
    const element = place({ epochs: '5', rank: '2', views: 'errors' });
    await element.settled;
    drop(element, file(lines(',').join('\n'), 'good.csv'));
    await element.updateComplete;
    await element.settled;
    await element.updateComplete;
    const hint = textIn(element, '.source .file-hint');
    expect(hint).toContain('good.csv: 25 ratings');
    drop(element, file('a,b,c\n1,2,x\n3,4,5\n', 'bad.csv'));
    await element.updateComplete;
    await expect(element.settled).rejects.toThrow();
    await element.updateComplete;
    expect(textIn(element, '.source .file-hint')).toBe(hint);
    expect(alertIn(element)).toContain('“bad.csv”: ');
    element.columns = { header: 999 };
    await element.updateComplete;
    await expect(element.settled).rejects.toThrow();
    await element.updateComplete;
    expect(inside<HTMLInputElement>(element, '.reading input[type=number]')!.value).toBe('999');
  });

  test('are not taken where there are no controls', async () => {
    const element = place({ controls: 'none', views: 'step' });
    await element.settled;
    drop(element, file(lines('\t').join('\n'), 'u.data'));
    await element.updateComplete;
    expect(element.file).toBeUndefined();
  });
});

describe('ratings from a script', () => {
  const triplets = () => ({
    rows: 3,
    columns: 2,
    rowOf: Uint32Array.of(0, 0, 1, 2),
    columnOf: Uint32Array.of(0, 1, 1, 0),
    values: Float32Array.of(5, 4, 3, 2),
  });

  test('take the place of what the attributes say, and Reset takes them back', async () => {
    const element = place({ epochs: '4', rank: '1', views: 'errors' });
    await element.settled;
    element.triplets = triplets();
    const { users, items, observed } = await element.settled;
    expect([users, items, observed]).toEqual([3, 2, 4]);
    await press(element, 'Reset');
    expect(element.triplets).toBeUndefined();
    expect((await element.settled).users).toBe(2);
  });

  test('that cannot be used are answered in the element, and the picture stays', async () => {
    const element = place({ views: 'errors' });
    const before = await element.settled;
    element.triplets = { ...triplets(), rowOf: Uint32Array.of(0, 0, 1, 7) };
    await expect(element.settled).rejects.toThrow('rowOf[3] is 7');
    expect(element.result).toBe(before);
    element.triplets = 'nonsense' as never;
    await expect(element.settled).rejects.toThrow();
    expect(alertIn(element)).not.toBe('');
    element.triplets = undefined;
    expect((await element.settled).users).toBe(2);
  });
});

test('an address is read from the page’s own place, and one where nothing is says so', async () => {
  const url = URL.createObjectURL(file(lines('\t').join('\n'), 'u.data'));
  const element = place({ ratings: url, epochs: '5', views: 'errors' });
  expect((await element.settled).observed).toBe(25);
  element.ratings = 'no/such/file.csv';
  await expect(element.settled).rejects.toThrow(/file\.csv|404|line 1/);
  expect(element.result!.observed).toBe(25);
  URL.revokeObjectURL(url);
});

test('the controls are those that mean something for the ratings at hand', async () => {
  const element = place({ views: 'errors' });
  await element.settled;
  const has = (name: string) => inside(element, `#control-${name}`) !== null;
  const buttons = () =>
    [...element.shadowRoot!.querySelectorAll('.actions button')].map(({ textContent }) => textContent);
  expect(['learning-rate', 'epochs', 'ridge'].map(has)).toEqual([true, true, true]);
  expect(['rank', 'users', 'seed'].map(has)).toEqual([false, false, false]);
  expect(buttons()).not.toContain('New seed');
  await press(element, 'Synthetic');
  expect(element.ratings).toBe('synthetic');
  expect(['rank', 'users', 'seed', 'validation'].map(has)).toEqual([true, true, true, true]);
  expect(buttons()).toContain('New seed');
  element.cancel();
});
