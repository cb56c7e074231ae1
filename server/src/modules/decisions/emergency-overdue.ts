/**
 * Was a meeting of the body held since the action was taken, and did not deal with it? The domain's isEmergencyOverdue as SQL
 * over a row of emergency_action on a day, held to it by a test.
 */
export function overdueSql(row: string, day: string): string {
  return `(${row}.state = 'TAKEN' AND EXISTS (SELECT 1 FROM meeting m WHERE m.tenant_id = ${row}.tenant_id AND m.school_id = ${row}.school_id
    AND m.kind = ${row}.body AND m.state IN ('OPEN', 'CLOSED', 'SIGNED', 'ISSUED') AND m.held_on > ${row}.taken_on AND m.held_on <= ${day}))`;
}
