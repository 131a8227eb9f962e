import { serve } from '../../workers/serve';
import { conv1d } from './conv1d';
import { conv1dDescent } from './conv1d-descent';
import { factorize } from './factorize';
import type { Reply, Request } from './messages';
import { createServer } from './server';

serve<Request, Reply>((options) => createServer({ conv1d, conv1dDescent, factorize }, options));
