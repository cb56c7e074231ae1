import type { Page } from '@playwright/test';
import { ask, schoolOf } from './procedure.js';

/** What a topic is known by, and how often it was written. */
interface Topic {
  readonly id: string;
  readonly version: number;
  readonly records: { readonly id: string; readonly kind: string; readonly version: number }[];
  readonly consultations: { readonly id: string; readonly opinion: string | null; readonly version: number }[];
}

const TOPIC = 'id version records { id kind version } consultations { id opinion version }';
const INPUTS: Readonly<Record<string, string>> = {
  proposeTopic: 'ProposeTopicInput',
  addTopicRecord: 'AddTopicRecordInput',
  signCommunication: 'SignCommunicationInput',
  askConsultation: 'AskConsultationInput',
  answerConsultation: 'AnswerConsultationInput',
  confirmTopic: 'TopicActInput',
};

/** One act on a topic, as the person on the page. */
async function act(page: Page, name: string, input: object): Promise<Topic> {
  const query = `mutation A($input: ${INPUTS[name]}!) { ${name}(input: $input) { ${TOPIC} } }`;
  const answer = await ask<Record<string, Topic>>(page, query, { input });
  if (!answer[name]) throw new Error(`${name} answered nothing`);
  return answer[name];
}

const version = ({ id, version: expectedVersion }: Topic): object => ({ id, expectedVersion });

async function todayOf(page: Page): Promise<string> {
  return (await ask<{ viewer: { today: string } }>(page, '{ viewer { today } }')).viewer.today;
}

interface People {
  readonly secretary: Page;
  readonly principal: Page;
}

/** 中层任免: a personnel matter with all that is asked before it, confirmed by the secretary. */
export async function confirmedCadre({ secretary, principal }: People, title: string): Promise<string> {
  const heldOn = await todayOf(secretary);
  const schoolId = await schoolOf(secretary);
  const about = { schoolId, meetingKind: 'PARTY_ORG', itemKind: 'DECISION', matterCode: 'CADRE_APPOINT_MIDDLE' };
  const { id: topicId } = await act(secretary, 'proposeTopic', { ...about, title, body: '建议方案全文' });
  const participantIds = await peopleOf(secretary, schoolId);
  const record = (kind: string, more: object = {}): Promise<Topic> =>
    act(secretary, 'addTopicRecord', { topicId, kind, heldOn, result: '已进行', ...more });
  await record('CADRE_DELIBERATION', { participantIds });
  await record('HEARING', { channel: 'STAFF_CONGRESS', audience: 'STAFF', approved: true });
  await record('PROPOSAL');
  await record('INVESTIGATION');
  await record('INDIVIDUAL_DELIBERATION', { participantIds });
  const sheet = (await record('COMMUNICATION', { agreed: true })).records.find(({ kind }) => kind === 'COMMUNICATION');
  const signed = await act(principal, 'signCommunication', { recordId: sheet?.id, expectedVersion: sheet?.version });
  const round = (await act(secretary, 'askConsultation', version(signed))).consultations.find(
    ({ opinion }) => opinion === null,
  );
  const answer = { id: round?.id, expectedVersion: round?.version, opinion: 'AGREE' };
  const agreed = await act(principal, 'answerConsultation', answer);
  return (await act(secretary, 'confirmTopic', version(agreed))).id;
}

async function peopleOf(page: Page, schoolId: string): Promise<readonly string[]> {
  const query = `query P($id: ID!) { school(id: $id) { appointments(first: 200) { nodes { post endsOn person { id } } } } }`;
  const { school } = await ask<{
    school: { appointments: { nodes: { post: string; endsOn: string | null; person: { id: string } }[] } };
  }>(page, query, { id: schoolId });
  const inOffice = school.appointments.nodes.filter(({ endsOn, post }) => endsOn === null && post !== 'MIDDLE_MANAGER');
  return [...new Set(inOffice.map(({ person }) => person.id))].slice(0, 3);
}

/** A matter of the principal's meeting for which nothing is to be prepared, confirmed by the principal on the page. */
export async function confirmedOffice(principal: Page, title: string): Promise<string> {
  const about = { schoolId: await schoolOf(principal), meetingKind: 'PRINCIPAL_OFFICE', itemKind: 'DECISION' };
  const topic = await act(principal, 'proposeTopic', { ...about, title, matterCode: 'TEACHING_MANAGEMENT' });
  return (await act(principal, 'confirmTopic', version(topic))).id;
}

/** A meeting of today that is called by its head on the page, with these topics. */
export async function calledMeeting(
  head: Page,
  { kind, topicIds }: { readonly kind: string; readonly topicIds: readonly string[] },
): Promise<string> {
  const about = { schoolId: await schoolOf(head), kind, heldOn: await todayOf(head), startTime: '15:00' };
  const input = { ...about, place: '小会议室', items: topicIds.map((topicId) => ({ topicId })) };
  const plan = 'mutation P($input: PlanMeetingInput!) { planMeeting(input: $input) { id version } }';
  const { planMeeting: planned } = await ask<{ planMeeting: { id: string; version: number } }>(head, plan, { input });
  const call = 'mutation C($input: CallMeetingInput!) { callMeeting(input: $input) { id } }';
  await ask(head, call, { input: { id: planned.id, expectedVersion: planned.version, papersSent: true } });
  return planned.id;
}
