import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';

interface Answer<Data> {
  data?: Data;
  errors?: { message: string; extensions?: unknown }[];
}

/** Asks the server as the person on the page does, for what a test needs before its journey begins. */
export async function ask<Data>(page: Page, query: string, variables: object = {}): Promise<Data> {
  const answer = (await page.evaluate(
    async ({ body, key }) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      return (await fetch('/graphql', { method: 'POST', headers, body })).json() as Promise<unknown>;
    },
    { body: JSON.stringify({ query, variables }), key: randomUUID() },
  )) as Answer<Data>;
  if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** The school of the grant in use. */
export async function schoolOf(page: Page): Promise<string> {
  const { viewer } = await ask<{ viewer: { grant: { schoolId: string } } }>(page, '{ viewer { grant { schoolId } } }');
  return viewer.grant.schoolId;
}

interface Proposed {
  readonly id: string;
  readonly version: number;
}

/** A matter of the party meeting for which nothing is to be prepared, proposed by the secretary on the page, who can confirm it. */
export async function readyTopic(page: Page, title: string): Promise<Proposed> {
  const input = {
    ...{ schoolId: await schoolOf(page), meetingKind: 'PARTY_ORG', itemKind: 'DECISION' },
    ...{ title, matterCode: 'PARTY_ANNUAL_PLAN' },
  };
  const propose = 'mutation P($input: ProposeTopicInput!) { proposeTopic(input: $input) { id version } }';
  return (await ask<{ proposeTopic: Proposed }>(page, propose, { input })).proposeTopic;
}

/** The same, and confirmed. */
export async function confirmedTopic(page: Page, title: string): Promise<string> {
  const { id, version } = await readyTopic(page, title);
  const confirm = 'mutation C($input: TopicActInput!) { confirmTopic(input: $input) { id } }';
  await ask(page, confirm, { input: { id, expectedVersion: version } });
  return id;
}

interface Decided {
  readonly id: string;
  readonly number: string;
}

/** A decision of the party meeting that the clerk on the page enters from paper. */
export async function decidedOnPaper(page: Page, title: string, heldOn: string): Promise<Decided> {
  const topic = { matterCode: 'PARTY_ANNUAL_PLAN' };
  const items = [{ kind: 'DECISION', title, topic, result: 'APPROVED', conclusion: title }];
  const input = { schoolId: await schoolOf(page), kind: 'PARTY_ORG', heldOn, items };
  const enter =
    'mutation E($input: EnterMeetingInput!) { enterMeeting(input: $input) { items { decision { id number } } } }';
  const { enterMeeting } = await ask<{ enterMeeting: { items: { decision: Decided | null }[] } }>(page, enter, {
    input,
  });
  const decision = enterMeeting.items[0]?.decision;
  if (!decision) throw new Error('the meeting on paper made no decision');
  return decision;
}

/** The person behind the account on the page, by the post that makes its grant. */
export async function personOf(page: Page, post: string): Promise<string> {
  const query = `query T($id: ID!) { school(id: $id) { appointments(first: 200) { nodes { post endsOn person { id } } } } }`;
  const { school } = await ask<{
    school: { appointments: { nodes: { post: string; endsOn: string | null; person: { id: string } }[] } };
  }>(page, query, { id: await schoolOf(page) });
  const person = school.appointments.nodes.find((one) => one.post === post && one.endsOn === null)?.person;
  if (!person) throw new Error(`nobody is ${post}`);
  return person.id;
}
