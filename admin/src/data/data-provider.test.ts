import { describe, expect, test } from '@jest/globals';
import { dataProvider, toListRequest } from './data-provider.js';
import { registerResource, type ListRequest } from './resource-adapter.js';

describe('lists', () => {
  test('page 3 of 20 rows begins after 40', () => {
    const request = toListRequest({ pagination: { page: 3, perPage: 20 } }, '2022-12-31');
    expect(request).toMatchObject({ first: 20, offset: 40, asOf: '2022-12-31', filter: {} });
  });

  test('answer with the rows and the total of the adapter', async () => {
    const asked: ListRequest[] = [];
    registerResource('things', {
      subject: 'School',
      adapter: {
        list: async (request) => {
          asked.push(request);
          return { nodes: [{ id: 'S_1_a' }], totalCount: 41 };
        },
      },
    });
    const sort = { field: 'name', order: 'DESC' } as const;
    const answer = await dataProvider.getManyReference('things', {
      target: 'schoolId',
      id: 'S_1_x',
      filter: { current: true },
      pagination: { page: 1, perPage: 10 },
      sort,
    });
    expect(answer).toEqual({ data: [{ id: 'S_1_a' }], total: 41 });
    expect(asked[0]).toMatchObject({ filter: { current: true, schoolId: 'S_1_x' }, first: 10, offset: 0, sort });
  });
});

describe('records', () => {
  test('that do not exist are an error with the code of the server', async () => {
    registerResource('nothing', { subject: 'School', adapter: { one: async () => null } });
    await expect(dataProvider.getOne('nothing', { id: 'S_1_x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('are never deleted', async () => {
    await expect(dataProvider.delete('things', { id: 'S_1_x' })).rejects.toThrow('deleted');
  });
});
