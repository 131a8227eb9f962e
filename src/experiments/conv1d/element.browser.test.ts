import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { alertIn, drop, inside, paste, place as placeAny } from '../../elements/elements.fixtures';
import { takeEscapedErrors } from '../../elements/escaped-errors';
import type { GdConv1d } from '../../generated/elements';
import { Shell } from './element';
import type { Conv1dRun } from './run';

/** Small enough to be computed in a moment, on the engine that is the same on every machine. */
const QUICK = {
  engine: 'cpu',
  loading: 'eager',
  length: '64',
  filter: 'gaussian 2',
  iterations: '20',
  views: 'signal',
};

const place = (attributes: Record<string, string> = {}) =>
  placeAny('gd-conv1d', { ...QUICK, ...attributes }) as unknown as GdConv1d;

/** Reading a file and collecting garbage take as long as a busy machine needs. */
const PATIENT = { timeout: 30_000 };

/** A WAV file with 16 bits to a sample. */
function wav(samples: number[], channels = 1): File {
  const view = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const write = (at: number, text: string) =>
    [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  write(0, 'RIFF');
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, 8000, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) => view.setInt16(44 + 2 * i, sample * 2 ** 15, true));
  return new File([view.buffer], 'tone.wav', { type: 'audio/wav' });
}

const wave = (length: number) => Array.from({ length }, (_, i) => Math.round(1000 * Math.sin(i / 5)) / 2000);

afterEach(() => {
  document.body.replaceChildren();
  expect(takeEscapedErrors()).toEqual([]);
});

test('the result is what was asked for, and every view has its picture', async () => {
  const element = place({ views: 'signal loss rates filter operator' });
  const result = await element.settled;
  expect(result.x).toHaveLength(64);
  expect(result.losses).toHaveLength(21);
  expect(result.threshold).toBeCloseTo(2 / (result.operatorNorm ** 2 + 0.01), 12);
  expect(result.learningRate).toBeCloseTo(0.9 * result.threshold, 12);
  expect(result.adjointError).toBeLessThan(1e-12);
  for (const view of ['signal', 'loss', 'rates', 'filter', 'operator']) {
    expect(inside(element, `[data-view=${view}] .chart svg`), view).not.toBeNull();
    expect(inside(element, `[data-view=${view}] figcaption`)!.textContent!.length, view).toBeGreaterThan(40);
  }
});

test('every picture and its data are saved', async () => {
  const element = place({ views: 'signal loss rates filter operator' });
  await element.settled;
  const headers = {
    signal: 'sample,signal,observation,recovery at iteration 20',
    loss: 'iteration,F',
    rates: 'learning rate,F',
    filter: 'tap,weight',
    operator: ',bytes',
  };
  for (const [view, header] of Object.entries(headers)) {
    const document = new DOMParser().parseFromString(await element.exportSVG(view), 'image/svg+xml');
    expect(document.querySelectorAll('path, rect, text').length, view).toBeGreaterThan(10);
    expect(await element.exportCSV(view)).toMatch(new RegExp(`^${header}`));
  }
});

test('scrubbing to iterate 0 shows the start, which is nothing', async () => {
  const element = place();
  await element.settled;
  const recovery = () => inside(element, '[data-series="recovery x"]')!.getAttribute('d')!;
  const last = recovery();
  element.iteration = 0;
  await element.updateComplete;
  expect(recovery()).not.toBe(last);
  expect(new Set(recovery().match(/(?<=,)[^ML]+/g)).size).toBe(1);
  expect(inside(element, 'figcaption')!.textContent).toContain('recovery x from 0 to 0');
  expect(element.state).toBe('done');
});

