export { leastSquaresDescentPlan as plan } from './plan';
