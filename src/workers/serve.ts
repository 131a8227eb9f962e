import { afterMessages } from './after-messages';
import type { CreateServer } from './server';

/** All that a worker's own script does: it serves the page's requests. */
export function serve<Request, Reply>(create: CreateServer<Request, Reply>): void {
  const handle = create({
    reply: (reply, transfer) => postMessage(reply, { transfer }),
    sliceMilliseconds: 30,
    pause: afterMessages,
  });
  onmessage = ({ data }: MessageEvent<Request>) => handle(data);
}
