import { describe, expect, test } from '@jest/globals';
import { readAsOf, withAsOf } from './as-of.js';

describe('the day shown', () => {
  test('stands in the address before the hash, so that the router does not lose it', () => {
    expect(withAsOf('http://host/#/schools?filter={}', '2022-12-31')).toBe(
      'http://host/?asOf=2022-12-31#/schools?filter={}',
    );
  });

  test('is taken out for today', () => {
    expect(withAsOf('http://host/?asOf=2022-12-31#/', null)).toBe('http://host/#/');
  });

  test.each(['?asOf=2022', '?asOf=yesterday', '?asOf=', ''])('is today where the address says %s', (search) => {
    expect(readAsOf(search)).toBeNull();
  });

  test('is read from the address', () => {
    expect(readAsOf('?x=1&asOf=2022-12-31')).toBe('2022-12-31');
  });
});
