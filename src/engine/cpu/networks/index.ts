export { networksPlan as plan } from './plan';
