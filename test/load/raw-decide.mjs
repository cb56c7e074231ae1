import { createHash } from 'node:crypto';
import {
  consultationStatus,
  consultedSide,
  countsOf,
  deciderOf,
  entitledVoters,
  initialDecisionState,
  itemChecks,
  makesDecision,
  nextTopicState,
  topicChecks,
  voteProblems,
} from '@zhixiao/domain';
import {
  concernedIn,
  decisionNumber,
  newId,
  scopeSql,
  verdictOnItem,
  verdictOnMeeting,
  waitingFor,
} from './inside.mjs';
import { FACTS, LOCK, LOCK_TOPIC, readFacts } from './raw-meeting-facts.mjs';
import { AUDIT, DECISION, RECIPIENTS, SQL } from './raw-decide-statements.mjs';

/**
 * An item voted on and decided by hand: two requests, each a batch of reads under a lock, the domain's own checks, and a batch
 * of writes with audit, checks, register and answer.
 */
const named = (name, text, values) => ({ name: `raw-${name}`, text, values });
const idOf = (opaque) => opaque.split('_')[2];

/** @returns what was read, or null for an answer that was given before, or a refusal */
async function begin(client, { grant, input, key, body, requestId, operation }) {
  const place = [grant.tenantId, idOf(input.itemId)];
  const hash = createHash('sha256').update(body).digest();
  const [, claimed, locked, , found] = await Promise.all([
    client.query(`BEGIN;${scopeSql(grant, requestId)}`),
    client.query(named('claim-item', SQL.claim, [grant.tenantId, grant.accountId, key, hash])),
    client.query(named('lock', LOCK, place)),
    operation === 'decide' ? client.query(named('lock-topic', LOCK_TOPIC, place)) : null,
    client.query(named('meeting-facts', FACTS, place)),
  ]);
  if (claimed.rows.length === 0 || locked.rows.length === 0) return null;
  const read = readFacts(found.rows[0], place[1]);
  const { item, current, stored } = read;
  const mayAct = stored.state === 'OPEN' && current?.id === item.id && item.version === input.expectedVersion;
  return mayAct && stored.chairId === grant.personId && grant.role === 'Secretary' ? read : null;
}

async function refuse(client) {
  await client.query('ROLLBACK');
  return '{"errors":[{"message":"refused"}],"data":null}';
}

function remember({ grant, requestId }, entries, events) {
  const rows = entries.map((entry) => ({ id: newId(), before: null, ...entry }));
  return [
    ...[
      grant.tenantId,
      grant.accountId,
      grant.accountName,
      grant.id,
      grant.role,
      requestId,
      '127.0.0.1',
      JSON.stringify(rows),
    ],
    ...['zhixiao_live', JSON.stringify({ events })],
  ];
}

const answerOf = (name, { grant, stored }) =>
  JSON.stringify({ data: { [name]: { id: `M_${grant.tenantId}_${stored.id}`, version: stored.version } } });

/** @returns the answer as text */
export async function vote(client, request) {
  const { grant, input, key } = request;
  const read = await begin(client, request);
  if (!read) return refuse(client);
  const { stored, facts, item, itemFacts } = read;
  const { schoolId } = stored;
  const { form, votesFor, votesAgainst, votesAbstained, tellers = [] } = input;
  const counted = { form, counts: { inFavour: votesFor, against: votesAgainst, abstained: votesAbstained }, tellers };
  const entitled = entitledVoters(itemFacts, facts);
  if (entitled !== null && voteProblems(counted, entitled).length > 0) return refuse(client);
  const voted = { ...facts, items: facts.items.map((one) => (one === itemFacts ? { ...one, vote: counted } : one)) };
  const verdicts = voted.items
    .filter(({ result }) => result === null)
    .map((one) => ({ id: one.itemId, ...verdictOnItem(one, voted) }));
  const place = [grant.tenantId, item.id];
  const answer = answerOf('recordVote', { grant, stored });
  const entry = {
    action: 'item.vote-recorded',
    subject_type: 'AgendaItem',
    subject_id: item.id,
    school_id: stored.schoolId,
  };
  const after = { form, votesFor, votesAgainst, votesAbstained };
  await Promise.all([
    client.query(named('vote', SQL.vote, [...place, form, tellers, votesFor, votesAgainst, votesAbstained])),
    client.query(named('ballots', SQL.dropBallots, place)),
    client.query(
      named('meeting-verdict', SQL.meetingVerdict, [
        grant.tenantId,
        stored.id,
        JSON.stringify(verdictOnMeeting(voted)),
      ]),
    ),
    client.query(named('item-verdicts', SQL.itemVerdicts, [grant.tenantId, stored.id, JSON.stringify(verdicts)])),
    client.query(named('answer-item', SQL.answer, [grant.tenantId, grant.accountId, key, answer])),
    client.query(
      named(
        'audit-live',
        AUDIT,
        remember(
          request,
          [{ ...entry, after }],
          [{ tenantId: grant.tenantId, type: 'Meeting', id: stored.id, schoolId }],
        ),
      ),
    ),
    client.query('COMMIT'),
  ]);
  return answer;
}

