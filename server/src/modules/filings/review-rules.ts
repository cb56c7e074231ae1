import type { CivilDate } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { badInput, optionalText, plausibleDay, type OwnKey } from '../schools/index.js';
import { actorOf } from './actor-of.js';
import { findRules, settleRules, stateAfter, type FoundRules } from './find-rules.js';
import type { ReviewRulesInput } from './rules.input.js';

/**
 * The education authority returns a school's rules with its opinion, or files them: from that day they are in force and the
 * version before them is superseded (意见（七）). A school never files its own, and nobody what they submitted themselves (SOD-6).
 * @throws RuleViolation NOT_FOUND, FORBIDDEN, CONFLICT, BAD_STATE, BAD_INPUT, RULE_VIOLATED
 */
export async function reviewRules(ctx: WriteContext, input: ReviewRulesInput): Promise<OwnKey> {
  const found = await findRules(ctx, input, 'review');
  if (await isOwnMatter(ctx, found)) throw new RuleViolation('FORBIDDEN', { reason: 'OWN_MATTER' });
  const opinion = optionalText(input.opinion);
  const review = { reviewer: ctx.grant.accountName, reviewedByAccount: ctx.grant.accountId, reviewedOn: ctx.today };
  const by = actorOf(ctx);
  if (input.result === 'RETURN') {
    const status = await stateAfter(ctx, found, { type: 'RETURN', by, opinion: opinion ?? '' });
    const set = { status, ...review, reviewOpinion: opinion };
    await tell(ctx, found, 'RULES_RETURNED');
    return settleRules(ctx, found, { action: 'rules.returned', set, reason: opinion });
  }
  const filingNo = optionalText(input.filingNo);
  const status = await stateAfter(ctx, found, { type: 'FILE', by, filingNo: filingNo ?? '' });
  const filedOn = filingDay(ctx, found, input.filedOn);
  await supersedeFiled(ctx, found, filedOn);
  const set = { status, ...review, reviewOpinion: opinion, filingNo, filedOn, valid: `[${filedOn},)` };
  await tell(ctx, found, 'RULES_FILED');
  return settleRules(ctx, found, { action: 'rules.filed', set, reason: opinion });
}

/** Whoever submitted it, or sits in the team of that school today, does not review it. */
async function isOwnMatter(ctx: WriteContext, { key, schoolId, submittedByAccount }: FoundRules): Promise<boolean> {
  if (submittedByAccount === ctx.grant.accountId) return true;
  const own = await ctx.db.query(
    `SELECT 1 AS ok FROM account_person l JOIN appointment a ON a.tenant_id = l.tenant_id AND a.person_id = l.person_id
     WHERE l.tenant_id = $1 AND l.account_id = $2 AND a.school_id = $3 AND a.superseded_at IS NULL AND a.valid @> $4::date LIMIT 1`,
    [key.tenantId, ctx.grant.accountId, schoolId, ctx.today],
  );
  return own.length > 0;
}

function filingDay(ctx: WriteContext, { submittedOn }: FoundRules, wanted: CivilDate | null | undefined): CivilDate {
  const filedOn = plausibleDay('filedOn', wanted ?? ctx.today);
  if (filedOn > ctx.today) throw badInput('filedOn', 'IN_THE_FUTURE');
  if (submittedOn !== null && filedOn < submittedOn) throw badInput('filedOn', 'BEFORE_SUBMISSION');
  return filedOn;
}

/** The version in force ends the day before; two filed on one day would leave none of the first. */
async function supersedeFiled(ctx: WriteContext, found: FoundRules, filedOn: CivilDate): Promise<void> {
  const { key, schoolId, meetingKind } = found;
  const values = [key.tenantId, schoolId, meetingKind];
  const [inForce] = await ctx.db.query<{ id: string; filedOn: CivilDate }>(
    `SELECT id, filed_on::text AS "filedOn" FROM rules_of_procedure
     WHERE tenant_id = $1 AND school_id = $2 AND meeting_kind = $3 AND status = 'FILED' FOR UPDATE`,
    values,
  );
  if (!inForce) return;
  if (filedOn <= inForce.filedOn) throw badInput('filedOn', 'NOT_AFTER_LAST_FILING');
  await ctx.db.query(
    `UPDATE rules_of_procedure SET status = 'SUPERSEDED', valid = daterange(lower(valid), $3::date), version = version + 1
     WHERE tenant_id = $1 AND id = $2`,
    [key.tenantId, inForce.id, filedOn],
  );
  const entry = { action: 'rules.superseded', subjectType: 'RulesOfProcedure', subjectId: inForce.id, schoolId };
  ctx.audit({ ...entry, before: { status: 'FILED' }, after: { status: 'SUPERSEDED', supersededOn: filedOn } });
  ctx.live('RulesOfProcedure', inForce.id, schoolId);
}

/** Tells who submitted it, and the heads of the school. */
async function tell(ctx: WriteContext, { key, schoolId, submittedByAccount }: FoundRules, kind: string): Promise<void> {
  const heads = await ctx.db.query<{ id: string }>(
    `SELECT person_id AS id FROM appointment WHERE tenant_id = $1 AND school_id = $2 AND post IN ('SECRETARY', 'PRINCIPAL')
     AND superseded_at IS NULL AND valid @> $3::date`,
    [key.tenantId, schoolId, ctx.today],
  );
  const subject = { type: 'RulesOfProcedure', tenantId: key.tenantId, id: key.id, schoolId } as const;
  const accountIds = submittedByAccount ? [submittedByAccount] : [];
  ctx.notify({ kind, subject, personIds: heads.map(({ id }) => id), accountIds });
}
