import { html, type TemplateResult } from 'lit';
import type { EngineInfo } from '../../engine/contract';

/** What is said about an element's computation. */
export interface Computation {
  readonly state: string;
  readonly progress: number;
  readonly result: { engine: EngineInfo } | undefined;
  readonly notice: string | undefined;
}

/** The line about engine and progress. */
export function renderStatus(computation: Computation): TemplateResult {
  const percent = Math.floor(100 * computation.progress);
  return html`
    <div class="status" part="status">
      ${computation.state === 'running'
        ? html`<progress aria-label="Progress" max="1" .value=${computation.progress}></progress><span>computing, ${percent} %</span>`
        : html`<span role="status">${stateText(computation)}</span>`}
    </div>
  `;
}

function stateText({ state, result, notice }: Computation): string {
  if (!result) return state === 'idle' ? 'Not computed yet.' : '';
  const { kind } = result.engine;
  // How many workers a machine has is for `result` to say: a picture is the same on all of them.
  const adapter = kind === 'cpu' ? 'float64' : result.engine.adapter;
  const where = kind === 'webgpu' ? `the GPU (WebGPU, float32; ${adapter})` : `the CPU (${adapter})`;
  if (state !== 'done') return `The picture is an earlier one, computed on ${where}.`;
  return notice ? `${notice.replace(/\.$/, '')} (${adapter}).` : `Computed on ${where}.`;
}
