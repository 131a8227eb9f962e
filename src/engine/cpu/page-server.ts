import type { ServerOptions } from '../../workers/server';
import { conv1d } from './conv1d/kernel';
import { conv1dDescent } from './conv1d-descent/kernel';
import { descend } from './descend/kernel';
import { factorize } from './factorize/kernel';
import type { KernelName } from './worker-kernel';
import type { Reply, Request } from './messages';
import { createServer as createServerOf } from './server';
import { trace } from './trace/kernel';

const kernels = { descend, trace, conv1d, conv1dDescent, factorize } satisfies Record<KernelName, unknown>;

/** The page itself knows every computation. */
export function createServer(options: ServerOptions<Reply>): (request: Request) => void {
  return createServerOf(kernels, options);
}
