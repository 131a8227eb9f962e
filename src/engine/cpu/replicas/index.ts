export { replicasPlan as plan } from './plan';
