import { afterEach, describe, expect, test, vi } from 'vitest';
import { chartBox, landscapeData, overlappingTexts, pointer, press, valley } from './charts.fixtures';
import { landscape } from './landscape';

afterEach(() => document.body.replaceChildren());

describe('the landscape', () => {
  test.each([320, 350, 700, 1100])('has no labels on one another at %i pixels', (width) => {
    const box = chartBox(width);
    landscape.draw(box, landscapeData());
    expect(box.textContent).toContain('sharp minimum');
    expect(box.textContent).toContain('2/f″ = 0.1');
    expect(overlappingTexts(box)).toEqual([]);
  });

  test('labels what it can of many stationary points, without a collision, and marks all of them', () => {
    const box = chartBox(350);
    const data = landscapeData();
    const stationary = Array.from({ length: 13 }, (_, i) => ({
      theta: i,
      value: i % 2 ? 60 : 50,
      curvature: i % 2 ? -1 : 1,
      kind: i % 2 ? ('maximum' as const) : ('minimum' as const),
      threshold: 2,
      outcome: i % 2 ? undefined : 0,
    }));
    landscape.draw(box, { ...data, stationary });
    expect(box.querySelectorAll('.gd-mark')).toHaveLength(13);
    expect(box.querySelectorAll('.gd-mark text').length).toBeGreaterThan(3);
    expect(overlappingTexts(box)).toEqual([]);
  });

  test.each([0.1, 1.5])(
    'names the start and keeps the words of a step off the curve among many valleys, at rate %d',
    (rate) => {
      const f = (x: number) => Math.cos(3 * x) + x ** 2 / 50;
      const slope = (x: number) => -3 * Math.sin(3 * x) + x / 25;
      const theta = Float64Array.from({ length: 800 }, (_, i) => -10 + (20 * i) / 799);
      const stationary = Array.from(theta).flatMap((x, i) => {
        if (i === 0 || slope(theta[i - 1]) * slope(x) > 0) return [];
        const kind = slope(x) > 0 ? ('minimum' as const) : ('maximum' as const);
        return [
          { theta: x, value: f(x), curvature: 9, kind, threshold: 0.22, outcome: kind === 'minimum' ? 0 : undefined },
        ];
      });
      const path = [-8.8];
      for (let k = 0; k < 3; k++) path.push(path[k] - rate * slope(path[k]));
      const at = (x: number) => ({ theta: x, value: f(x) });
      const factor = { value: 0.103, at: -9.38 };
      const followed = { theta: path, value: path.map(f), upTo: 2, here: at(path[2]), next: at(path[3]), factor };
      const box = chartBox(900);
      const curve = { theta, value: theta.map(f) };
      landscape.draw(box, {
        ...landscapeData(),
        curve,
        domain: { low: -10, high: 10 },
        stationary,
        followed,
        learningRate: rate,
      });
      expect(box.querySelector('.gd-trajectory-labels')!.textContent).toContain('start');
      expect(overlappingTexts(box)).toEqual([]);
      const words = [...box.querySelectorAll<SVGTextElement>('.gd-step-labels text')].map((text) => text.getBBox());
      // At the higher rate the run has left the picture, and there is no step to tell of.
      expect(words).toHaveLength(rate < 1 ? 2 : 0);
      const line = box.querySelector<SVGPathElement>('path.gd-curve, .gd-curve path')!;
      for (let long = 0; long < line.getTotalLength(); long++) {
        const { x, y } = line.getPointAtLength(long);
        expect(
          words.some((word) => x > word.x && x < word.x + word.width && y > word.y && y < word.y + word.height),
        ).toBe(false);
      }
    },
  );

  test('names where the function is level', () => {
    const box = chartBox(600);
    const theta = Float64Array.from({ length: 101 }, (_, i) => (i - 50) / 10);
    const value = theta.map((x) => Math.max(0, x));
    const stretches = [{ low: -Infinity, high: 0, value: 0, kind: 'minimum' as const }];
    const data = {
      ...landscapeData(),
      curve: { theta, value },
      domain: { low: -5, high: 5 },
      stationary: [],
      stretches,
    };
    landscape.draw(box, { ...data, followed: undefined });
    expect(box.querySelector('.gd-flat')!.textContent).toBe('flat: θ ≤ 0');
    expect(landscape.summarize(data)).toContain('The function from −5 to 5: flat: θ ≤ 0.');
  });

  test('stays within its width, to the last label', () => {
    const box = chartBox(320);
    landscape.draw(box, landscapeData());
    const right = box.getBoundingClientRect().right;
    for (const text of box.querySelectorAll('text'))
      expect(text.getBoundingClientRect().right, text.textContent!).toBeLessThanOrEqual(right + 0.5);
  });

  test('counts the runs that have left the picture, on the side where they left', () => {
    const box = chartBox(600);
    landscape.draw(box, landscapeData());
    const texts = [...box.querySelectorAll('.gd-beyond text')];
    expect(texts.map((text) => text.textContent)).toEqual(['← 11.1\u202f% beyond', '33.3\u202f% beyond →']);
    const [left, right] = texts.map((text) => text.getBoundingClientRect());
    expect(left.right).toBeLessThan(right.left);
  });

  test('draws the dots of the population', () => {
    const box = chartBox(600);
    const { population, ...rest } = landscapeData();
    const ink = () => {
      const canvas = box.querySelector('canvas')!;
      return canvas
        .getContext('2d')!
        .getImageData(0, 0, canvas.width, canvas.height)
        .data.filter((value, i) => i % 4 === 3 && value > 0).length;
    };
    landscape.draw(box, rest);
    expect(ink()).toBe(0);
    landscape.draw(box, { ...rest, population });
    expect(ink()).toBeGreaterThan(5 * 12);
  });

  test('drawn twice is drawn once, and takes new data', () => {
    const box = chartBox(600);
    landscape.draw(box, landscapeData());
    const first = box.innerHTML;
    landscape.draw(box, landscapeData());
    expect(box.innerHTML).toBe(first);
    landscape.draw(box, { ...landscapeData(), iteration: 7 });
    expect(box.querySelector('.gd-axes .gd-note')!.textContent).toContain('iteration 7 of');
  });

  test('reads and picks a start by pointer and by keyboard alike', () => {
    const box = chartBox(600);
    const onPickStart = vi.fn();
    landscape.draw(box, { ...landscapeData(), onPickStart });
    const slider = box.querySelector('[role=slider]')!;
    pointer('pointermove', slider, 0.5, 0.5);
    const shown = box.querySelector('.gd-readout')!.textContent;
    expect(shown).toContain('θ = 7.5, f = 53.1');
    expect(slider.getAttribute('aria-valuetext')).toContain('θ = 7.5, f = 53.1');
    pointer('pointerdown', slider, 0.5, 0.5);
    pointer('click', slider, 0.5, 0.5);
    expect(onPickStart.mock.lastCall![0]).toBeCloseTo(7.5, 6);
    press(slider, 'Home');
    press(slider, 'ArrowRight');
    expect(box.querySelector('.gd-readout')!.textContent).toContain('θ = −4.9');
    press(slider, 'Enter');
    expect(onPickStart.mock.lastCall![0]).toBeCloseTo(-4.9, 6);
  });

  test('keys take the start of the followed run with them at once, and a place that was only read is forgotten', () => {
    const box = chartBox(600);
    const onMoveStart = vi.fn();
    landscape.draw(box, { ...landscapeData(), onPickStart: () => {}, onMoveStart });
    const slider = box.querySelector<SVGElement>('[role=slider]')!;
    press(slider, 'Home');
    press(slider, 'ArrowRight');
    expect(onMoveStart.mock.lastCall).toEqual([-4.9]);
    expect(Number(slider.getAttribute('aria-valuenow'))).toBe(-4.9);
    // The data of this chart did not follow: the run still starts at -4.
    slider.dispatchEvent(new FocusEvent('blur'));
    expect(Number(slider.getAttribute('aria-valuenow'))).toBe(-4);
    expect(slider.hasAttribute('aria-valuetext')).toBe(false);
  });

  test.each([390, 600, 900])(
    'the readout covers no name and not the start while there is room, at %i pixels',
    (width) => {
      const box = chartBox(width);
      landscape.draw(box, { ...landscapeData(), onPickStart: () => {} });
      const slider = box.querySelector('[role=slider]')!;
      const texts = [...box.querySelectorAll('.gd-mark text, .gd-trajectory-labels text')];
      let covered = 0;
      for (let share = 0.02; share < 1; share += 0.02) {
        pointer('pointermove', slider, share, 0.5);
        const tip = box.querySelector('.gd-readout')!.getBoundingClientRect();
        const over = texts.filter((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return left < tip.right && tip.left < right && top + 2 < tip.bottom && tip.top < bottom - 2;
        });
        covered += over.length;
      }
      // In a narrow picture of 49 places with up to nine lines of names, some have none.
      expect(covered).toBeLessThanOrEqual(width < 500 ? 10 : 0);
    },
  );

  test('makes an outcome stand out when its minimum is focused or pointed at', () => {
    const box = chartBox(600);
    const onHoverOutcome = vi.fn();
    landscape.draw(box, { ...landscapeData(), onHoverOutcome });
    const mark = box.querySelector<SVGGElement>('.gd-mark[role=button]')!;
    expect(mark.getAttribute('aria-label')).toContain('sharp minimum');
    pointer('pointerenter', mark, 0.5, 0.5);
    expect(onHoverOutcome).toHaveBeenLastCalledWith(0);
    pointer('pointerleave', mark, 0.5, 0.5);
    expect(onHoverOutcome).toHaveBeenLastCalledWith(undefined);
  });

  test('keeps its frame while runs fly off', () => {
    const box = chartBox(600);
    landscape.draw(box, landscapeData());
    const ticks = () => [...box.querySelectorAll('.gd-y text')].map((text) => text.textContent);
    const before = ticks();
    const data = landscapeData();
    landscape.draw(box, { ...data, population: { theta: [1e6], value: [1e300], outcome: [3] } });
    expect(ticks()).toEqual(before);
  });

  test('shows a label as the text it is, never as markup', () => {
    const box = chartBox(600);
    const data = landscapeData();
    const evil = '<img src=x onerror=alert(1)>';
    landscape.draw(box, {
      ...data,
      variable: '<b>t</b>',
      outcomes: data.outcomes.map((outcome) => ({ ...outcome, label: evil })),
      onHoverOutcome: () => {},
    });
    pointer('pointermove', box.querySelector('[role=slider]')!, 0.5, 0.5);
    expect(box.querySelector('img, b')).toBeNull();
    expect(box.querySelector('.gd-label')!.textContent).toBe(evil);
  });

  test('names each minimum nearer to it than to any other', () => {
    const box = chartBox(600);
    const thetas = [-4, -1, 1, 4, 7, 10, 13];
    const stationary = thetas.map((theta) => ({
      theta,
      value: 0,
      kind: 'minimum' as const,
      curvature: 2,
      outcome: 0,
      threshold: 1,
    }));
    landscape.draw(box, { ...landscapeData(), stationary });
    const middle = (one: Element) => {
      const { left, width } = one.getBoundingClientRect();
      return left + width / 2;
    };
    const marks = [...box.querySelectorAll('.gd-mark')];
    const named = marks.filter((mark) => mark.querySelector('text'));
    expect(named.length).toBeGreaterThan(2);
    for (const mark of named) {
      const at = middle(mark.querySelector('text')!);
      const away = marks.map((other) => Math.abs(middle(other.querySelector('.gd-mark-shape')!) - at));
      expect(away.indexOf(Math.min(...away))).toBe(marks.indexOf(mark));
    }
  });

  test.each([360, 600, 900])('keeps names off the line of the step, wherever that runs, at %i pixels', (width) => {
    let named = 0;
    // Levels through the names of the maximum and of the wide minimum, as they stand without a step.
    for (const value of [30, 40, 85, 95, 100, 110]) {
      const box = chartBox(width);
      const theta = -Math.sqrt(value / 10);
      const here = { theta, value };
      const followed = { theta: [theta], value: [value], upTo: 0, here, next: { theta: 19, value: 90.5 } };
      landscape.draw(box, { ...landscapeData(), followed });
      const line = box.querySelector('.gd-step')!.getBoundingClientRect();
      const middle = (line.top + line.bottom) / 2;
      const texts = [...box.querySelectorAll('.gd-mark text, .gd-trajectory-labels text')];
      for (const text of texts) {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const isStruck = top < middle && bottom > middle && right > line.left && left < line.right;
        expect(isStruck, `${text.textContent} at ${value}`).toBe(false);
      }
      if (box.textContent.includes('maximum')) named++;
    }
    // In the narrowest picture, with the step at one of these levels, there is no room for it.
    expect(named).toBeGreaterThanOrEqual(5);
  });

  test('names the start beside the curve, above or below it, and not on it', () => {
    for (const theta of [-4, -2, 1, 5, 13]) {
      const box = chartBox(900);
      const here = { theta, value: valley(theta) };
      landscape.draw(box, { ...landscapeData(), followed: { theta: [theta], value: [here.value], upTo: 0, here } });
      const [start] = box.querySelectorAll('.gd-trajectory-labels text');
      expect(start.textContent).toContain('start');
      const curve = box.querySelector<SVGPathElement>('.gd-curve path')!;
      const { left, right, top, bottom } = start.getBoundingClientRect();
      const frame = curve.ownerSVGElement!.getBoundingClientRect();
      const points = Array.from({ length: 2000 }, (_, i) =>
        curve.getPointAtLength((curve.getTotalLength() * i) / 2000),
      );
      const under = points.filter(({ x, y }) => {
        const [px, py] = [x + frame.left, y + frame.top];
        return px > left && px < right && py > top && py < bottom;
      });
      expect(under, `start at ${theta}`).toEqual([]);
    }
  });

  test('lets a run that leaves the picture leave it in its own direction, and says where it is', () => {
    const box = chartBox(600);
    const theta = [3, 50, -123];
    const value = theta.map((t) => t * t * 10);
    const here = { theta: theta[2], value: value[2] };
    landscape.draw(box, { ...landscapeData(), followed: { theta, value, upTo: 2, here } });
    const steps = [...box.querySelectorAll('.gd-steps line')];
    expect(steps).toHaveLength(2);
    const frame = box.querySelector('.gd-overlay')!.getBoundingClientRect();
    expect(Number(steps[1].getAttribute('y2'))).toBeLessThan(-frame.height);
    expect(Number(steps[0].getAttribute('x2'))).toBeGreaterThan(frame.width);
    expect(Number(steps[1].getAttribute('x2'))).toBeLessThan(0);
    expect(box.querySelector('.gd-steps')!.getAttribute('clip-path')).toContain(box.querySelector('clipPath')!.id);
    expect(box.querySelector('.gd-trajectory-labels')!.textContent).toContain('← −123');
    // The start and where it is now; not the point on the way, which is outside.
    expect(box.querySelectorAll('.gd-trajectory circle')).toHaveLength(2);
  });

  test('draws a function without a minimum, and one that is nowhere finite', () => {
    const box = chartBox(600);
    const { curve, ...rest } = landscapeData();
    landscape.draw(box, { ...rest, curve, stationary: [], population: undefined });
    expect(landscape.summarize({ ...rest, curve, stationary: [], population: undefined })).toContain(
      'no minimum and no maximum',
    );
    landscape.draw(box, {
      ...rest,
      curve: { theta: curve.theta, value: Float64Array.from(curve.theta, () => NaN) },
      stationary: [],
    });
    expect(box.innerHTML).not.toContain('NaN');
  });

  test('marks a saddle point, and names it in the picture and in words', () => {
    const box = chartBox(600);
    const cubic = Float64Array.from({ length: 101 }, (_, i) => (i - 50) / 10);
    const data = {
      ...landscapeData(),
      curve: { theta: cubic, value: cubic.map((x) => x ** 3) },
      domain: { low: -5, high: 5 },
      stationary: [{ theta: 0, value: 0, curvature: 0, kind: 'saddle' as const, threshold: 0 }],
      followed: undefined,
      variable: 'x',
    };
    landscape.draw(box, data);
    expect(box.querySelectorAll('.gd-mark .gd-mark-shape')).toHaveLength(1);
    expect([...box.querySelectorAll('.gd-mark text')].map((text) => text.textContent)).toEqual([
      'saddle point',
      'x = 0',
    ]);
    expect(landscape.summarize(data)).toContain('The function from −5 to 5: saddle point at x = 0.');
  });

  test('is told in words with its numbers', () => {
    expect(landscape.summarize(landscapeData())).toBe(
      'The function from −5 to 20: sharp minimum at θ = 0 (2/f″ = 0.1); maximum at θ = 2.73; wide minimum at θ = 10 (2/f″ = 2). ' +
        '9 runs at iteration 2 of 1000, learning rate 0.3. Where they will end: sharp minimum 2, wide minimum 3, diverged 4.',
    );
  });
});

