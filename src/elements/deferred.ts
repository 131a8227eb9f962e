/** A promise that is settled from outside, and that does not complain when nobody listens to its rejection. */
export class Deferred<Value> {
  readonly promise: Promise<Value>;
  resolve!: (value: Value) => void;
  reject!: (reason: unknown) => void;
  #isSettled = false;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = (value) => {
        this.#isSettled = true;
        resolve(value);
      };
      this.reject = (reason) => {
        this.#isSettled = true;
        reject(reason);
      };
    });
    this.promise.catch(() => {});
  }

  /** Itself while pending, so that who waits goes on waiting; a new one once settled. */
  renewed(): Deferred<Value> {
    return this.#isSettled ? new Deferred() : this;
  }
}
