import type { AnyExperiment } from '../../experiments/experiment';
import { markupOf } from '../markup';

export { toCSV } from '../../charts/kit/csv';
export { chartToPNG, chartToSVG } from '../../charts/kit/export';
export { captionOf } from '../caption';

/** What saving takes is in this file and what it loads: fetched once somebody saves. */
export type Format = 'svg' | 'png' | 'csv' | 'json' | 'html';

/** An element, and what it shows. */
export interface Described extends HTMLElement {
  readonly describes?: AnyExperiment;
}

/** What can be saved of an element. */
export interface Exports {
  exportSVG(view: string): Promise<string>;
  exportPNG(view: string): Promise<Blob>;
  exportCSV(view: string): Promise<string>;
  exportJSON(view?: string): string;
}

/** Hands a view of an element to the person: as a download, or its HTML on the clipboard, where the page may write there. */
export async function save(element: Exports & Described, view: string, format: Format): Promise<void> {
  const { name: experiment, parameters } = element.describes!;
  const name = `${experiment}-${view}.${format}`;
  if (format === 'html') {
    const markup = markupOf(element, parameters, { views: view });
    return navigator.clipboard.writeText(markup).catch(() => download(name, markup, 'text/html'));
  }
  if (format === 'svg') download(name, await element.exportSVG(view), 'image/svg+xml');
  else if (format === 'png') download(name, await element.exportPNG(view));
  else if (format === 'csv') download(name, await element.exportCSV(view), 'text/csv');
  else download(name, element.exportJSON(view), 'application/json');
}

function download(name: string, content: Blob | string, type = 'text/plain'): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun reading by the next task; the address is of no use after that.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
