import { addMonths, encodeId } from '@zhixiao/domain';
import type { Role } from '@zhixiao/domain';
import { derivedId } from '../../platform/ids.js';
import type { DemoAuditRow } from '../history.js';
import type { SchoolYear } from './school-year.js';

/** How far back the audit of the meetings goes. */
const MONTHS_OF_HISTORY = 2;

interface Act {
  readonly at: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** whose account; null: the clerk's */
  readonly by: { readonly personId: string; readonly name: string; readonly role: Role } | null;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What the audit of the showcase holds of its last meetings: of personnel and secret matters that something was done, not what. */
export function historyOfYear(year: SchoolYear): DemoAuditRow[] {
  if (!year.isShowcase) return [];
  const { tenantId, schoolId, clerk } = year;
  const since = addMonths(year.today, -MONTHS_OF_HISTORY);
  return [...meetingActs(year), ...topicActs(year), ...decisionActs(year)].flatMap((act) => {
    const { at, by, action, subjectType, subjectId, after } = act;
    if (at === null || at.slice(0, 10) <= since) return [];
    const account = by ? year.accountOf(by.personId) : clerk.accountId;
    const role = by?.role ?? 'SchoolClerk';
    return {
      ...{
        tenant_id: tenantId,
        id: derivedId(subjectId, action),
        at,
        account_id: account,
        actor: by?.name ?? clerk.name,
      },
      ...{
        grant_id: encodeId('G', tenantId, derivedId(account, schoolId, role)),
        role,
        request_id: 'demonstration',
        ip: null,
      },
      ...{ action, subject_type: subjectType, subject_id: subjectId, school_id: schoolId, after, reason: null },
    };
  });
}

function meetingActs(year: SchoolYear): Act[] {
  return year.meetings.flatMap((meeting): Act[] => {
    const { id: subjectId, kind, heldOn, chairId, chairName, chairPost } = meeting;
    const role = chairPost === 'PRINCIPAL' ? ('Principal' as const) : ('Secretary' as const);
    const chair = chairId && chairName ? { personId: chairId, name: chairName, role } : null;
    const act = (action: string, at: string | null, by: Act['by']): Act => ({
      ...{ at, action, subjectType: 'Meeting', subjectId, by, after: { kind, heldOn } },
    });
    return [
      act('meeting.planned', meeting.createdAt, null),
      act('meeting.called', meeting.noticeAt, chair),
      act('meeting.opened', meeting.openedAt, null),
      act('meeting.closed', meeting.closedAt, null),
      act('meeting.signed', meeting.chairSignedAt, chair),
      act('meeting.minutes-issued', meeting.issuedAt, chair),
    ];
  });
}

function topicActs(year: SchoolYear): Act[] {
  return year.topics.flatMap((topic): Act[] => {
    const { id: subjectId, restricted, title, confirmedById, confirmedByName, confirmedAs, confirmedAt } = topic;
    const role = confirmedAs === 'PRINCIPAL' ? ('Principal' as const) : ('Secretary' as const);
    if (!confirmedById || !confirmedByName) return [];
    const by = { personId: confirmedById, name: confirmedByName, role };
    const after = restricted ? {} : { title };
    return [{ at: confirmedAt, action: 'topic.confirmed', subjectType: 'Topic', subjectId, by, after }];
  });
}

function decisionActs(year: SchoolYear): Act[] {
  return year.decisions.map(({ id: subjectId, createdAt: at, number, title, restricted, item, body }): Act => {
    const { decidedById, decidedByName } = item;
    const role = body === 'PRINCIPAL_OFFICE' ? ('Principal' as const) : ('Secretary' as const);
    const by = decidedById && decidedByName ? { personId: decidedById, name: decidedByName, role } : null;
    const after = restricted ? { number } : { number, title };
    return { at, action: 'decision.made', subjectType: 'Decision', subjectId, by, after };
  });
}
