import type { Fixture } from '../fixture';

export const fixture: Fixture = { quick: {} };
