import { describe, expect, test } from '@jest/globals';
import { isOpen, previewFindings, type Draft } from './preview-findings.js';
import { teamFacts, type TeamSource } from './team-facts.js';

const head = { id: 'P_1', membership: 'FULL', partyFullOn: null } as const;
const seat = { portfolio: null, fullTime: null, acting: false, startsOn: '2023-09-01', endsOn: null };

/** A branch whose secretary is its principal and that has no full-time deputy. */
const branch: TeamSource = {
  ...{ scope: 'IN_SCOPE', stage: 'PRIMARY', orgType: 'BRANCH', hasCommittee: true, fullMembers: 10 },
  ...{ probationaryMembers: null, organization: null, departures: [] },
  seats: [
    { ...seat, id: 'A_1', personName: 'Wen', person: head, post: 'SECRETARY' },
    { ...seat, id: 'A_2', personName: 'Wen', person: head, post: 'PRINCIPAL' },
  ],
  standing: [
    { validFrom: '2010-09-01', validTo: '2018-01-01', orgType: null },
    { validFrom: '2018-01-01', validTo: null, orgType: 'BRANCH' },
  ],
};

const on = '2026-06-30';
const nobody: Draft = {
  ...{ person: null, post: 'DEPUTY_SECRETARY', portfolio: null, fullTime: true, acting: null, endsOn: null },
};
const deputy: Draft = { ...nobody, person: { newName: 'Lu' }, newPerson: { membership: 'FULL', partyFullOn: null } };

const openIds = (findings: readonly Parameters<typeof isOpen>[0][] | null) =>
  (findings ?? []).filter(isOpen).map((finding) => (finding as { checkId?: string }).checkId);

describe('the checks beside the appointment form', () => {
  test('nobody chosen yet: only what the team is now', () => {
    const preview = previewFindings(teamFacts(branch, on), nobody, { on, vacancyDays: 90 });
    expect(openIds(preview.before)).toContain('STF-5');
    expect(preview.after).toBeNull();
  });

  test('a full-time deputy mends what the branch lacks', () => {
    const preview = previewFindings(teamFacts(branch, on), deputy, { on, vacancyDays: 90 });
    expect(openIds(preview.after)).not.toContain('STF-5');
  });

  test('somebody who is no full member breaks the party post', () => {
    const masses: Draft = { ...deputy, newPerson: { membership: 'MASSES', partyFullOn: null } };
    const preview = previewFindings(teamFacts(branch, on), masses, { on, vacancyDays: 90 });
    expect(openIds(preview.after)).toContain('STF-7');
  });

  test('a last day is a seat till the day after it', () => {
    const ended = { ...branch, seats: branch.seats.map((one) => ({ ...one, endsOn: '2026-06-30' })) };
    expect(teamFacts(ended, on).seats.map(({ to }) => to)).toEqual(['2026-07-01', '2026-07-01']);
  });

  test('a secretary is missed since there is an organisation, not since the school opened', () => {
    const { openedOn, organizedOn } = teamFacts(branch, on);
    expect([openedOn, organizedOn]).toEqual(['2010-09-01', '2018-01-01']);
  });
});
