export type ElementState = 'idle' | 'running' | 'done' | 'failed';
