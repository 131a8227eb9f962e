export { factorizePlan as plan } from './plan';
