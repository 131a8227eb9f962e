import { escapeHtml } from '../docs/blocks';
import type { Html } from '../docs/page';
import type { LabExperiment } from './lab';

type Claims = LabExperiment['claims'];

/** The printed answers as a table whose right half is filled when they are checked. */
export function sheetTable(
  label: string,
  name: string,
  claims: Claims,
  chosen: (source: string) => boolean = () => true,
): Html {
  const rows = claims.flatMap(({ source, statement }, i) =>
    chosen(source)
      ? `<tr data-claim="${name} ${i}">
<th scope="row"><span class="source">${source}</span> ${escapeHtml(statement)}</th>
<td class="computed">Not computed yet.</td>
<td class="verdict">–</td>
</tr>`
      : [],
  );
  if (rows.length === 0) return '';
  return `<div class="scroll" role="region" aria-label="${escapeHtml(label)}" tabindex="0">
<table class="claims">
<thead><tr><th scope="col">The sheet</th><th scope="col">Computed here</th><th scope="col">Verdict</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>`;
}
