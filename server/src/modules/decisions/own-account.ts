/**
 * The acting account, where its person is among those concerned: what rules for the own account compare with. Who has a part in
 * a restricted matter reads it.
 */
export function ownAccountSql(row: string, personIds: string): string {
  return `(SELECT l.account_id FROM account_person l WHERE l.tenant_id = ${row}.tenant_id AND l.person_id = ANY (${personIds})
    AND l.account_id = NULLIF(current_setting('app.account_id', true), '')::uuid LIMIT 1)`;
}
