import type { Request } from './messages';
import { createServer } from './server';

// A message to itself comes after those that wait already, and sooner than any timer.
const { port1, port2 } = new MessageChannel();
let then: () => void;
port1.onmessage = () => then();

const serve = createServer({
  reply: (reply, transfer) => postMessage(reply, { transfer }),
  sliceMilliseconds: 30,
  pause: (callback) => {
    then = callback;
    port2.postMessage(undefined);
  },
});

onmessage = ({ data }: MessageEvent<Request>) => serve(data);