describe('data that is set from a script', () => {
  test('is descended on to the letter: b, k and x0', async () => {
    const element = place({ iterations: '1', 'learning-rate': '0.5', ridge: '0', loss: 'square' });
    element.filterTaps = Float64Array.of(1, 2);
    element.observed = Float64Array.of(1, 0);
    element.initial = Float64Array.of(1, 1, 1);
    const { x } = await element.settled;
    // A x0 - b = (2, 3); A' of that is (2, 7, 6).
    expect([...x]).toEqual([0, -2.5, -2]);
  });

  test('is taken back by Reset', async () => {
    const element = place();
    const before = await element.settled;
    element.observed = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect((await element.settled).rows).toBe(6);
    for (const button of element.shadowRoot!.querySelectorAll('button'))
      if (button.textContent === 'Reset') button.click();
    await element.settled;
    expect(element.observed).toBeUndefined();
    for (const [name, text] of Object.entries(QUICK)) element.setAttribute(name, text);
    expect((await element.settled).losses).toEqual(before.losses);
  });

  test.each<[string, unknown, string]>([
    ['observed', Float64Array.of(1, NaN, 3, 4, 5, 6), 'NaN'],
    ['observed', new Float64Array(0), 'observed'],
    ['observed', [1, 2, 3], 'Float32Array'],
    ['initial', Float64Array.of(1, 2), '64 numbers'],
    ['filterTaps', Float64Array.of(0, 0), 'filter-taps'],
    ['filterTaps', new Float64Array(65).fill(1), '64'],
  ])('%s that cannot be used is answered in the element, and the picture stays', async (name, value, words) => {
    const element = place();
    const before = await element.settled;
    expect(() => Object.assign(element, { [name]: value })).not.toThrow();
    await expect(element.settled).rejects.toThrow(words);
    expect(alertIn(element)).toContain(words);
    expect(element.result).toBe(before);
    expect(inside(element, '.chart svg')).not.toBeNull();
    Object.assign(element, { [name]: undefined });
    expect((await element.settled).losses).toEqual(before.losses);
  });
});

