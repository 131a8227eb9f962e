import { escapeHtml } from '../docs/blocks';
import type { Html } from '../docs/page';
import type { LabExperiment } from './lab';
import type { ProblemId } from './problems';

type Claims = LabExperiment['claims'];

/** Whether an answer's source is a problem or a part of it: `S4.Q3d` is of `S4.Q3`. */
export const isOf = (id: ProblemId, source: string) => source.startsWith(id) && !/^\d/.test(source.slice(id.length));

/**
 * The printed answers as a table whose right half is filled when they are checked.
 * @param only the problem whose answers they are; all of the experiment's where it is left out
 */
export function sheetTable(label: string, name: string, claims: Claims, only?: ProblemId): Html {
  const rows = claims.flatMap(({ source, statement }, i) =>
    only === undefined || isOf(only, source)
      ? `<tr data-claim="${name} ${i}">
<th scope="row">${source === only ? '' : `<span class="source">${source}</span> `}${escapeHtml(statement)}</th>
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
