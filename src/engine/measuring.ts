/** What it takes to compare engines: one file to fetch, once there is a choice. */
export { cuts } from './factorize/sample';
export { calibrate } from './speed';
