import { html, type TemplateResult } from 'lit';
import { formatCount, formatShare } from '../../charts/kit/format';
import type { EngineInfo } from '../../engine/contract';
import type { Audit } from '../../engine/population';
import { elementWords as say } from '../../words/elements';
import { localized } from '../../words/numbers';

/** What is said about an element's computation. */
export interface Computation {
  readonly state: string;
  readonly isCancelled: boolean;
  readonly progress: number;
  /** Where the last result was computed; undefined before there is one. */
  readonly engine: EngineInfo | undefined;
  readonly notice: string | undefined;
  /** What came of computing a sample again in float64, and how that is begun; undefined where there is nothing to compare. */
  readonly audit?: { state: 'offered' | 'asked' | 'failed' | Audit; begin: () => void };
}

/** The line about engine and progress. */
export function renderStatus(computation: Computation): TemplateResult {
  const percent = Math.floor(100 * computation.progress);
  return html`
    <div class="status" part="status">
      ${
        computation.state === 'running'
          ? html`<progress aria-label=${say('progress')} max="1" .value=${computation.progress}></progress><span>${say('computing', { percent: localized(`${percent} %`) })}</span>`
          : html`<span role="status">${computation.audit ? renderAudited(computation, computation.audit) : stateText(computation)}</span>`
      }
    </div>
  `;
}

/** Where it was computed, and the way to hold it against float64; in its place, what came of that. */
function renderAudited(
  computation: Computation,
  { state, begin }: NonNullable<Computation['audit']>,
): TemplateResult | string {
  if (state === 'asked') return say('auditing');
  if (state === 'failed') return say('auditFailed');
  if (state === 'offered')
    return html`${stateText(computation)} <button type="button" class="audit" @click=${begin}>${say('audit')}</button>`;
  const { runs, different, share } = state;
  if (different === 0) return say('auditedAlike', { count: runs });
  return say('audited', { runs: formatCount(runs), number: formatCount(different), share: formatShare(share) });
}

function stateText({ state, isCancelled, engine: info, notice }: Computation): string {
  if (state === 'idle' && isCancelled) return say(info ? 'cancelledEarlier' : 'cancelled');
  if (!info) return state === 'idle' ? say('notComputed') : '';
  const { kind, workers } = info;
  // How many workers a machine has is for `result` to say: a picture is the same on all of them.
  const adapter = kind === 'webgpu' ? info.adapter : workers === 0 ? say('mainThread') : say('inWorkers');
  const engine = kind === 'webgpu' ? say('onGPU', { adapter }) : say('onCPU', { adapter });
  if (state !== 'done') return say('earlier', { engine });
  return notice ? say('withAdapter', { notice: notice.replace(/[.。]$/, ''), adapter }) : say('computedOn', { engine });
}
