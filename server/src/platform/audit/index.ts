/**
 * audit 留痕: every write with what was, what is, who acted under which grant, in the transaction of the write itself.
 * Table: audit_entry; nobody may change or delete a row. It knows its subjects by type and id only. Whose entries a grant
 * sees, and which fields (the operator: that something was done, not what), is the policy's.
 */
import { auditModels, auditRoots } from './audit.read.js';
import { AuditResolver } from './audit.resolver.js';

export { AuditEntryType } from './audit.type.js';

export const auditParts = { resolvers: [AuditResolver], models: auditModels, roots: auditRoots };
