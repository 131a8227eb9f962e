import { frameMarkup, scriptMarkupHere } from '../embedding';
import { labAddress, type Described } from '../lab';
import { markupOf } from '../markup';

export { toCSV } from '../../charts/kit/csv';
export { chartToPNG, chartToSVG } from '../../charts/kit/export';
export { captionOf } from '../caption';

/** What saving takes is in this file and what it loads: fetched once somebody saves. */
export type Format = 'svg' | 'png' | 'csv' | 'json' | 'html' | 'frame';

/** What a person is told of it, by its key among the elements' words. */
export type Told = 'copied' | 'copiedAsFile' | 'savedFromFrame' | undefined;

/** What can be saved of an element. */
export interface Exports {
  exportSVG(view: string): Promise<string>;
  exportPNG(view: string): Promise<Blob>;
  exportCSV(view: string): Promise<string>;
  exportJSON(view?: string): string;
}

/** Hands a view of an element to the person: as a download, or its HTML on the clipboard, where the page may write there. */
export async function save(element: Exports & Described, view: string, format: Format): Promise<Told> {
  const { name: experiment, title } = element.describes!;
  const name = `${experiment}-${view}.${format}`;
  if (format === 'html' || format === 'frame') {
    const markup =
      format === 'html'
        ? [scriptMarkupHere(), markupOf(element, element.parameterList, { views: view })].filter(Boolean).join('\n')
        : frameMarkup(labAddress(element, view, 'embed')!, title);
    try {
      await navigator.clipboard.writeText(markup);
      return 'copied';
    } catch {
      download(`${experiment}-${view}.html`, markup, 'text/html');
      return 'copiedAsFile';
    }
  }
  if (format === 'svg') download(name, await element.exportSVG(view), 'image/svg+xml');
  else if (format === 'png') download(name, await element.exportPNG(view));
  else if (format === 'csv') download(name, await element.exportCSV(view), 'text/csv');
  else download(name, element.exportJSON(view), 'application/json');
  return isInSandbox() ? 'savedFromFrame' : undefined;
}

/** Whether the page stands in a frame that may have been kept from saving: nothing tells whether it was. */
const isInSandbox = () => globalThis.origin === 'null' && location.protocol !== 'file:';

function download(name: string, content: Blob | string, type = 'text/plain'): void {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun reading by the next task; the address is of no use after that.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
