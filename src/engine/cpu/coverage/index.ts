export { coveragePlan as plan } from './plan';
