import { describe, expect, test } from '@jest/globals';
import type { PaperForm, PaperItem, PaperTopic } from './paper-form.js';
import { lacksMatter, paperInput } from './paper-input.js';

const item = (more: Partial<PaperItem> = {}): PaperItem => ({
  ...{ kind: 'DECISION', title: '年度预算', matterCode: 'ANNUAL_BUDGET', result: 'APPROVED', ...more },
});
const form = (more: Partial<PaperForm> = {}): PaperForm => ({
  ...{ kind: 'PARTY_ORG', heldOn: '2024-03-05', people: {}, items: [item()], ...more },
});
const itemOf = (more: Partial<PaperItem>) => paperInput('S', form({ items: [item(more)] })).items[0];

describe('what the form of a paper record sends', () => {
  test('is nothing of what the paper does not say', () => {
    expect(paperInput('S', form({ chairId: null, notDone: [], guests: [] }))).toEqual({
      ...{ schoolId: 'S', kind: 'PARTY_ORG', heldOn: '2024-03-05' },
      items: [{ kind: 'DECISION', title: '年度预算', result: 'APPROVED', topic: { matterCode: 'ANNUAL_BUDGET' } }],
    });
  });

  test('is what it says was not done, of the meeting, the item and the topic', () => {
    const input = paperInput(
      'S',
      form({ notDone: ['NOTICE'], items: [item({ notDone: ['OPINIONS'], topic: { notDone: ['PROPOSER'] } })] }),
    );
    expect(input.notDone).toEqual(['NOTICE']);
    expect(input.items[0]).toMatchObject({ notDone: ['OPINIONS'], topic: { notDone: ['PROPOSER'] } });
  });

  test('lists who was there, who was not and why, and guests by name; nobody without a status', () => {
    const people = {
      P1: { status: 'LATE', fromItem: 2 },
      P2: { status: 'LEAVE', reason: '出差', fromItem: 1 },
      P3: { capacity: 'OBSERVER', status: null },
    } as const;
    const guests = [{ name: '外来人', post: '某校', capacity: 'INVITEE', status: 'PRESENT' }] as const;
    expect(paperInput('S', form({ people, guests })).attendance).toEqual([
      { personId: 'P1', status: 'LATE', capacity: 'MEMBER', fromItem: 2 },
      { personId: 'P2', status: 'LEAVE', capacity: 'MEMBER', reason: '出差' },
      { name: '外来人', post: '某校', status: 'PRESENT', capacity: 'INVITEE' },
    ]);
  });

  test('has ballots in a vote by name, and none in a secret one', () => {
    const ballots = { P1: 'FOR', P2: null } as const;
    expect(itemOf({ voteForm: 'OPEN_BALLOT', ballots })?.vote).toEqual({
      form: 'OPEN_BALLOT',
      ballots: [{ personId: 'P1', choice: 'FOR' }],
    });
    const secret = {
      voteForm: 'SECRET_BALLOT',
      votesFor: 3,
      votesAgainst: 0,
      votesAbstained: 1,
      tellers: '某甲、某乙',
    } as const;
    expect(itemOf({ ...secret, ballots })?.vote).toEqual({
      ...{ form: 'SECRET_BALLOT', votesFor: 3, votesAgainst: 0, votesAbstained: 1, tellers: ['某甲', '某乙'] },
    });
  });

  test('has preparation with its day, and only what its kind of record has', () => {
    const topic: PaperTopic = {
      ...{ confirmedById: 'P1', confirmedAs: 'SECRETARY', confirmedOn: '2024-03-01', leadId: 'P3' },
      ...{ opinionById: 'P2', opinion: 'AGREE', opinionOn: '2024-03-02', opinionText: '同意' },
      records: [
        { kind: 'INVESTIGATION', heldOn: '2024-02-01', result: '已调研', channel: 'SYMPOSIUM', agreed: true },
        { kind: 'COMMUNICATION', heldOn: '2024-02-02', result: '无分歧', agreed: true, participantIds: ['P1', 'P2'] },
        {
          kind: 'HEARING',
          heldOn: '2024-02-03',
          result: '通过',
          channel: 'STAFF_CONGRESS',
          audience: 'STAFF',
          approved: true,
        },
      ],
    };
    expect(itemOf({ topic })?.topic).toMatchObject({
      confirmed: { personId: 'P1', as: 'SECRETARY', on: '2024-03-01' },
      opinion: { personId: 'P2', opinion: 'AGREE', on: '2024-03-02', text: '同意' },
      lead: { personId: 'P3' },
      records: [
        { kind: 'INVESTIGATION', heldOn: '2024-02-01', result: '已调研' },
        {
          kind: 'COMMUNICATION',
          heldOn: '2024-02-02',
          result: '无分歧',
          agreed: true,
          participants: [{ personId: 'P1' }, { personId: 'P2' }],
        },
        {
          kind: 'HEARING',
          heldOn: '2024-02-03',
          result: '通过',
          channel: 'STAFF_CONGRESS',
          audience: 'STAFF',
          approved: true,
        },
      ],
    });
  });

  test('reconsiders a decision only as a reconsideration', () => {
    const topic = { reconsidersDecisionId: 'D' };
    expect(itemOf({ topic })?.topic).toEqual({ matterCode: 'ANNUAL_BUDGET' });
    expect(itemOf({ kind: 'RECONSIDERATION', topic })?.topic).toMatchObject({ reconsidersDecisionId: 'D' });
  });

  test('has a matter where something is decided', () => {
    expect(lacksMatter({ kind: 'DECISION', matterCode: null })).toBe(true);
    expect(lacksMatter({ kind: 'STUDY', matterCode: null })).toBe(false);
    expect(lacksMatter({ kind: 'UNSCHEDULED', matterCode: 'ANNUAL_BUDGET' })).toBe(false);
  });
});