describe('a signal that a person brings', () => {
  test('from a WAV file is blurred and recovered, and can be heard', async () => {
    const element = place();
    await element.settled;
    drop(element, wav(wave(100)));
    await expect.poll(() => element.signal, PATIENT).toBe('data');
    expect((await element.settled).columns).toBe(100);
    expect([...element.samples!]).toEqual(wave(100).map((sample) => Math.trunc(sample * 2 ** 15) / 2 ** 15));
    expect(
      [...element.shadowRoot!.querySelectorAll('.player button')].map((button) => button.textContent!.trim()),
    ).toEqual(['▶ signal', '▶ observation', '▶ recovery']);
    expect(inside(element, '.chart')!.textContent).toContain('time, seconds');
  });

  test('from a CSV file: another column can be chosen', async () => {
    const element = place();
    await element.settled;
    drop(element, new File([['time,height', ...wave(50).map((sample, i) => `${i},${sample}`)].join('\n')], 'a.csv'));
    await expect.poll(() => element.samples?.[1], PATIENT).toBe(wave(50)[1]);
    await element.updateComplete;
    expect([...element.samples!]).toEqual(wave(50));
    expect(inside(element, '.reading summary')!.textContent).toBe(
      'Read as commas, decimal points, 2 columns, one header line; value from height',
    );
    const select = inside<HTMLSelectElement>(element, '.file-column select')!;
    expect([...select.options].map(({ text }) => text)).toEqual(['time', 'height']);
    select.value = '0';
    select.dispatchEvent(new Event('change'));
    await expect.poll(() => element.samples![1], PATIENT).toBe(1);
    expect((await element.settled).columns).toBe(50);
    expect(inside(element, '.player')).toBeNull();
  });

  test('from columns without a header: none is taken before one is chosen, be it the first', async () => {
    const element = place();
    const before = (await element.settled).columns;
    drop(
      element,
      wave(50)
        .map((sample, i) => `${sample} ${(i * i) % 7} ${(i * 3) % 5}`)
        .join('\n'),
    );
    await expect.poll(() => inside(element, '[role=alert]')?.textContent, PATIENT).toContain('3 columns of numbers');
    const select = inside<HTMLSelectElement>(element, '.file-column select')!;
    expect([select.selectedIndex, select.options[0].text]).toEqual([0, 'choose one']);
    expect((await element.settled).columns).toBe(before);
    select.value = '0';
    select.dispatchEvent(new Event('change'));
    await expect.poll(() => element.samples?.[1], PATIENT).toBe(wave(50)[1]);
  });

  test('from a file with as many lines as samples are taken, read while the page lives on', async () => {
    const element = place({ controls: 'shown' });
    await element.settled;
    const block = Array.from({ length: 2 ** 14 }, (_, i) => `${(i % 100) / 8}\n`).join('');
    const texts: string[] = [];
    let frames = 0;
    const timer = setInterval(() => {
      frames++;
      texts.push(inside(element, '.file-hint')?.textContent ?? '');
    }, 20);
    const taken = new Promise<void>((resolve) =>
      element.addEventListener('gd-change', () => resolve(), { once: true }),
    );
    drop(element, new File(Array(2 ** 10).fill(block), 'long.csv'));
    await taken;
    clearInterval(timer);
    expect(element.samples).toHaveLength(2 ** 24);
    expect([...element.samples!.subarray(-3)]).toEqual([81, 82, 83].map((i) => i / 8));
    // It was seen on its way, at several places.
    expect(new Set(texts.filter((text) => /^reading long.csv, \d+ %$/.test(text))).size).toBeGreaterThan(3);
    expect(frames).toBeGreaterThan(10);
    element.cancel();
  });

  test('from a file that could be read in two ways is asked about, and read as a person says', async () => {
    const element = place();
    const before = await element.settled;
    drop(element, new File(['1,5\n2,25\n3,75\n-0,5\n4\n5,5\n'.replace('4\n', '4,0\n')], 'a.csv'));
    await expect.poll(() => alertIn(element), PATIENT).toContain('may be a decimal sign or divide two columns');
    expect([element.result, element.samples]).toEqual([before, undefined]);
    const selects = [...element.shadowRoot!.querySelectorAll<HTMLSelectElement>('.reading select')];
    expect(selects.map(({ value }) => value)).toEqual(['found', 'found']);
    expect(inside<HTMLDetailsElement>(element, '.reading')!.open).toBe(true);
    selects[1].focus();
    selects[1].value = 'comma';
    selects[1].dispatchEvent(new Event('change'));
    await expect.poll(() => element.samples && [...element.samples], PATIENT).toEqual([1.5, 2.25, 3.75, -0.5, 4, 5.5]);
    await element.updateComplete;
    expect(alertIn(element)).toBe('');
    expect(inside(element, '.reading summary')!.textContent).toBe('Read as one column, decimal commas');
    // What was wrong is right, or is not: a person may go on from where she is.
    expect(element.shadowRoot!.activeElement).toBe(selects[1]);
    expect(inside<HTMLDetailsElement>(element, '.reading')!.open).toBe(true);
    drop(element, new File(['1\n2\n3\n'], 'b.csv'));
    await expect.poll(() => element.samples && [...element.samples], PATIENT).toEqual([1, 2, 3]);
    await element.updateComplete;
    expect(inside<HTMLDetailsElement>(element, '.reading')!.open).toBe(false);
  });

  test('beside flags, of which it may only say where they stand, is read once a person chooses it', async () => {
    const element = place();
    await element.settled;
    const rows = ['2024-01-01;4,5;G', '2024-01-02;3,9;G', '2024-01-03;3,6;Y', '2024-01-04;3,25;G'];
    drop(element, new File([['Datum;Wert;Q', ...rows].join('\n')], 'a.csv'));
    await expect.poll(() => alertIn(element), PATIENT).toContain('or choose Wert');
    const select = inside<HTMLSelectElement>(element, '.data-files > .file-column select')!;
    expect([...select.options].map(({ text }) => text)).toEqual(['choose one', 'Wert']);
    select.value = select.options[1].value;
    select.dispatchEvent(new Event('change'));
    await expect.poll(() => element.samples && [...element.samples], PATIENT).toEqual([4.5, 3.9, 3.6, 3.25]);
  });

  test.each<[string, (field: HTMLInputElement) => void]>([
    ['Enter', (field) => field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))],
    ['leaving the field', (field) => field.dispatchEvent(new FocusEvent('blur'))],
  ])('below years is asked about, and the number of header lines is said as it stands there, by %s', async (_, say) => {
    const element = place();
    await element.settled;
    drop(element, new File(['2019,2020\n3.5,4.5\n2.5,1.5\n3,2\n'], 'a.csv'));
    await expect.poll(() => alertIn(element), PATIENT).toContain('say how many header lines there are');
    const field = inside<HTMLInputElement>(element, '.reading input')!;
    expect(field.value).toBe('1');
    field.value = '1';
    field.dispatchEvent(new InputEvent('input'));
    say(field);
    await expect.poll(() => element.samples && [...element.samples], PATIENT).toEqual([3.5, 2.5, 3]);
    await element.updateComplete;
    const select = inside<HTMLSelectElement>(element, '.file-column select')!;
    expect([...select.options].map(({ text }) => text)).toEqual(['2019', '2020']);
  });

  test('from a stereo recording is mixed down, and the element says so', async () => {
    const element = place();
    await element.settled;
    drop(element, wav([0.5, 0, ...Array<number>(20).fill(0.25)], 2));
    await expect.poll(() => element.samples?.[0], PATIENT).toBe(0.25);
    await element.updateComplete;
    expect(inside(element, '.signal-file')!.textContent).toContain('2 channels, mixed down to one');
  });

  test('from dropped text', async () => {
    const element = place();
    await element.settled;
    drop(element, wave(30).join('\n'));
    await expect.poll(() => element.samples?.length, PATIENT).toBe(30);
    expect((await element.settled).columns).toBe(30);
  });

  const huge = () => {
    const file = new File(['1'], 'huge.csv');
    Object.defineProperty(file, 'size', { value: 2 ** 30 });
    return file;
  };
  test.each<[string, () => File | string, string]>([
    ['an empty file', () => new File([], 'a.csv'), 'it is empty'],
    ['words', () => new File(['one\ntwo\n'], 'a.csv'), 'no column of numbers'],
    ['NaN', () => '1\n2\nNaN', 'line 3: “NaN”'],
    [
      'more lines than samples are taken',
      () => new File(['1\n'.repeat(2 ** 24 + 1)], 'a.csv'),
      'more than 16\u202f777\u202f216 samples',
    ],
    ['a gigabyte', huge, '1024 MiB; the limit is 512 MiB'],
    ['a picture', () => new File([new Uint8Array([0x89, 0x50, 0xff, 0xfe])], 'a.png'), 'no column of numbers'],
    ['markup for a name', () => new File([], '<img src=x onerror=alert(1)>'), '<img'],
  ])('with %s is refused in words, and the picture stays', async (_, content, words) => {
    const element = place();
    const before = await element.settled;
    drop(element, content());
    await expect.poll(() => alertIn(element), PATIENT).toContain(words);
    expect(element.result).toBe(before);
    expect(element.state).toBe('done');
    expect(element.samples).toBeUndefined();
    expect(inside(element, 'img')).toBeNull();
    expect(inside(element, '.chart svg')).not.toBeNull();
    drop(element, '1\n2\n3\n4\n5\n6');
    await expect.poll(() => alertIn(element), PATIENT).toBe('');
    expect((await element.settled).columns).toBe(6);
  });

  test('decides the length as long as it is in use', async () => {
    const element = place();
    await element.settled;
    const field = () => inside<HTMLInputElement>(element, '#control-length')!;
    expect([field().value, field().disabled]).toEqual(['64', false]);
    drop(element, wave(30).join('\n'));
    await expect.poll(() => element.samples?.length, PATIENT).toBe(30);
    await element.settled;
    expect([field().value, field().disabled, inside(element, '.length input[type=range]')]).toEqual(['30', true, null]);
    element.signal = 'bumps';
    await element.settled;
    expect([field().value, field().disabled]).toEqual(['64', false]);
  });

  test('is asked for where an address says that there is to be one, which is no fault; the file control is at hand, and the picture stays', async () => {
    const element = place({ signal: 'data' });
    await expect(element.settled).rejects.toThrow('data only once there is some');
    const request = () => inside(element, '.message.request');
    expect(element.shadowRoot!.querySelectorAll('figure'), 'the views that were asked for').toHaveLength(1);
    expect(request()!.textContent).toContain('Waiting for a signal');
    expect(request()!.querySelector('input[type=file]')).not.toBeNull();
    expect([alertIn(element), element.shadowRoot!.querySelectorAll('input[type=file], [data-refused]').length]).toEqual(
      ['', 1],
    );
    drop(element, wave(30).join('\n'));
    await expect.poll(() => element.result?.columns, PATIENT).toBe(30);
    expect(request()).toBeNull();
    element.samples = undefined;
    await element.settled.catch(() => undefined);
    await element.updateComplete;
    expect(request()!.textContent).toContain('the previous signal');
    expect(inside(element, '.chart svg')).not.toBeNull();
    element.signal = 'blocks';
    expect((await element.settled).columns).toBe(64);
    expect(request()).toBeNull();
  });

  test('shorter than the filter is refused as the filter is, also beside the file, and the picture stays', async () => {
    const element = place();
    const before = await element.settled;
    const besideFile = () => inside(element, '[data-view=signal] .refused')?.textContent;
    drop(element, '1\n2\n3');
    await expect.poll(() => alertIn(element), PATIENT).toContain('filter="gaussian 2"');
    expect(besideFile()).toContain('no more taps than the signal has samples: 3 here, and this filter has 5 taps');
    expect(element.result).toBe(before);
    for (const width of ['900px', '380px']) {
      element.style.width = width;
      const bottom = inside(element, '.signal-file').getBoundingClientRect().bottom;
      const { top } = inside(element, '[data-view=signal] .refused').getBoundingClientRect();
      expect(Math.abs(top - bottom), width).toBeLessThan(60);
    }
    drop(element, '1\n2\n3M\n2G\n5\n6');
    const beyond =
      '“dropped text”: line 4: “2G” is too large; numbers can be from -1\u202f000\u202f000\u202f000 to 1\u202f000\u202f000\u202f000 here';
    await expect.poll(() => inside(element, '.signal-file > .message')?.textContent, PATIENT).toContain(beyond);
    expect(element.result).toBe(before);
    drop(element, '1\n2\n3\n4\n5\n6');
    await expect.poll(() => element.result?.columns, PATIENT).toBe(6);
    await element.updateComplete;
    expect([besideFile(), alertIn(element)]).toEqual([undefined, '']);
  });

  test('of which header lines leave nothing can be read as before: what was said is still there', async () => {
    const element = place();
    await element.settled;
    drop(element, 't,v\n0,1.5\n1,2.5\n2,0.5\n3,1\n4,2\n5,3\n');
    await expect.poll(() => element.result?.columns, PATIENT).toBe(6);
    await element.updateComplete;
    const header = () => inside<HTMLInputElement>(element, '.reading input[type=number]');
    const say = (text: string) => {
      header().value = text;
      header().dispatchEvent(new Event('change'));
    };
    for (const [said, reason] of [
      ['6', 'it has one sample'],
      ['9', 'a header and no numbers'],
    ]) {
      say(said);
      await expect.poll(() => alertIn(element), PATIENT).toContain(reason);
      expect(header().value).toBe(said);
    }
    say('1');
    await expect.poll(() => alertIn(element), PATIENT).toBe('');
    expect(element.result?.columns).toBe(6);
  });

  test('in two files is refused with their names', async () => {
    const element = place();
    const before = await element.settled;
    const files = ['1\n2\n4\n', '5\n6\n9\n'].map((text, i) => new File([text], `${'ab'[i]}.csv`));
    drop(element, ...files);
    await expect.poll(() => alertIn(element), PATIENT).toContain('There are 2 files, “a.csv”, “b.csv”; one is needed.');
    expect(element.result).toBe(before);
  });

  test.each([
    ['the button for files', 'input[type=file]', true],
    ['a picture', '[data-view=signal] .chart', true],
    ['a field', '.control input[type=text]', false],
  ])('is pasted on %s: %s', async (_, selector, isTaken) => {
    const element = place();
    await element.settled;
    // A spreadsheet adds a picture of its cells.
    const picture = new File(['x'], 'image.png', { type: 'image/png' });
    expect(paste(inside(element, selector), 't\tv\r\n0\t1.5\r\n1\t2.5\r\n2\t-1\r\n3\t0.5\r\n4\t9', picture)).toBe(
      isTaken,
    );
    const shown = () => [...(element.samples ?? [])];
    if (isTaken) await expect.poll(shown, PATIENT).toEqual([1.5, 2.5, -1, 0.5, 9]);
    else expect(shown()).toEqual([]);
  });

  test('is not taken where there are no controls', async () => {
    const element = place({ controls: 'none' });
    await element.settled;
    drop(element, '1\n2\n3\n4\n5\n6');
    await element.updateComplete;
    expect(element.samples).toBeUndefined();
  });
});

