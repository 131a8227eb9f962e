import { serve } from '../../workers/serve';
import { formulas } from './formulas';
import type { Reply, Request } from './messages';
import { createServer } from './server';

serve<Request, Reply>((options) => createServer(formulas, options));
