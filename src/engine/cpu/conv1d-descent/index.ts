export { conv1dDescentPlan as plan } from './plan';