/** @returns the answer as text */
export async function decide(client, request) {
  const { grant, input, key, auth, today } = request;
  const read = await begin(client, request);
  if (!read) return refuse(client);
  const { stored, facts, item, itemFacts, loaded } = read;
  const { result, conclusion } = input;
  const topic = loaded.get(item.topicId);
  const by = { personId: grant.personId, role: grant.role, on: today };
  const act = { type: 'DECIDE', by, item: itemFacts, meeting: facts, result };
  const next = nextTopicState({ state: topic.row.state, topic: topic.facts, context: facts }, act);
  if (!next.ok) return refuse(client);
  const decided = { ...itemFacts, result };
  const isDecision = makesDecision(decided, facts);
  const { tenantId, accountId } = grant;
  const { schoolId } = stored;
  const checks = (name, { type, id, meetingId, findings }) =>
    client.query(
      named(name, SQL.checks, [tenantId, id, type, meetingId, schoolId, false, accountId, rowsOf(findings)]),
    );
  const moved = topicSet({ topic, facts, state: next.state });
  const made = isDecision ? decisionOf(read, request) : null;
  const answer = answerOf('decideItem', { grant, stored });
  const entries = auditOf(read, { input, before: topic.row.state, state: next.state });
  const events = [
    { tenantId, type: 'Topic', id: topic.row.id, schoolId, restricted: false },
    { tenantId, type: 'Meeting', id: stored.id, schoolId },
  ];
  if (made) events.push({ tenantId, type: 'Decision', id: made.id, schoolId, restricted: false });
  const makers = [topic.row.proposerId, topic.row.leadId].filter(Boolean);
  const [told] = await Promise.all([
    auth.query(named('recipients', RECIPIENTS, [tenantId, makers, [], schoolId, [], today])),
    client.query(named('topic', SQL.topic, [tenantId, topic.row.id, ...moved])),
    checks('topic-checks', {
      type: 'TOPIC',
      id: topic.row.id,
      meetingId: null,
      findings: topicChecks(topic.facts, facts),
    }),
    client.query(
      named('decide', SQL.decide, [
        tenantId,
        item.id,
        ...frozen({ decided, facts, grant, input, conclusion, isDecision }),
      ]),
    ),
    checks('item-checks', { type: 'ITEM', id: item.id, meetingId: stored.id, findings: itemChecks(decided, facts) }),
    client.query(named('begin-next', SQL.beginNext, [tenantId, stored.id])),
    ...(made
      ? [client.query(named('decision', DECISION, [JSON.stringify(made), decisionNumber(made.body, made.year, '#')]))]
      : []),
    client.query(named('answer-item', SQL.answer, [tenantId, accountId, key, answer])),
    client.query(named('audit-live', AUDIT, remember(request, entries, events))),
  ]);
  const others = told.rows.map(({ id }) => id).filter((id) => id !== accountId);
  if (others.length > 0) throw new Error('Nobody of the benchmark is told');
  await client.query('COMMIT');
  return answer;
}

function rowsOf(findings) {
  return JSON.stringify(
    findings
      .filter(({ outcome }) => outcome !== 'NOT_APPLICABLE')
      .map(({ checkId, outcome, severity, clause, params }) => ({
        id: newId(),
        check_id: checkId,
        outcome,
        severity,
        clause,
        params,
      })),
  );
}

function topicSet({ topic, facts, state }) {
  const after = { ...topic, row: { ...topic.row, state } };
  return [
    ...[deciderOf(topic.facts, facts), consultationStatus(topic.facts, facts), consultedSide(topic.facts, facts), '[]'],
    ...[concernedIn(after, facts), waitingFor(after, state, facts), state],
  ];
}

function frozen({ decided, facts, grant, input, conclusion, isDecision }) {
  const verdict = verdictOnItem(decided, facts);
  const counts = decided.vote ? countsOf(decided.vote) : { inFavour: null, against: null, abstained: null };
  return [
    ...[JSON.stringify(verdict), counts.inFavour, counts.against, counts.abstained, input.result, conclusion],
    ...[isDecision, grant.personId, grant.accountName, input.responsible ?? null, input.dueOn ?? null],
  ];
}

function decisionOf({ stored, item, loaded }, { grant, input }) {
  const { row } = loaded.get(item.topicId);
  const { matter, matterCode: matter_code } = row;
  return {
    ...{
      tenant_id: grant.tenantId,
      id: newId(),
      school_id: stored.schoolId,
      created_by: grant.accountId,
      year: stored.year,
    },
    ...{
      body: stored.kind,
      meeting_id: stored.id,
      item_id: item.id,
      topic_id: row.id,
      matter_code,
      matter,
      category: matter.category,
    },
    ...{
      title: item.title,
      text: input.conclusion,
      result: input.result,
      confidentiality: row.confidentiality,
      restricted: false,
    },
    ...{
      disclosure: matter.disclosure,
      decided_on: stored.heldOn,
      decided_by_name: grant.accountName,
      entered_afterwards: false,
    },
    ...{
      responsible: input.responsible ?? null,
      due_on: input.dueOn ?? null,
      state: initialDecisionState(input.result),
    },
    ...{
      concerned_ids: item.concernedIds,
      party_decision_id: null,
      actor: grant.accountName,
      grant_id: grant.id,
      role: grant.role,
    },
  };
}

function auditOf({ stored, item, loaded }, { input, before, state }) {
  const { row } = loaded.get(item.topicId);
  const { result, conclusion, responsible, dueOn } = input;
  const of = (subject_type, subject_id) => ({ subject_type, subject_id, school_id: stored.schoolId });
  return [
    { action: 'topic.decide', ...of('Topic', row.id), before: { state: before }, after: { title: row.title, state } },
    {
      ...{ action: 'item.decided', ...of('AgendaItem', item.id) },
      after: { position: item.position, title: item.title, result, conclusion, responsible, dueOn },
    },
  ];
}
