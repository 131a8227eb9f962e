import { serve } from '../../workers/serve';
import { createServer } from './server';

serve(createServer);