describe('memory', () => {
  /** What shows each element's contents, which no page can reach. */
  const shells = new WeakMap<Element, Shell>();
  const { connected } = Shell.prototype;
  beforeAll(() => {
    Shell.prototype.connected = function (this: Shell) {
      shells.set(this.element, this);
      connected.call(this);
    };
  });
  afterAll(() => {
    Shell.prototype.connected = connected;
  });

  /** What an element was computed with and drew, seen without being held. */
  function arraysOf(element: GdConv1d): WeakRef<object>[] {
    const { result, recovery, iterates } = shells.get(element)!.runner.run as Conv1dRun;
    return [result.x, recovery.signal!, recovery.observed, iterates!].map((array) => new WeakRef(array));
  }

  const held = (arrays: WeakRef<object>[]) => async () => {
    await cdp().send('HeapProfiler.collectGarbage');
    return arrays.filter((array) => array.deref()).length;
  };

  test('of an element that was removed is given back, even while somebody holds the element; back again, it computes anew', async () => {
    const element = place({ views: 'signal loss rates filter operator' });
    const losses = (await element.settled).losses.slice();
    const arrays = arraysOf(element);
    expect(await held(arrays)()).toBe(4);
    element.remove();
    await expect.poll(held(arrays), PATIENT).toBe(0);
    expect([element.result, element.state]).toEqual([undefined, 'idle']);
    document.body.append(element);
    expect((await element.settled).losses).toEqual(losses);
    expect(inside(element, '.chart svg')).not.toBeNull();
  });

  test('of a run is given back when a newer one has taken its place', async () => {
    const element = place({ views: 'signal loss rates filter operator' });
    await element.settled;
    const arrays = arraysOf(element);
    element.setAttribute('length', '65');
    await element.settled;
    await expect.poll(held(arrays), PATIENT).toBe(0);
  });

  test('of an element that is only moved stays, and so does its picture', async () => {
    const element = place();
    const result = await element.settled;
    const box = document.body.appendChild(document.createElement('div'));
    box.append(element);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect([element.result, element.state]).toEqual([result, 'done']);
    expect(inside(element, '.chart svg')).not.toBeNull();
  });
});

test('a picked rate is descended with, and a divergence is a picture and no error', async () => {
  const element = place({ loss: 'square', views: 'signal loss rates', 'learning-rate': '50', iterations: '100' });
  const result = await element.settled;
  expect(result.diverged).not.toBeNull();
  expect(inside(element, '[data-view=loss]')!.textContent).toContain('diverged at iteration');
  const slider = inside(element, '[data-view=rates] [role=slider]')!;
  for (const key of ['Home', 'Enter'])
    slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  expect(element.learningRate).toBeLessThan(1);
  expect((await element.settled).diverged).toBeNull();
});
