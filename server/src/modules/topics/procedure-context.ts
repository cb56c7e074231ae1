import type {
  CivilDate,
  MeetingKind,
  ProceduralDeparture,
  ProcedureContext,
  ProcedureSchool,
  RecordMode,
  RuledMeetingKind,
} from '@zhixiao/domain';
import type { ReadContext } from '../../platform/context.js';
import type { Rows, Statement } from '../../platform/database/read-pool.js';
import { rulesFrom, rulesStatement, type RulesPlace } from '../filings/index.js';
import type { StoredTopic } from './topic-facts.js';

/** For which meeting of which school, on which day, recorded how. */
export interface ProcedureScope {
  readonly tenantId: number;
  readonly schoolId: string;
  readonly on: CivilDate;
  readonly recordMode: RecordMode;
  readonly kind: MeetingKind;
  /** the meeting whose own departures count; those of its topics and items count anyway */
  readonly meetingId?: string | null;
}

/** The filed rules that speak of a kind of meeting: the members' assembly stands in for the party meeting. */
const RULED_BY: Readonly<Partial<Record<MeetingKind, RuledMeetingKind>>> = {
  PARTY_ORG: 'PARTY_ORG',
  MEMBERS_ASSEMBLY: 'PARTY_ORG',
  PRINCIPAL_OFFICE: 'PRINCIPAL_OFFICE',
};

/** A branch that doesn't say otherwise has a committee of its own; a joint branch has none at the school. */
const SCHOOL_SQL = `SELECT s.scope, s.full_members AS "fullMembers", COALESCE(s.has_committee, s.org_type IS DISTINCT FROM 'JOINT_BRANCH') AS "hasCommittee"
  FROM school_standing s WHERE s.tenant_id = $1 AND s.school_id = $2 AND s.valid_from <= $3::date AND s.valid_to > $3::date`;

const SEATS_SQL = `SELECT lower(a.valid)::text AS "from", upper(a.valid)::text AS "to", a.person_id AS "personId", a.person_name AS "personName", a.post,
    a.full_time AS "fullTime", a.acting, COALESCE(p.membership, 'UNKNOWN') AS membership, p.party_full_on::text AS "partyFullOn", a.portfolio
  FROM appointment a LEFT JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
  WHERE a.tenant_id = $1 AND a.school_id = $2 AND a.superseded_at IS NULL ORDER BY a.post, a.valid, a.id`;

const DEPARTURES_SQL = `SELECT check_id AS "checkId", CASE WHEN subject_type = 'MEETING' THEN NULL ELSE subject_id END AS "subjectId",
    requested_on::text AS "requestedOn", approved_on::text AS "acceptedOn"
  FROM procedural_departure WHERE tenant_id = $1 AND school_id = $2 AND (subject_type <> 'MEETING' OR subject_id = $3::uuid)`;

/**
 * What every check may ask beside the topic or meeting itself: who sits where (of any day), the rules in force, what may be
 * departed from. Rights are the caller's to check.
 */
export async function procedureContextOf(ctx: ReadContext, scope: ProcedureScope): Promise<ProcedureContext> {
  return contextFrom(await ctx.read.run(contextStatements(scope)), scope);
}

/** What it asks, for whoever asks more with it. */
export function contextStatements(scope: ProcedureScope): Statement[] {
  const { tenantId, schoolId, on, meetingId = null } = scope;
  const place = [tenantId, schoolId];
  const ruled = rulesPlace(scope);
  return [
    { text: SCHOOL_SQL, values: [...place, on], name: 'procedure-school' },
    { text: SEATS_SQL, values: place, name: 'procedure-seats' },
    { text: DEPARTURES_SQL, values: [...place, meetingId], name: 'procedure-departures' },
    ...(ruled ? [rulesStatement(ruled)] : []),
  ];
}

function rulesPlace({ tenantId, schoolId, kind, on }: ProcedureScope): RulesPlace | null {
  const ruled = RULED_BY[kind];
  return ruled ? { tenantId, schoolId, kind: ruled, on } : null;
}

/** The context from the answers to them. */
export function contextFrom(answers: readonly Rows[], scope: ProcedureScope): ProcedureContext {
  const { on, recordMode } = scope;
  const [school, seats, departures, versions] = answers;
  const ruled = rulesPlace(scope);
  const rules = ruled && rulesFrom(versions, ruled);
  const known = school?.rows[0] as Omit<ProcedureSchool, 'seats'> | undefined;
  return {
    school: {
      ...(known ?? { scope: 'UNKNOWN', hasCommittee: true, fullMembers: null }),
      seats: (seats?.rows ?? []) as unknown as ProcedureSchool['seats'],
    },
    ...{ on, recordMode, rules: rules?.fields ?? null },
    departures: (departures?.rows ?? []) as unknown as ProceduralDeparture[],
  };
}

/** The context of a topic of the pool today, or of one from paper on its day. */
export function contextOfTopic(ctx: ReadContext, row: StoredTopic): Promise<ProcedureContext> {
  const { tenantId, schoolId, meetingKind: kind, paperOn } = row;
  const recordMode = row.enteredAfterwards ? 'AFTERWARDS' : 'LIVE';
  return procedureContextOf(ctx, { tenantId, schoolId, kind, recordMode, on: paperOn ?? ctx.today });
}
