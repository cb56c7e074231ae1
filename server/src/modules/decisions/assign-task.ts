import { whyNotAct, type PersonRef, type TaskRole as RoleInTask } from '@zhixiao/domain';
import type { WriteContext } from '../../platform/context.js';
import { RuleViolation } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import { actorOf, refuseBy } from '../filings/index.js';
import { badInput, filledText, keyInOwnTenant, optionalText, plausibleDays, type OwnKey } from '../schools/index.js';
import { namedPeople } from '../topics/index.js';
import { DecisionTask, TaskRole } from './decision-task.entity.js';
import { Decision } from './decision.entity.js';
import { lockDecision, type FoundDecision } from './find-decision.js';
import { mayFollowUp } from './find-task.js';
import { notifyOfTask } from './notify-task.js';
import { carryTopic } from './settle-decision.js';
import type { AssignTaskInput } from './task.input.js';

/**
 * Gives somebody a part of a decision to carry out, until a day, with those who help and those who follow it up
 * (决定—实施—监督—配合, 意见（三）).
 * @throws RuleViolation NOT_FOUND (also a person of another school), FORBIDDEN, BAD_STATE, BAD_INPUT
 */
export async function assignTask(ctx: WriteContext, input: AssignTaskInput): Promise<OwnKey> {
  const decision = await lockDecision(ctx, input.decisionId, (seen) => mayFollowUp(ctx, seen, 'assign'));
  refuseBy(whyNotAct(actorOf(ctx), 'ASSIGN_TASK'));
  if (decision.state !== 'IN_FORCE') {
    throw new RuleViolation('BAD_STATE', { status: decision.state, allowed: ['IN_FORCE'] });
  }
  const { dueOn = null } = input;
  plausibleDays({ dueOn });
  if (dueOn !== null && dueOn < decision.decidedOn) throw badInput('dueOn', 'BEFORE_DECISION');
  const title = filledText('title', input.title);
  const roles = await rolesOf(ctx, input, decision.schoolId);
  const [owner] = roles;
  if (!owner) throw badInput('ownerId', 'REQUIRED');
  const { tenantId, schoolId, restricted } = decision;
  const { accountId: createdBy, accountName: assignedByName, personId: assignedById } = ctx.grant;
  const id = newId();
  await ctx.db.insert(DecisionTask, {
    ...{ tenantId, id, schoolId, decisionId: decision.id, title, note: optionalText(input.note) ?? '', dueOn },
    ...{ ownerId: owner.personId, ownerName: owner.personName, state: 'ASSIGNED' as const, percent: 0 },
    ...{ assignedOn: ctx.today, assignedById, assignedByName, restricted, createdBy },
    personIds: roles.map(({ personId }) => personId),
  });
  const rows = roles.map((role) => ({ ...role, tenantId, id: newId(), schoolId, taskId: id, restricted, createdBy }));
  await ctx.db.insert(TaskRole, rows);
  await concern(ctx, decision, roles);
  await carryTopic(ctx, decision.topicId, { type: 'ASSIGN', by: actorOf(ctx) });
  const entry = { action: 'task.assigned', subjectType: 'DecisionTask', subjectId: id, schoolId };
  const shown = restricted ? {} : { title, dueOn, owner: owner.personName };
  ctx.audit({ ...entry, after: { number: decision.number, ...shown } });
  ctx.live('DecisionTask', id, { schoolId, restricted });
  const personIds = roles.map(({ personId }) => personId);
  notifyOfTask(ctx, { tenantId, id, schoolId, title, dueOn, restricted }, { kind: 'TASK_ASSIGNED', personIds });
  return { type: 'DecisionTask', tenantId, id };
}

type NamedRole = PersonRef & { readonly role: RoleInTask };

/** The owner first. @throws RuleViolation BAD_INPUT for one who would have two roles, NOT_FOUND for a stranger */
async function rolesOf(ctx: WriteContext, input: AssignTaskInput, schoolId: string): Promise<NamedRole[]> {
  const named: readonly (readonly [RoleInTask, string, readonly string[]])[] = [
    ['IMPLEMENT', 'implementerIds', [input.ownerId, ...(input.implementerIds ?? [])]],
    ['SUPERVISE', 'supervisorIds', input.supervisorIds ?? []],
    ['SUPPORT', 'supporterIds', input.supporterIds ?? []],
  ];
  const seen = new Set<string>();
  const roles: NamedRole[] = [];
  for (const [role, field, opaque] of named) {
    const ids = [...new Set(opaque.map((one) => keyInOwnTenant(ctx, 'Person', one).id))];
    if (ids.some((id) => seen.has(id))) throw badInput(field, 'TWO_ROLES');
    for (const id of ids) seen.add(id);
    for (const person of await namedPeople(ctx, ids, schoolId)) roles.push({ ...person, role });
  }
  return roles;
}

/** Who has a task of a restricted decision reads what it is about. */
async function concern(ctx: WriteContext, decision: FoundDecision, roles: readonly NamedRole[]): Promise<void> {
  const { tenantId, id, version } = decision;
  const concernedIds = [...new Set([...decision.concernedIds, ...roles.map(({ personId }) => personId)])];
  await ctx.db.update(Decision, { tenantId, id }, { concernedIds, version: version + 1 });
  ctx.live('Decision', id, { schoolId: decision.schoolId, restricted: decision.restricted });
}
