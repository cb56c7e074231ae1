import { describe, expect, test } from '@jest/globals';
import {
  branchSeats,
  generalBranchSeats,
  organization,
  school,
  seat,
  SETTINGS,
  TODAY,
  attributes,
} from './build-facts.test-support.js';
import { percent, RATE_IDS, rateOver, type RateId } from './rates.js';
import { standingOn } from './standing-on.js';
import type { SchoolFacts } from './standing-facts.js';
import type { RolloutState } from './vocabulary.js';

const rollout = (state: RolloutState) => [{ state, effectiveOn: '2023-01-01', declared: false, documentNo: null }];
const adjusted = rollout('ADJUSTED');
const versions = (change: Partial<SchoolFacts['attributes'][number]>) => [
  { from: '2000-09-01', to: null, ...attributes(), ...change },
];
const privately = { attributes: versions({ ownership: 'PRIVATE' }) };
const kindergarten = { attributes: versions({ stage: 'KINDERGARTEN' }) };
const general = { organizations: [organization({ orgType: 'GENERAL_BRANCH' })], seats: generalBranchSeats() };
const combined = [seat('h', 'SECRETARY'), seat('h', 'PRINCIPAL')];
const separate = [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL')];

const over = (id: RateId, ...schools: Partial<SchoolFacts>[]) => {
  const { numerator, denominator } = rateOver(
    id,
    schools.map((one) => standingOn(school(one), SETTINGS, TODAY)),
  );
  return [numerator, denominator];
};

describe('rates by their exact definitions', () => {
  test('完成率: adjusted or running among the schools in scope', () => {
    const states = [
      'NOT_STARTED',
      'SURVEYED',
      'PREPARING',
      'READY',
      'ADJUSTED',
      'RUNNING',
      'DEFERRED',
      'SUSPENDED_BY_CHANGE',
    ] as const;
    expect(over('completion', ...states.map((state) => ({ rollout: rollout(state) })))).toEqual([2, 8]);
    expect(over('completion', { rollout: adjusted, ...kindergarten }, { rollout: adjusted, ...privately })).toEqual([
      0, 0,
    ]);
  });

  test('参照执行率: the same for the public kindergartens', () => {
    expect(
      over('byReferenceCompletion', { rollout: adjusted, ...kindergarten }, kindergarten, { rollout: adjusted }),
    ).toEqual([1, 2]);
  });

  test('分设率: of the adjusted 党委 and 党总支 schools, a vacancy is no separation', () => {
    expect(
      over(
        'separation',
        { ...general, rollout: adjusted },
        { ...general, rollout: adjusted, seats: combined },
        { ...general, rollout: adjusted, seats: [seat('p', 'PRINCIPAL')] },
        general,
        { rollout: adjusted, seats: separate },
      ),
    ).toEqual([1, 3]);
  });

  test('党支部学校一肩挑率 and 一肩挑率: of adjusted branches, of all adjusted schools', () => {
    const schools = [
      { rollout: adjusted },
      { rollout: adjusted, seats: separate },
      { rollout: adjusted, ...general, seats: combined },
      { rollout: adjusted, ...privately },
      {},
    ];
    expect(over('branchCombined', ...schools)).toEqual([1, 2]);
    expect(over('combined', ...schools)).toEqual([2, 3]);
  });

  test('专职副书记配备率: of the schools that must have one', () => {
    expect(over('fullTimeDeputy', {}, { seats: combined }, { seats: separate }, general, { ...privately })).toEqual([
      1, 2,
    ]);
  });

  test('党员校长任副书记率: of 党委 and 党总支 schools whose principal is a full member', () => {
    const masses = [seat('s', 'SECRETARY'), seat('p', 'PRINCIPAL', { membership: 'MASSES' })];
    expect(
      over('memberPrincipalDeputy', general, { ...general, seats: separate }, { ...general, seats: masses }, {}),
    ).toEqual([1, 2]);
  });

  test('交叉任职率 counts people', () => {
    const seats = [
      ...branchSeats(),
      seat('x', 'VICE_PRINCIPAL'),
      seat('y', 'VICE_PRINCIPAL', { membership: 'MASSES' }),
    ];
    expect(over('crossAppointment', { seats }, {}, { seats, ...privately })).toEqual([2, 3]);
  });

  test('按期换届率: of all schools with an organisation, duly extended terms counted in', () => {
    const term = (change: Parameters<typeof organization>[0]) => ({ organizations: [organization(change)] });
    expect(
      over(
        'termRenewal',
        {},
        term({ termEnd: '2024-05-31' }),
        term({ termEnd: '2024-05-31', termExtendedUntil: '2024-06-01' }),
        term({ termStart: null, termEnd: null }),
        { organizations: [] },
        privately,
      ),
    ).toEqual([3, 5]);
  });

  test('no rate of nothing is 0 % or 100 %', () => {
    for (const id of RATE_IDS) expect(rateOver(id, [])).toEqual({ numerator: 0, denominator: 0, percent: null });
  });

  test.each([
    [1, 3, 33.3],
    [2, 3, 66.7],
    [1, 8, 12.5],
    [1, 16, 6.3],
    [0, 7, 0],
    [7, 7, 100],
    [1999, 2000, 100],
    [1, 2000, 0.1],
    [1, 2001, 0],
    [0, 0, null],
  ])('%i of %i is %p percent', (numerator, denominator, value) => {
    expect(percent(numerator, denominator)).toBe(value);
  });
});
