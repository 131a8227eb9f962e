import { serve } from '../../workers/serve';
import { descend } from './descend/kernel';
import type { Reply, Request } from './messages';
import { createServer } from './server';
import { trace } from './trace/kernel';

serve<Request, Reply>((options) => createServer({ descend, trace }, options));
