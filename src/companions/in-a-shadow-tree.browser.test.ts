import { afterEach, expect, test } from 'vitest';
import '../define';

afterEach(() => document.body.replaceChildren());

// In a page of its own file: once they are registered they are so everywhere.
test('a value, a slider and a task that stand in a shadow tree alone come alive, though it is closed', async () => {
  const root = document.createElement('div').attachShadow({ mode: 'closed' });
  document.body.append(root.host);
  root.innerHTML = '<gd-box-constraint id="box" views="map"></gd-box-constraint>';
  await new Promise((resolve) => setTimeout(resolve));
  expect(customElements.get('gd-value')).toBe(undefined);
  const value = document.createElement('gd-value');
  Object.entries({ for: 'box', of: 'learning-rate' }).forEach(([name, text]) => value.setAttribute(name, text));
  root.append(value, document.createElement('gd-slider'), document.createElement('gd-task'));
  await Promise.all(['gd-value', 'gd-slider', 'gd-task'].map((tag) => customElements.whenDefined(tag)));
  await expect.poll(() => value.shadowRoot!.textContent).toBe('1');
});
