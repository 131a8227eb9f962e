import { serve } from '../../workers/serve';
import { draws } from './draws';
import type { Reply, Request } from './messages';
import { createServer } from './server';

serve<Request, Reply>((options) => createServer(draws, options));