test('its data have a row for each run that is drawn: the rate, the start, where it is, and how it ends, as its colour says', () => {
  const data = landscapeData();
  const starts = Array.from(data.population!.theta, (theta) => theta + 1);
  const table = landscape.table({ ...data, starts });
  const length = data.population!.theta.length;
  expect(Object.values(table).map((column) => column.length)).toEqual(Array(6).fill(length));
  expect([table['learning rate'][0], table.iteration[0], table.start[0]]).toEqual([0.3, 2, starts[0]]);
  expect(Array.from(table.outcome).slice(0, 3)).toEqual(
    Array.from(data.population!.outcome)
      .slice(0, 3)
      .map((end) => data.outcomes[end].name ?? data.outcomes[end].label),
  );
});

test('of a range in which the minima cannot be told apart, the whole curve is shown', () => {
  const data = landscapeData();
  const theta = Array.from({ length: 101 }, (_, i) => (i - 50) * 20_000);
  const box = chartBox(600);
  const wide = { ...data, domain: { low: -1e6, high: 1e6 }, curve: { theta, value: theta.map((x) => x * x) } };
  landscape.draw(box, wide);
  expect(box.querySelector('.gd-y')!.textContent).toMatch(/×10¹[¹²]/);
});

test('a flat minimum has no limit, and says so in words', () => {
  const data = landscapeData();
  const flat = { ...data, stationary: data.stationary.map((point) => ({ ...point, threshold: Infinity })) };
  const box = chartBox(600);
  landscape.draw(box, flat);
  expect(box.textContent).not.toContain('∞');
  expect(landscape.summarize(flat)).toContain('(f″ = 0: no limit by curvature)');
});
