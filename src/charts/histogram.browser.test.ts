import { afterEach, describe, expect, test, vi } from 'vitest';
import { chartBox, DIVERGED, histogramData, overlappingTexts, pointer, press } from './charts.fixtures';
import { setWords } from '../words/set-words';
import { histogram } from './histogram';

afterEach(() => document.body.replaceChildren());

const panelsOf = (box: Element) => [...box.querySelectorAll('.gd-panel')];
const barsOf = (panel: Element) => [...panel.querySelectorAll<SVGRectElement>('.gd-bars rect')];

describe('the histogram', () => {
  test('draws every run: the bars of each panel add up to all starts, the diverged ones among them', () => {
    const box = chartBox(900);
    const data = histogramData();
    histogram.draw(box, data);
    for (const [i, panel] of panelsOf(box).entries()) {
      const counts = barsOf(panel).map((bar) => Number(bar.dataset.count));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(data.panels[i].total);
    }
    expect(
      barsOf(panelsOf(box)[1])
        .filter((bar) => bar.dataset.outcome === String(DIVERGED))
        .map((bar) => bar.dataset.count),
    ).toEqual(['880']);
  });

  test('draws a column as high as its share on the scale of the axis, and what shares a column on top of each other', () => {
    const box = chartBox(900);
    histogram.draw(box, histogramData());
    const height = (bar: SVGRectElement) => Number(bar.getAttribute('height'));
    const [sharp, wide] = barsOf(panelsOf(box)[0]);
    expect(height(sharp) / height(wide)).toBeCloseTo(Math.sqrt(320 / 680), 2);
    const shared = barsOf(panelsOf(box)[1]).filter((bar) => ['1', '60'].includes(bar.dataset.count!));
    expect(shared).toHaveLength(2);
    expect(height(shared[0]) / height(shared[1])).toBeCloseTo(1 / 60, 3);
    expect(Number(shared[0].getAttribute('y'))).toBeCloseTo(Number(shared[1].getAttribute('y')) + height(shared[1]), 3);
  });

  test.each([320, 1100])('has bars of at least 2 pixels and no labels on one another at %i pixels', (width) => {
    const box = chartBox(width);
    histogram.draw(box, histogramData());
    for (const bar of box.querySelectorAll('.gd-bars rect'))
      expect(Number(bar.getAttribute('width'))).toBeGreaterThanOrEqual(2);
    expect(overlappingTexts(box)).toEqual([]);
  });

  test('keeps what ended outside the range in columns of their own beside it', () => {
    const box = chartBox(900);
    histogram.draw(box, histogramData());
    const bars = barsOf(panelsOf(box)[1]);
    const at = (count: number) => Number(bars.find((bar) => bar.dataset.count === String(count))!.getAttribute('x'));
    expect(at(4)).toBeLessThan(at(50));
    expect(at(5)).toBeGreaterThan(at(60));
    expect(at(880)).toBeGreaterThan(at(5));
    expect(box.textContent).toContain('below');
  });

  test('draws only those panels again that are drawn from other numbers, and all where the language is another', () => {
    const box = chartBox(900);
    const data = histogramData();
    const touched = (draw: () => void) => {
      const observer = new MutationObserver(() => {});
      observer.observe(box, { subtree: true, childList: true, attributes: true, characterData: true });
      draw();
      const targets = observer.takeRecords().map(({ target }) => target);
      observer.disconnect();
      return panelsOf(box).map((panel) => targets.some((target) => panel.contains(target)));
    };
    histogram.draw(box, data);
    const [first, ...others] = data.panels;
    const moved = { ...data, panels: [{ ...first, learningRate: 0.123 }, ...others] };
    expect(touched(() => histogram.draw(box, moved))).toEqual([true, ...others.map(() => false)]);
    expect(touched(() => histogram.draw(box, { ...moved, highlighted: 0 }))).toEqual(data.panels.map(() => true));
    expect(touched(() => histogram.draw(box, { ...moved, highlighted: 0, width: 700 }))).toEqual(
      data.panels.map(() => true),
    );
    setWords({ words: { histogram: { starts: '{number} Starts; {settled}' } } });
    expect(touched(() => histogram.draw(box, { ...moved, highlighted: 0, width: 700 }))).toContain(true);
    setWords();
  });

  test('states count and percentage of every outcome', () => {
    const box = chartBox(900);
    histogram.draw(box, histogramData());
    const rows = [...panelsOf(box)[1].querySelectorAll('tr')].map((row) =>
      [...row.cells].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['sharp minimum', '0', '0\u202f%'],
      ['wide minimum', '1', '0.1\u202f%'],
      ['still moving', '119', '11.9\u202f%'],
      ['diverged', '880', '88\u202f%'],
    ]);
    expect(histogram.summarize(histogramData())).toContain(
      'Learning rate 2: wide minimum 0.1\u202f%, still moving 11.9\u202f%, diverged 88\u202f% of 1000 starts.',
    );
  });

  test('reads its columns by pointer and by arrow keys alike', () => {
    const box = chartBox(900);
    histogram.draw(box, histogramData());
    const panel = panelsOf(box)[0];
    const slider = panel.querySelector('[role=slider]')!;
    pointer('pointermove', slider, 0.05, 0.5);
    const shown = panel.querySelector('.gd-readout')!.textContent!;
    expect(shown).toContain('sharp minimum: 320 (32\u202f%)');
    press(slider, 'ArrowRight');
    expect(slider.getAttribute('aria-valuetext')).toContain('wide minimum: 680 (68\u202f%)');
    press(slider, 'ArrowLeft');
    expect(panel.querySelector('.gd-readout')!.textContent).toBe(shown);
  });

  test('names the panel that was picked, and shows which one is selected', () => {
    const box = chartBox(900);
    const onPick = vi.fn();
    histogram.draw(box, { ...histogramData(), selected: histogramData().panels[1].learningRate, onPick });
    const buttons = [...box.querySelectorAll<HTMLButtonElement>('.gd-panel-pick')];
    expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    buttons[0].click();
    expect(onPick).toHaveBeenCalledWith(0);
  });

  test('drops the panels that are no longer there', () => {
    const box = chartBox(900);
    const data = histogramData();
    histogram.draw(box, data);
    histogram.draw(box, { ...data, panels: data.panels.slice(1) });
    expect(panelsOf(box).map((panel) => panel.querySelector('.gd-panel-pick')!.textContent)).toEqual([
      'learning rate 2',
    ]);
  });
});

test('its data are the columns that are drawn, and those of every learning rate add up to its starts', () => {
  const data = histogramData();
  const table = histogram.table(data);
  const names = Object.keys(table).slice(4);
  const rows = Array.from(table.starts, (_, row) => names.reduce((sum, name) => sum + Number(table[name][row]), 0));
  data.panels.forEach(({ learningRate, total, bins }) => {
    const own = rows.filter((_, row) => table['learning rate'][row] === learningRate);
    expect(own).toHaveLength(bins.count + 3);
    expect(own.reduce((sum, count) => sum + count, 0)).toBe(total);
  });
  expect([table.from[0], table.to[0], table.from[1]]).toEqual(['', data.panels[0].bins.low, data.panels[0].bins.low]);
  const [totals] = histogram.facts!(data).totals as Record<string, unknown>[];
  expect(totals).toMatchObject({ learningRate: data.panels[0].learningRate });
});
