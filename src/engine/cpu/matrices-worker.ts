import { serve } from '../../workers/serve';
import { conv1d } from './conv1d/kernel';
import { conv1dDescent } from './conv1d-descent/kernel';
import { factorize } from './factorize/kernel';
import type { Reply, Request } from './messages';
import { createServer } from './server';

serve<Request, Reply>((options) => createServer({ conv1d, conv1dDescent, factorize }, options));
