/**
 * The posts that account $1's person holds on day $2, with the columns that the auth role may read. School-level rights
 * follow from them: whoever is secretary today acts as secretary, and no longer than the appointment lasts.
 */
export const grantSource = `SELECT a.tenant_id, a.school_id, a.person_id, a.post
  FROM account_person l JOIN appointment a ON a.tenant_id = l.tenant_id AND a.person_id = l.person_id
  WHERE l.account_id = $1 AND a.superseded_at IS NULL AND a.valid @> $2`;
