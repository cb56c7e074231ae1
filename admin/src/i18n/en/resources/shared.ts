import type { shared as zh } from '../../zh-CN/resources/shared.js';
import type { Translations } from '../translations.js';

export const shared: Translations<typeof zh> = {
  county: 'County',
  direct: '%{name} (own schools)',
  any: 'Any',
  filters: 'Conditions',
  columns: 'Columns',
  actions: 'Actions',
  noMatch: 'Nothing meets these conditions.',
  resetAll: 'Clear conditions',
  pages: {
    first: 'First page',
    last: 'Last page',
    next: 'Next page',
    previous: 'Previous page',
    range: '%{from}–%{to} of %{count}',
  },
  conflict: {
    title: 'Somebody else has changed this',
    text: 'What you typed is kept. Compare both versions and choose:',
    field: 'Field',
    latest: 'Latest',
    mine: 'Yours',
    untouched: 'not changed',
    keepMine: 'Keep mine',
    takeLatest: 'Take the latest',
  },
  inputErrors: {
    REQUIRED: 'Required',
    IMPLAUSIBLE_DATE: 'This date cannot be meant',
    END_BEFORE_START: 'Cannot be before the start',
    IN_THE_FUTURE: 'Cannot be after today',
    BEFORE_SCHOOL_OPENED: 'Cannot be before the school opened',
    AFTER_SCHOOL_CLOSED: 'Cannot be after the school closed',
    NOT_A_PARTY_POST: 'Only party posts have a portfolio',
    ONE_PERSON: 'Choose one person',
    AFTER_AS_OF: 'Cannot be after the day of the report',
    CIRCLE: 'An organisation cannot stand above itself',
    NO_DATA_ROWS: 'There is no row to import',
    INVALID: 'Please check this field',
  },
};
