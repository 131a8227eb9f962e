import { MAXIMUM_RATINGS, type Ratings } from './ratings';
import type { WorkOptions } from './source';

/** Once nobody waits for it any more, loading goes on for so long: who wants another rank stops waiting, and asks again. */
const ORPHAN_MILLISECONDS = 500;

interface Loading {
  ratings: Promise<Ratings>;
  controller: AbortController;
  waiting: Set<(fraction: number) => void>;
  /** Once it is loaded. */
  size: number;
}

/** Loaded ratings, kept by a key, so that what is asked for again is not loaded again. */
export class Shelf {
  /** Those that were asked for last come last. */
  #loadings = new Map<string, Loading>();

  get size(): number {
    return this.#loadings.size;
  }

  has(key: string): boolean {
    return this.#loadings.has(key);
  }

  /** Loads what is not there yet. All that wait for the same share the loading; once none does, it is aborted. */
  async get(
    key: string,
    load: (run: Required<WorkOptions>) => Promise<Ratings>,
    { signal, onProgress }: Required<WorkOptions>,
  ): Promise<Ratings> {
    const loading = this.#loadings.get(key) ?? this.#start(key, load);
    this.#loadings.delete(key);
    this.#loadings.set(key, loading);
    loading.waiting.add(onProgress);
    const leave = () => {
      loading.waiting.delete(onProgress);
      if (loading.waiting.size === 0 && loading.size === 0)
        setTimeout(() => loading.waiting.size === 0 && this.#drop(key, loading), ORPHAN_MILLISECONDS);
    };
    signal.addEventListener('abort', leave);
    try {
      return await loading.ratings;
    } finally {
      loading.waiting.delete(onProgress);
      signal.removeEventListener('abort', leave);
    }
  }

  /** Gives something back, once nobody waits for it. */
  release(key: string): void {
    const loading = this.#loadings.get(key);
    if (loading?.waiting.size === 0) this.#drop(key, loading);
  }

  #start(key: string, load: (run: Required<WorkOptions>) => Promise<Ratings>): Loading {
    const controller = new AbortController();
    const waiting: Loading['waiting'] = new Set();
    const onProgress = (fraction: number) => waiting.forEach((report) => report(fraction));
    const loading: Loading = { controller, waiting, size: 0, ratings: load({ signal: controller.signal, onProgress }) };
    loading.ratings.then(
      (ratings) => {
        loading.size = ratings.values.length;
        this.#makeRoom(loading);
      },
      // What failed is tried again when it is asked for again.
      () => this.#drop(key, loading),
    );
    return loading;
  }

  #drop(key: string, loading: Loading): void {
    if (this.#loadings.get(key) !== loading) return;
    this.#loadings.delete(key);
    if (loading.size === 0) loading.controller.abort();
  }

  /** All that is kept should not take more memory than the largest that may be loaded. */
  #makeRoom(newest: Loading): void {
    let room = MAXIMUM_RATINGS - newest.size;
    for (const [key, loading] of [...this.#loadings].reverse()) {
      if (loading !== newest && loading.size > 0 && (room -= loading.size) < 0) this.#loadings.delete(key);
    }
  }
}
