import { one } from './dom';

const ICONS = {
  'zoom-in': { name: 'Zoom in', path: 'M8,3V13M3,8H13' },
  'zoom-out': { name: 'Zoom out', path: 'M3,8H13' },
  home: { name: 'Show everything', path: 'M2.5,8L8,3L13.5,8M4.5,7V13H11.5V7' },
} as const;

type Tool = keyof typeof ICONS;

/** The buttons beside a zoomable picture. */
export function drawTools(parent: HTMLElement, tools: Record<Tool, { isEnabled: boolean; press(): void }>): void {
  const bar = one<HTMLDivElement>(parent, 'div', 'gd-tools');
  bar.dataset.export = 'skip';
  for (const [tool, { name, path }] of Object.entries(ICONS) as [Tool, (typeof ICONS)[Tool]][]) {
    const button = one<HTMLButtonElement>(bar, 'button', `gd-${tool} gd-tool`);
    button.type = 'button';
    button.title = name;
    button.setAttribute('aria-label', name);
    button.disabled = !tools[tool].isEnabled;
    button.onclick = tools[tool].press;
    const icon = one<SVGSVGElement>(button, 'svg', 'gd-icon');
    icon.setAttribute('viewBox', '0 0 16 16');
    icon.setAttribute('aria-hidden', 'true');
    one(icon, 'path', 'gd-icon-path').setAttribute('d', path);
  }
}
