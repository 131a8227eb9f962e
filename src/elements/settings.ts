import type { AnyExperiment } from '../experiments/experiment';
import type { AnyParameter } from '../experiments/parameters/parameter';

/** What belongs to the page and its author: Reset goes back to it, where everything else goes to its default. */
const PAGES_OWN = ['views', 'controls', 'loading', 'sync', 'answers'];

/** The values of an element's properties: who sets them, and where they go back to. */
export class Settings {
  #authored: Readonly<Record<string, unknown>> | undefined;

  constructor(
    /** The element itself. */
    readonly values: Record<string, unknown>,
    readonly experiment: AnyExperiment,
    readonly parameterList: readonly AnyParameter[],
  ) {}

  /** Every parameter's value, valid or not. */
  get all(): Record<string, unknown> {
    return Object.fromEntries(this.parameterList.map(({ name }) => [name, this.values[name]]));
  }

  /** The properties that hold data, as far as there are any. */
  get data(): Readonly<Record<string, unknown>> {
    const given = this.#dataNames.map((name) => [name, this.values[name]] as const);
    return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== null));
  }

  get #dataNames(): string[] {
    return this.experiment.data?.map(({ name }: { name: string }) => name) ?? [];
  }

  /** What has changed, by the names of the properties. */
  moved(changed: { has(name: PropertyKey): boolean }): { parameters: string[]; data: boolean; isFirst: boolean } {
    // The first time, what is there is what the page's author wrote.
    const isFirst = this.#authored === undefined;
    this.#authored ??= this.all;
    const parameters = this.parameterList.map(({ name }) => name).filter((name) => changed.has(name));
    return { parameters, data: this.#dataNames.some((name) => changed.has(name)), isFirst };
  }

  /** A property's value as it is kept: a text is parsed, and a number is a list of one where a list is taken. */
  adopt(name: string, value: unknown): unknown {
    const parameter = this.parameterList.find((one) => one.name === name);
    if (!parameter || (typeof value !== 'string' && typeof value !== 'number')) return value;
    try {
      return parameter.check(value);
    } catch {
      // Kept as it is, so that a setter never throws; the runner refuses it in words.
      return value;
    }
  }

  /**
   * What a parameter becomes when it is moved, and those that follow it.
   * @param current the parameters before, if they were valid
   */
  movedBy(name: string, value: unknown, current: object | undefined): Record<string, unknown> {
    const adopted = this.adopt(name, value);
    return { ...(current && this.experiment.follow?.(name, adopted, current)), [name]: adopted };
  }

  /**
   * Moves a parameter, and with it those that follow it.
   * @returns the value that it has now
   */
  change(name: string, value: unknown, current: object | undefined): unknown {
    Object.assign(this.values, this.movedBy(name, value, current));
    return this.values[name];
  }

  /** The parameters and data that are not where Reset leads, with what they go back to; one may move those after it. */
  *astray(): Generator<[name: string, home: unknown]> {
    for (const parameter of this.parameterList) {
      const { name } = parameter;
      const home = this.#homeOf(parameter);
      if (parameter.print(this.values[name]) !== parameter.print(home)) yield [name, home];
    }
    for (const name of Object.keys(this.data)) yield [name, undefined];
  }

  /** Puts the element as these attributes have it, and everything else where Reset leads. */
  setUp(attributes: Readonly<Record<string, string>>): void {
    for (const parameter of this.parameterList) {
      const { name, attribute } = parameter;
      this.values[name] = attribute in attributes ? attributes[attribute] : this.#homeOf(parameter);
    }
    for (const name of this.#dataNames) this.values[name] = undefined;
  }

  #homeOf({ name, default: value }: AnyParameter): unknown {
    return PAGES_OWN.includes(name) ? this.#authored?.[name] : value;
  }
}
