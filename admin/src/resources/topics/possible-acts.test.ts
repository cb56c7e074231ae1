import { describe, expect, test } from '@jest/globals';
import type { Role } from '@zhixiao/domain';
import { possibleActs } from './possible-acts.js';

type Facts = Parameters<typeof possibleActs>[0];

const consulted: Facts = {
  state: 'CONSULTED',
  meetingKind: 'PARTY_ORG',
  proposedByMe: false,
  consultedSide: 'PRINCIPAL',
  consultationStatus: 'WAITING',
};
const as = (role: Role) => ({ personId: null, role, on: '2026-01-01' });
const shown = (facts: Facts, role: Role) =>
  Object.fromEntries(possibleActs(facts, as(role)).map(({ act, why }) => [act, why?.code ?? 'may']));

describe('what can be done with a topic', () => {
  test('the secretary confirms and returns a topic of the party meeting; the principal is told why not', () => {
    expect(shown(consulted, 'Secretary')).toMatchObject({ confirm: 'may', return: 'may', withdraw: 'may' });
    expect(shown(consulted, 'Principal')).toMatchObject({ confirm: 'SOD-1', return: 'NOT_YOUR_ACT' });
  });

  test("the same the other way round at the principal's meeting", () => {
    const office: Facts = { ...consulted, meetingKind: 'PRINCIPAL_OFFICE' };
    expect(shown(office, 'Principal')).toMatchObject({ confirm: 'may' });
    expect(shown(office, 'Secretary')).toMatchObject({ confirm: 'SOD-1' });
  });

  test('a proposer who is not that head takes the topic back and does not confirm it', () => {
    const own: Facts = { ...consulted, proposedByMe: true };
    expect(shown(own, 'CommitteeMember')).toMatchObject({ withdraw: 'may', confirm: 'SOD-3' });
  });

  test('a clerk prepares and asks, and proposes nothing', () => {
    expect(shown({ ...consulted, state: 'DRAFT' }, 'SchoolClerk')).toMatchObject({
      submit: 'NOT_YOUR_ACT',
      change: 'may',
    });
    expect(shown(consulted, 'SchoolClerk')).toMatchObject({ ask: 'may', change: 'may' });
  });

  test('nobody is asked where nobody is to be, or has agreed', () => {
    expect(shown({ ...consulted, consultedSide: null }, 'Secretary')).not.toHaveProperty('ask');
    expect(shown({ ...consulted, consultationStatus: 'AGREED' }, 'Secretary')).not.toHaveProperty('ask');
  });

  test('what is decided changes no more; what was put off is prepared again', () => {
    expect(shown({ ...consulted, state: 'DECIDED' }, 'Secretary')).toEqual({});
    expect(shown({ ...consulted, state: 'POSTPONED' }, 'Secretary')).toEqual({ withdraw: 'may', resume: 'may' });
  });

  test('county and city read', () => {
    expect(possibleActs(consulted, as('CountyAdmin'))).toEqual([]);
  });
});
