import type { ServerOptions } from '../../workers/server';
import { draws } from './draws';
import { formulas } from './formulas';
import { matrices } from './matrices';
import type { Reply, Request } from './messages';
import { createServer as createServerOf } from './server';

/** The page itself knows every computation. */
export function createServer(options: ServerOptions<Reply>): (request: Request) => void {
  return createServerOf({ ...formulas, ...matrices, ...draws }, options);
}
