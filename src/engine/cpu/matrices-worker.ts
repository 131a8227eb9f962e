import { serve } from '../../workers/serve';
import { matrices } from './matrices';
import type { Reply, Request } from './messages';
import { createServer } from './server';

serve<Request, Reply>((options) => createServer(matrices, options));
