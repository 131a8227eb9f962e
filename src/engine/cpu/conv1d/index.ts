export { conv1dPlan as plan } from './plan';
