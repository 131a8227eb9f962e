/** What it takes to compare engines: one file to fetch, once there is a choice. */
export { cuts } from './cuts';
export { calibrate } from './speed';
