import { describeElements } from '../../build/describe';

/** What the elements say of themselves: it takes seconds, and is read once for all tests. */
export const described = describeElements();
