import { afterMessages } from '../workers/after-messages';
import type { Request } from './messages';
import { createServer } from './server';

const serve = createServer({
  reply: (reply, transfer) => postMessage(reply, { transfer }),
  sliceMilliseconds: 30,
  pause: afterMessages,
});

onmessage = ({ data }: MessageEvent<Request>) => serve(data);
