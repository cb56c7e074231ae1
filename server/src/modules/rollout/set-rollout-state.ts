import { subjectOf } from '@zhixiao/policy';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { keyOf, lockSchool, optionalText, plausibleDay, refusalAtSchool, withinLifeOf } from '../schools/index.js';
import type { OwnKey } from '../schools/index.js';
import { enrolledOn } from './enrolled-on.js';
import { judgeEntry } from './judge-entry.js';
import type { DatedEntry } from './judge-entry.js';
import { recordRolloutEntries } from './record-rollout-entries.js';
import type { SetRolloutStateInput } from './rollout.input.js';

/**
 * Sets the state of a school from a day on. The authority that answers for the school does it (意见（十五）); a school can
 * never set its own, nor a city its counties'.
 * @returns the key of the school
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT, RULE_VIOLATED (ROL-1)
 */
export async function setRolloutState(ctx: WriteContext, input: SetRolloutStateInput): Promise<OwnKey> {
  const key = keyOf('School', input.schoolId);
  const row = { tenantId: key.tenantId, schoolId: key.id };
  if (!ctx.ability.can('set', subjectOf('RolloutEntry', row))) throw await refusalAtSchool(ctx, key);
  const school = await lockSchool(ctx, key, input.expectedVersion);
  const effectiveOn = plausibleDay('effectiveOn', input.effectiveOn);
  withinLifeOf(school, 'effectiveOn', effectiveOn);
  const wanted = {
    state: input.state,
    effectiveOn,
    documentNo: optionalText(input.documentNo),
    reason: optionalText(input.reason),
    readiness: input.readiness ?? null,
  };
  const judged = judgeEntry(await historyOf(ctx, key), wanted, await enrolledOn(ctx));
  const [recorded] = await recordRolloutEntries(ctx, [{ ...judged, schoolId: key.id }]);
  // the same once more is no correction
  if (recorded?.change === 'UNCHANGED') throw new RuleViolation('BAD_STATE', { from: judged.state, to: judged.state });
  return key;
}

/** The entries in force, oldest first. */
function historyOf(ctx: WriteContext, school: OwnKey): Promise<DatedEntry[]> {
  return ctx.db.query<DatedEntry>(
    `SELECT state, effective_on::text AS "effectiveOn", readiness FROM rollout_entry
     WHERE tenant_id = $1 AND school_id = $2 AND superseded_at IS NULL ORDER BY effective_on`,
    [school.tenantId, school.id],
  );
}
