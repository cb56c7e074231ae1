import { describe, expect, test } from '@jest/globals';
import { isServerError, ServerError, toServerError } from './server-error.js';

describe('what the server refuses', () => {
  test('code, violations, params and request id come from the first GraphQL error', () => {
    const violation = { checkId: 'STF-7', clause: '党规', severity: 'HARD', params: { names: ['甲'] } } as const;
    const error = toServerError(200, {
      errors: [
        {
          message: 'x',
          extensions: { code: 'RULE_VIOLATED', violations: [violation], params: { a: 1 }, requestId: 'r1' },
        },
      ],
    });
    expect(error).toMatchObject({ code: 'RULE_VIOLATED', violations: [violation], params: { a: 1 }, requestId: 'r1' });
    expect(error.message).toBe('errors.RULE_VIOLATED');
    expect(isServerError(error)).toBe(true);
  });

  test('a file answer may carry the code at its top', () => {
    expect(toServerError(413, { code: 'FILE_TOO_LARGE', requestId: 'r2' })).toMatchObject({
      code: 'FILE_TOO_LARGE',
      requestId: 'r2',
    });
  });

  test.each([
    [401, 'UNAUTHENTICATED'],
    [403, 'FORBIDDEN'],
    [409, 'CONFLICT'],
    [413, 'FILE_TOO_LARGE'],
    [502, 'UNAVAILABLE'],
    [503, 'UNAVAILABLE'],
    [504, 'TIMEOUT'],
    [500, 'INTERNAL'],
  ] as const)('without a body the status %i speaks: %s', (status, code) => {
    expect(toServerError(status, null).code).toBe(code);
  });

  test('a code that is not in the closed list counts as an internal error', () => {
    expect(toServerError(200, { errors: [{ extensions: { code: 'SURPRISE' } }] }).code).toBe('INTERNAL');
  });

  test('a plain error is no answer of the server', () => {
    expect(isServerError(new Error('x'))).toBe(false);
    expect(isServerError(new ServerError({ code: 'NETWORK' }))).toBe(true);
  });
});
