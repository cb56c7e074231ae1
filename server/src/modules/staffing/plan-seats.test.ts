import { describe, expect, test } from '@jest/globals';
import { planSeats, type Seat } from './plan-seats.js';

const seat = (id: string, personId: string, more: Partial<Seat>): Seat => ({
  id,
  personId,
  personName: personId,
  schoolId: 'school',
  post: 'SECRETARY',
  from: '2019-09-01',
  to: null,
  endMonth: null,
  ...more,
});

const tillAugust = { to: '2023-09-01', endMonth: '2023-08-01' } as const;
const cut = { id: 'a', schoolId: 'school', was: '2023-09-01' };
const since = (from: string): Partial<Seat> => ({ from });

describe('fitting a seat among those held', () => {
  test('an end in the month of August yields to a successor of that month', () => {
    const plan = planSeats([seat('a', 'old', tillAugust)], [seat('b', 'new', since('2023-08-16'))]);
    expect(plan.cuts).toEqual([{ ...cut, to: '2023-08-16' }]);
    expect(plan.conflicts).toEqual([]);
  });

  test('it yields on the first and on the last day of the month, not a day earlier', () => {
    const cutBy = (from: string): unknown =>
      planSeats([seat('a', 'old', tillAugust)], [seat('b', 'new', since(from))]).cuts;
    expect(cutBy('2023-08-01')).toEqual([{ ...cut, to: '2023-08-01' }]);
    expect(cutBy('2023-08-31')).toEqual([{ ...cut, to: '2023-08-31' }]);
    expect(cutBy('2023-09-01')).toEqual([]);
    const early = planSeats([seat('a', 'old', tillAugust)], [seat('b', 'new', since('2023-07-31'))]);
    expect(early.cuts).toEqual([]);
    expect(early.conflicts.map(({ code }) => code)).toEqual(['POST_ALREADY_HELD']);
  });

  test('when the successor is gone or begins later, it lasts so much longer again', () => {
    const yielded = seat('a', 'old', { ...tillAugust, to: '2023-08-16' });
    expect(planSeats([yielded], []).cuts).toEqual([{ ...cut, was: '2023-08-16', to: '2023-09-01' }]);
    const later = planSeats([yielded], [seat('b', 'new', since('2023-08-20'))]);
    expect(later.cuts).toEqual([{ ...cut, was: '2023-08-16', to: '2023-08-20' }]);
    expect(later.conflicts).toEqual([]);
    const stays = planSeats([yielded, seat('b', 'new', since('2023-08-16'))], []);
    expect(stays.cuts).toEqual([]);
  });

  test('it yields too when the successor was recorded first', () => {
    const plan = planSeats([seat('b', 'new', since('2023-08-16'))], [seat('a', 'old', tillAugust)]);
    expect(plan.seats[0]?.to).toBe('2023-08-16');
    expect(plan.conflicts).toEqual([]);
  });

  test('an end on a day does not yield', () => {
    const day = { to: '2023-09-01', endMonth: null } as const;
    const plan = planSeats([seat('a', 'old', day)], [seat('b', 'new', since('2023-08-31'))]);
    expect(plan.conflicts.map(({ code }) => code)).toEqual(['POST_ALREADY_HELD']);
    expect(planSeats([seat('a', 'old', day)], [seat('b', 'new', since('2023-09-01'))]).conflicts).toEqual([]);
  });

  test('whoever came and went in the month of the successor leaves no day, so that is a conflict', () => {
    const august = { from: '2023-08-01', ...tillAugust };
    const plan = planSeats([seat('a', 'old', august)], [seat('b', 'new', since('2023-08-01'))]);
    expect(plan.conflicts.map(({ code }) => code)).toEqual(['POST_ALREADY_HELD']);
  });

  test('two new heads of one file yield to each other as recorded ones do', () => {
    const plan = planSeats([], [seat('a', 'old', tillAugust), seat('b', 'new', since('2023-08-01'))]);
    expect(plan.conflicts).toEqual([]);
    expect(plan.seats.map(({ to }) => to)).toEqual(['2023-08-01', null]);
  });

  test('the same person in the same post twice is refused by its own name', () => {
    const plan = planSeats([seat('a', 'same', {})], [seat('b', 'same', since('2023-08-01'))]);
    expect(plan.conflicts.map(({ code }) => code)).toEqual(['ALREADY_APPOINTED']);
  });

  test('vice-principals stand beside each other, and secretary beside principal', () => {
    const vice = { post: 'VICE_PRINCIPAL' } as const;
    expect(planSeats([seat('a', 'one', vice)], [seat('b', 'two', vice)]).conflicts).toEqual([]);
    expect(planSeats([seat('a', 'one', {})], [seat('b', 'two', { post: 'PRINCIPAL' })]).conflicts).toEqual([]);
  });

  test('another school is another seat', () => {
    expect(planSeats([seat('a', 'one', {})], [seat('b', 'two', { schoolId: 'other' })]).conflicts).toEqual([]);
  });
});
