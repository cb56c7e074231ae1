import { describe, expect, test } from '@jest/globals';
import { hrefOf, listPath, showPath } from './hrefs.js';

const queryOf = (path: string) => new URLSearchParams(path.split('?')[1]);

describe('links to lists', () => {
  test('carry the filter as react-admin reads it', () => {
    const path = listPath('schools', { filter: { scope: ['IN_SCOPE'], tenantId: 'T_522636' } });
    expect(path.startsWith('/schools?')).toBe(true);
    expect(JSON.parse(queryOf(path).get('filter') ?? '')).toEqual({ scope: ['IN_SCOPE'], tenantId: 'T_522636' });
  });

  test('leave out what filters nothing but keep false and 0', () => {
    const path = listPath('schools', { filter: { q: '', tenantId: null, stage: undefined, combined: false, n: 0 } });
    expect(JSON.parse(queryOf(path).get('filter') ?? '')).toEqual({ combined: false, n: 0 });
  });

  test('clear the filter that the list remembers when none is given', () => {
    expect(queryOf(listPath('schools')).get('filter')).toBe('{}');
  });

  test('carry order and page', () => {
    const query = queryOf(listPath('schools', { sort: { field: 'rolloutSince', order: 'ASC' }, page: 2 }));
    expect([query.get('sort'), query.get('order'), query.get('page')]).toEqual(['rolloutSince', 'ASC', '2']);
  });

  test('are hash routes, and ids are escaped', () => {
    expect(hrefOf(showPath('schools', 'S_1_a/b', 'timeline'))).toBe('#/schools/S_1_a%2Fb/show/timeline');
  });
});
