import { describe, expect, test } from '@jest/globals';
import { MATTER_TYPES, suggestedRules } from '@zhixiao/domain';
import { previewGates, rulesFor, seatsOf, type DraftTopic } from './preview-gates.js';
import type { TopicSchool } from './topic-form.graphql.js';

const TODAY = '2026-03-01';

const school = {
  ...{ id: 'S_1', name: 'A', scope: 'IN_SCOPE', hasCommittee: true, fullMembers: 20, combined: false },
  ...{ secretaryName: 'Zhang', principalName: 'Li', team: [] },
} as unknown as NonNullable<TopicSchool['school']>;

const asked = (patch: object = {}, rules: object[] = []): TopicSchool =>
  ({ school: { ...school, ...patch }, matterTypes: [], rulesOfProcedure: { nodes: rules } }) as unknown as TopicSchool;

function draftOf(code: string, patch: Partial<DraftTopic> = {}): DraftTopic {
  const matter = MATTER_TYPES.find((one) => one.code === code);
  if (!matter) throw new Error(code);
  return {
    ...{
      meetingKind: 'PARTY_ORG',
      itemKind: 'DECISION',
      matter,
      vitalInterest: null,
      audiences: [],
      specialised: null,
    },
    ...{ amount: null, twoThirds: false, important: false, ...patch },
  };
}

const ids = (draft: DraftTopic, of = asked()) => previewGates(draft, of, TODAY).gates.map(({ checkId }) => checkId);

describe('what a new topic will need', () => {
  test('a charter needs proposal, communication, the principal’s opinion, the staff and an answer on expertise', () => {
    const { gates, side } = previewGates(draftOf('SCHOOL_CHARTER'), asked(), TODAY);
    expect(gates.map(({ checkId }) => checkId)).toEqual([
      'PRE-1',
      'PRE-2',
      'PRE-3',
      'PRE-4',
      'PRE-7',
      'PRE-8',
      'PRE-9',
    ]);
    expect(side).toBe('PRINCIPAL');
  });

  test('saying that it touches nobody and is not specialised closes those gates', () => {
    expect(ids(draftOf('SCHOOL_CHARTER', { vitalInterest: false, specialised: false }))).not.toContain('PRE-8');
    expect(ids(draftOf('SCHOOL_CHARTER', { specialised: false }))).not.toContain('PRE-9');
  });

  test('where one person holds both posts the full-time deputy is asked', () => {
    const { side, gates } = previewGates(draftOf('SCHOOL_CHARTER'), asked({ combined: true }), TODAY);
    expect([side, gates.some(({ checkId }) => checkId === 'PRE-5')]).toEqual(['FULL_TIME_DEPUTY', true]);
  });

  test('who may not read appointments still sees the two heads', () => {
    expect(seatsOf(school, TODAY).map(({ post, personName }) => [post, personName])).toEqual([
      ['SECRETARY', 'Zhang'],
      ['PRINCIPAL', 'Li'],
    ]);
  });

  test('the rules are those in force on the day', () => {
    const rules = suggestedRules('PARTY_ORG');
    const filed = (filedOn: string, inForceUntil: string | null, noticeDays: number) => ({
      ...{ meetingKind: 'PARTY_ORG', filedOn, inForceUntil, fields: { ...rules, noticeDays } },
    });
    const of = asked({}, [
      filed('2024-01-01', '2024-12-31', 1),
      filed('2026-04-01', null, 9),
      filed('2025-01-01', null, 3),
    ]);
    expect(rulesFor(of, 'PARTY_ORG', TODAY)?.noticeDays).toBe(3);
    expect(rulesFor(of, 'MEMBERS_ASSEMBLY', TODAY)?.noticeDays).toBe(3);
    expect(rulesFor(of, 'PRINCIPAL_OFFICE', TODAY)).toBeNull();
  });
});
