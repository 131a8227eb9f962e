import { withoutAnswers, type Drawn, type Tool, type Ui, type Views } from '../experiments/view';
import { wordsVersion } from '../words/words';
import type { Changes } from './parts/tools';
import type { Made, Runner } from './runner';

/** What the element says of itself to its pictures. */
export interface UiState {
  isInteractive: boolean;
  hidesAnswers: boolean;
  isBusy: boolean;
  /** See `Ui.phase`. */
  phase: number;
}

/** Where a view's picture stands, and where it is told in words. */
export interface Figure {
  container: HTMLElement;
  words: HTMLElement;
}

/** A picture as it stands. */
interface Drawing {
  container: HTMLElement;
  width: number;
  /** What it was to be drawn from last. */
  asked: Data;
  /** What it is drawn from: where drawing fails, what it was before; undefined where there was nothing. */
  data: Data | undefined;
}

/** A value that a picture's data were made from. */
interface Read {
  now: () => unknown;
  then: unknown;
}

/** A picture's data, and everything that they were made from. */
interface Data {
  made: Made;
  words: number;
  reads: Read[];
  data: object;
}

/**
 * Draws each view's chart, and again only when something that its data were made from has changed: the reads are
 * recorded while the data are made, so that no view has to list them.
 */
export class Pictures {
  state: UiState = { isInteractive: true, hidesAnswers: false, isBusy: false, phase: 1 };
  readonly #data = new Map<string, Data>();
  readonly #drawn = new Map<string, Drawing>();
  #pointed: number | undefined;
  #pinned: number | undefined;

  constructor(
    readonly runner: Runner,
    readonly views: Views,
    readonly changes: Changes,
  ) {}

  /**
   * Draws a view if it is not drawn as it should be, and says it in words below. While it is computed anew, the last picture stays;
   * so it does where drawing fails: the words are always those of the picture.
   */
  draw(view: string, { container, words }: Figure, width: number): void {
    const data = this.#current(view);
    if (!data) return;
    const last = this.#drawn.get(view);
    if (last?.asked === data && last.container === container && last.width === width) return;
    const before = last?.container === container ? last.data : undefined;
    const drawing: Drawing = { container, width, asked: data, data: before };
    this.#drawn.set(view, drawing);
    container.style.setProperty('--_drawn', `${width}px`);
    const { chart } = this.views[view];
    try {
      chart.draw(container, { ...data.data, width });
      words.textContent = chart.summarize(data.data, container);
      drawing.data = data;
    } catch (error) {
      // What was drawn before it failed is mixed with the last picture.
      this.redraw(view);
      throw error;
    }
  }

  /** Draws a view again that stands. */
  redraw(view: string): void {
    const { container, width, data } = this.#drawn.get(view)!;
    if (data) this.views[view].chart.draw(container, { ...data.data, width });
  }

  /** Takes a view's picture and its words away. */
  clear(view: string, { container, words }: Figure): void {
    this.#drawn.delete(view);
    container.replaceChildren();
    words.textContent = '';
  }

  /** Draws everything anew at the next update. */
  forget(): void {
    this.#drawn.clear();
    this.#data.clear();
  }

  /** The picture's data as columns. */
  table(view: string): Record<string, ArrayLike<number | string>> {
    return this.views[view].chart.table(this.#allOf(view));
  }

  /** What the picture says: in words, in single numbers, and as columns. Plain data. */
  content(view: string): object {
    const { chart } = this.views[view];
    const data = this.#allOf(view);
    const columns = Object.entries(chart.table(data)).map(([name, values]) => [name, Array.from(values)]);
    const container = this.#drawn.get(view)?.container;
    return {
      summary: chart.summarize(data, container),
      ...chart.facts?.(data),
      data: Object.fromEntries(columns) as object,
    };
  }

  /** The picture's data with its answers, whether they are hidden or not. */
  #allOf(view: string): object {
    const made = this.runner.made.get(view)!;
    if (!this.state.hidesAnswers) return this.#dataOf(view, made).data;
    return this.views[view].data(this.#input(made, [], { hidesAnswers: false })) as object;
  }

  /** The controls that belong to the picture; none before there is one. */
  tools(view: string): readonly Tool[] {
    const made = this.runner.made.get(view);
    const tools = made ? (this.views[view].tools?.(this.#input(made, [])) ?? []) : [];
    return this.state.hidesAnswers ? tools.map(withoutAnswers) : tools;
  }

  #current(view: string): Data | undefined {
    const made = this.runner.made.get(view);
    return made && this.runner.isCurrent(view) ? this.#dataOf(view, made) : undefined;
  }

  #dataOf(view: string, made: Made): Data {
    const last = this.#data.get(view);
    const isFresh =
      last?.made === made &&
      last.words === wordsVersion() &&
      last.reads.every(({ now, then }) => Object.is(now(), then));
    if (isFresh) return last;
    const reads: Read[] = [];
    const data = this.views[view].data(this.#input(made, reads)) as object;
    const current = { made, words: wordsVersion(), reads, data };
    this.#data.set(view, current);
    return current;
  }

  #input(made: Made, reads: Read[], asked: Partial<UiState> = {}): Drawn<unknown, unknown, unknown, unknown> {
    const others = () => {
      const found: Record<string, unknown> = {};
      for (const [name, other] of this.runner.made) if (other.run === made.run) found[name] = other.computed;
      return found;
    };
    const parameters = recorded(() => this.runner.parameters!, reads);
    const refused = recorded(() => this.runner.refused, reads);
    const highlighted = () => this.#pointed ?? this.#pinned;
    const ui = recorded(() => ({ ...this.state, ...asked, highlighted: highlighted() }), reads);
    return {
      ...made,
      others: recorded(others, reads),
      ui: Object.create(ui, {
        parameters: { value: parameters },
        refused: { value: refused },
        hover: { value: this.#hover },
        pin: { value: this.#pin },
        set: { value: this.changes.set },
        move: { value: this.changes.move },
      }) as Ui<unknown>,
    };
  }

  readonly #hover = (outcome: number | undefined) => {
    this.#pointed = outcome;
    this.runner.host.changed();
  };

  readonly #pin = (outcome: number) => {
    this.#pinned = this.#pinned === outcome ? undefined : outcome;
    this.runner.host.changed();
  };
}

/** An object as it is at any time, whose reads are recorded. */
function recorded<T extends object>(current: () => T, reads: Read[]): T {
  const read = (key: PropertyKey) => (current() as Record<PropertyKey, unknown>)[key];
  return new Proxy({} as T, {
    get: (_, key) => {
      const then = read(key);
      reads.push({ now: () => read(key), then });
      return then;
    },
    has: (_, key) => key in current(),
    ownKeys: () => Reflect.ownKeys(current()),
    getOwnPropertyDescriptor: (_, key) => ({ value: read(key), enumerable: true, configurable: true }),
  });
}
