import { chooseEngine } from '../engine/chooser';
import type { EngineInfo } from '../engine/contract';
import { engines, type EnginePreference } from '../engine/engines';
import type { Audit } from '../engine/population';
import type { AnyExperiment } from '../experiments/experiment';

/** What is known of the last run: the problem and its result. */
export interface Audited {
  problem: object;
  engine: EngineInfo;
}

/** The engine that others are held against. */
const REFERENCE = engines.find(({ precision }) => precision === 'float64')!.kind;

/** A sample of an element's runs computed again in float64, when a person asks for it. What was found goes with the run that it is about. */
export class AuditOnDemand {
  #about: object | undefined;
  #state: 'asked' | 'failed' | Audit | undefined;

  constructor(
    readonly experiment: AnyExperiment,
    readonly changed: () => void,
  ) {}

  /** `offered` where a run in float32 can be audited; then what came of it. Undefined where there is nothing to audit. */
  stateOf(run: Audited | undefined): 'offered' | 'asked' | 'failed' | Audit | undefined {
    if (!this.experiment.audit || !run || run.engine.precision === 'float64') return undefined;
    return this.#about === run.problem ? this.#state : 'offered';
  }

  async begin({ problem, engine }: Audited): Promise<void> {
    this.#about = problem;
    this.#become(problem, 'asked');
    const same = chooseEngine(engine.kind as EnginePreference);
    try {
      const found = await this.experiment.audit!(problem, same, chooseEngine(REFERENCE), {});
      // Computed elsewhere meanwhile, the sample says nothing of what is shown.
      this.#become(problem, same.notice ? 'failed' : found);
    } catch {
      this.#become(problem, 'failed');
    }
  }

  #become(problem: object, state: 'asked' | 'failed' | Audit): void {
    if (this.#about !== problem) return;
    this.#state = state;
    this.changed();
  }
}
