import { describe, expect, test } from '@jest/globals';
import { cellsInOrder, fieldsBySheet } from './row-fields.js';

const mapping = {
  choices: [],
  tables: [
    { sheet: 'one', form: 'long', fields: ['schoolCode', 'name', 'sex'] },
    { sheet: 'two', form: 'long', fields: ['sex', 'name'] },
  ],
};
const order = fieldsBySheet(mapping);
const cells = { sex: 'm', name: 'Wen', schoolCode: '1' };

describe('the cells of a row', () => {
  test('stand as the columns of their own sheet, whatever order the database keeps', () => {
    expect(cellsInOrder({ sheet: 'one', cells }, order).map(([field]) => field)).toEqual(['schoolCode', 'name', 'sex']);
    expect(cellsInOrder({ sheet: 'two', cells }, order).map(([field]) => field)).toEqual(['sex', 'name', 'schoolCode']);
  });

  test('are all there where no mapping is known', () => {
    expect(cellsInOrder({ sheet: 'one', cells }, fieldsBySheet(null))).toHaveLength(3);
    expect(cellsInOrder({ sheet: 'three', cells }, order)).toHaveLength(3);
  });
});
