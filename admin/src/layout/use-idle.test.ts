import { describe, expect, test } from '@jest/globals';
import { IDLE_LIMIT, timeLeft, WARN_BEFORE } from './use-idle.js';

describe('an idle session', () => {
  test('ends after 30 minutes and is announced 2 minutes before', () => {
    expect(timeLeft(0, IDLE_LIMIT - WARN_BEFORE)).toBe(120_000);
    expect(timeLeft(0, 30 * 60_000)).toBe(0);
  });

  test('has no time below zero, however late the clock is read', () => {
    expect(timeLeft(0, 99 * 60_000)).toBe(0);
  });
});
