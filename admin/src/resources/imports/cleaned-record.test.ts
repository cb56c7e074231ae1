import { describe, expect, test } from '@jest/globals';
import { cleanedLines, type CleanedPart } from './cleaned-record.js';

const school = { divisionCode: '522636', schoolCode: '2152936001', schoolName: 'school' };
const wen = { name: 'Wen', posts: ['SECRETARY', 'PRINCIPAL'], appointedOn: '2023-03', appointedPrecision: 'month' };
const fieldsOf = (line: readonly CleanedPart[] | undefined) => (line ?? []).map(({ field }) => field);

describe('what will be written', () => {
  test('one person is one line, the name before the post, and no code of the record’s own', () => {
    const lines = cleanedLines('ROSTER', { ...wen, ...school, gender: null });
    expect(lines.map(fieldsOf)).toEqual([['schoolCode', 'schoolName', 'name', 'post', 'startDate']]);
    expect(lines[0]?.find(({ field }) => field === 'post')).toEqual({
      ...{ field: 'post', writing: 'roles', values: ['SECRETARY', 'PRINCIPAL'] },
    });
  });

  test('a team has a line a person, and one of its vacancies', () => {
    const lines = cleanedLines('ROSTER', { ...school, people: [wen, wen], vacancies: ['VICE_PRINCIPAL'] });
    expect(lines.map((line) => line[0]?.field)).toEqual(['schoolCode', 'name', 'name', 'vacancies']);
  });

  test('a seat that the file calls vacant says which', () => {
    expect(cleanedLines('ROSTER', { schoolCode: '1', posts: ['PRINCIPAL'] }).map(fieldsOf)).toEqual([
      ['schoolCode', 'vacancies'],
    ]);
  });

  test('a stage is one of the matrix in a progress roster and one of schooling in a register', () => {
    expect(cleanedLines('PROGRESS', { ...school, stage: 'RUNNING' })[0]?.at(-1)?.writing).toBe('marks');
    expect(cleanedLines('SCHOOL_REGISTER', { ...school, stage: 'PRIMARY' })[0]?.at(-1)?.writing).toBe('SchoolStage');
  });

  test('a row that writes nothing has no line', () => {
    expect(cleanedLines('ROSTER', null)).toEqual([]);
  });
});
