export { ridgeGridPlan as plan } from './plan';
