import { one } from './old';
import { rasterWords as say } from '../words/charts-descent';

const ICONS = {
  'zoom-in': { words: 'zoomIn', path: 'M8,3V13M3,8H13' },
  'zoom-out': { words: 'zoomOut', path: 'M3,8H13' },
  home: { words: 'home', path: 'M2.5,8L8,3L13.5,8M4.5,7V13H11.5V7' },
} as const;

type Tool = keyof typeof ICONS;

/** The buttons beside a zoomable picture. */
export function drawTools(parent: HTMLElement, tools: Record<Tool, { isEnabled: boolean; press(): void }>): void {
  const bar = one<HTMLDivElement>(parent, 'div', 'gd-tools');
  bar.dataset.export = 'skip';
  for (const [tool, { words, path }] of Object.entries(ICONS) as [Tool, (typeof ICONS)[Tool]][]) {
    const button = one<HTMLButtonElement>(bar, 'button', `gd-${tool} gd-tool`);
    button.type = 'button';
    button.title = say(words);
    button.setAttribute('aria-label', say(words));
    button.disabled = !tools[tool].isEnabled;
    button.onclick = tools[tool].press;
    const icon = one<SVGSVGElement>(button, 'svg', 'gd-icon');
    icon.setAttribute('viewBox', '0 0 16 16');
    icon.setAttribute('aria-hidden', 'true');
    one(icon, 'path', 'gd-icon-path').setAttribute('d', path);
  }
}
