/** What a server of requests is given by its host: a worker, or the page itself. */
export interface ServerOptions<Reply> {
  reply: (reply: Reply, transfer: ArrayBuffer[]) => void;
  /** Work goes on for so long before messages are looked at. */
  sliceMilliseconds: number;
  /** Calls back as soon as the messages that have arrived were handled. */
  pause: (then: () => void) => void;
}

/** Makes what handles the page's requests. The same code serves in a worker and, where there are no workers, on the page. */
export type CreateServer<Request, Reply> = (options: ServerOptions<Reply>) => (request: Request) => void;

/** A server, as the page sees it. */
export interface Server<Request> {
  /** Buffers that are named move instead of being copied. */
  send: (request: Request, transfer?: ArrayBuffer[]) => void;
  stop: () => void;
}
