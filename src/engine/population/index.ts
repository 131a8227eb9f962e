export { audit, auditOf, joinedAudits, type Audit } from './audit';
export { population } from './computation';
export * from './result';
export * from './task';
