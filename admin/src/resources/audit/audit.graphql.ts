import { graphql, type FragmentOf } from '../../data/index.js';

const auditRow = graphql(`
  fragment AuditRow on AuditEntry {
    id
    at
    actor
    role
    tenant {
      id
      name
    }
    action
    subjectType
    subjectId
    schoolId
    before
    after
    reason
    requestId
    ip
  }
`);

export type AuditRow = FragmentOf<typeof auditRow>;

export const AuditEntriesQuery = graphql(
  `
    query AuditEntries($filter: AuditFilter, $first: Int, $offset: Int) {
      auditEntries(filter: $filter, first: $first, offset: $offset) {
        totalCount
        nodes {
          ...AuditRow
        }
      }
    }
  `,
  [auditRow],
);
