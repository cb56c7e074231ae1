import { describe, expect, test } from '@jest/globals';
import { checkOf } from '../checks.js';
import { isCheckedScope } from '../scope.js';
import { SCOPE_KINDS } from '../vocabulary.js';
import type { Cell, Row, Setting } from './case-builders.test-support.js';
import { PROCEDURE_CHECK_IDS, type ProcedureCheckId, type ProcedureFinding } from './finding.js';
import { blocks } from './judge.js';
import { MEETING_CASES } from './meeting-cases.test-support.js';
import { PREPARATION_CASES } from './preparation-cases.test-support.js';

/** All checks of the procedure; a row missing here is a type error. */
const CHECKS_BY_CASE: Readonly<Record<ProcedureCheckId, Row>> = { ...MEETING_CASES, ...PREPARATION_CASES };

const LIVE: Setting = { recordMode: 'LIVE', scope: 'IN_SCOPE', departures: [] };
const AFTERWARDS: Setting = { ...LIVE, recordMode: 'AFTERWARDS' };
const CASES = ['PASS', 'FAIL', 'NO_RECORD', 'DEPARTED'] as const;

/** What the case gives for its check; null where the cell says that there is no such case. */
function found(checkId: ProcedureCheckId, cell: Cell, setting: Setting): ProcedureFinding | null {
  if (typeof cell === 'string') return null;
  const finding = cell(setting).find((one) => one.checkId === checkId);
  if (!finding) throw new Error(`${checkId} was not asked`);
  return finding;
}

const departed = (checkId: ProcedureCheckId, acceptedOn: string | null): Setting => ({
  ...LIVE,
  departures: [{ checkId, subjectId: null, requestedOn: '2024-06-01', acceptedOn }],
});

/** With a severity of 一般 a departure covers it, whatever the catalogue says. */
const byReference = (setting: Setting): Setting => ({ ...setting, scope: 'BY_REFERENCE' });

const cells = PROCEDURE_CHECK_IDS.flatMap((checkId) =>
  CASES.map((kind) => ({ checkId, kind, cell: CHECKS_BY_CASE[checkId][kind] })),
);

describe('every check by every case', () => {
  test('34 checks and four cases, no cell blank: a case, or why there is none', () => {
    expect(PROCEDURE_CHECK_IDS).toHaveLength(34);
    expect(cells).toHaveLength(136);
    expect(cells.filter(({ cell }) => typeof cell === 'string' && cell.trim().length < 10)).toEqual([]);
  });

  test('only a departure from 应当 or from an exhortation, and an interest not recorded, have no case', () => {
    const empty = cells.filter(({ cell }) => typeof cell === 'string');
    const others = empty.filter(({ checkId, kind }) => kind !== 'DEPARTED' || checkOf(checkId).severity === 'DEFAULT');
    expect(others.map(({ checkId, kind }) => `${checkId} ${kind}`)).toEqual(['PM-11 NO_RECORD']);
    const withCase = cells.filter(({ kind, cell }) => kind === 'DEPARTED' && typeof cell !== 'string');
    expect(withCase.filter(({ checkId }) => checkOf(checkId).severity !== 'DEFAULT')).toEqual([]);
  });

  test.each(PROCEDURE_CHECK_IDS)('%s kept, live and afterwards', (checkId) => {
    for (const setting of [LIVE, AFTERWARDS]) {
      expect(found(checkId, CHECKS_BY_CASE[checkId].PASS, setting)).toMatchObject({ checkId, outcome: 'PASS' });
    }
  });

  test.each(PROCEDURE_CHECK_IDS)('%s broken, live and afterwards, with its clause and severity', (checkId) => {
    const { clause, severity } = checkOf(checkId);
    for (const setting of [LIVE, AFTERWARDS]) {
      const finding = found(checkId, CHECKS_BY_CASE[checkId].FAIL, setting);
      expect(finding).toMatchObject({ checkId, outcome: 'FAIL', clause, severity });
      expect(finding && blocks(finding)).toBe(severity === 'HARD');
    }
  });

  test.each(PROCEDURE_CHECK_IDS)('%s without a record: NO_RECORD afterwards, and never kept live', (checkId) => {
    const cell = CHECKS_BY_CASE[checkId].NO_RECORD;
    if (typeof cell === 'string') return;
    const finding = found(checkId, cell, AFTERWARDS);
    expect(finding).toMatchObject({ checkId, outcome: 'NO_RECORD' });
    expect(finding && blocks(finding)).toBe(false);
    // live there is simply no result yet, and the results that may come are limited
    expect(found(checkId, cell, LIVE)?.outcome).toBe(checkId === 'OM-6' ? 'PASS' : 'FAIL');
  });

  test.each(PROCEDURE_CHECK_IDS)('%s departed from: waiting, then accepted; 应当 is not moved by it', (checkId) => {
    const { DEPARTED, FAIL } = CHECKS_BY_CASE[checkId];
    const cell = typeof DEPARTED === 'string' ? FAIL : DEPARTED;
    const isDefault = checkOf(checkId).severity === 'DEFAULT';
    expect(found(checkId, cell, departed(checkId, null))?.outcome).toBe(isDefault ? 'DEPARTURE_PENDING' : 'FAIL');
    const accepted = found(checkId, cell, departed(checkId, '2024-06-02'));
    expect(accepted?.outcome).toBe(isDefault ? 'DEPARTURE_APPROVED' : 'FAIL');
  });

  test.each(PROCEDURE_CHECK_IDS)(
    '%s by reference is lowered from 应当 to 一般, and blocks until the departure is accepted',
    (checkId) => {
      const { FAIL } = CHECKS_BY_CASE[checkId];
      const { severity } = checkOf(checkId);
      const wasHard = severity === 'HARD';
      const broken = found(checkId, FAIL, byReference(LIVE))!;
      expect(broken.severity).toBe(wasHard ? 'DEFAULT' : severity);
      expect(blocks(broken)).toBe(wasHard);
      const waiting = found(checkId, FAIL, byReference(departed(checkId, null)))!;
      expect(blocks(waiting)).toBe(wasHard);
      const accepted = found(checkId, FAIL, byReference(departed(checkId, '2024-06-02')))!;
      expect(accepted.outcome).toBe(severity === 'ADVISORY' ? 'FAIL' : 'DEPARTURE_APPROVED');
      expect(blocks(accepted)).toBe(false);
    },
  );

  test.each(SCOPE_KINDS)(
    '%s: the rules of the meetings hold wherever meetings are recorded, those of records only in scope',
    (scope) => {
      const setting: Setting = { ...LIVE, scope };
      for (const checkId of PROCEDURE_CHECK_IDS) {
        const isRecord = checkId === 'REC-1' || checkId === 'REC-5';
        const outcome = found(checkId, CHECKS_BY_CASE[checkId].FAIL, setting)?.outcome;
        expect([checkId, outcome]).toEqual([checkId, isRecord && !isCheckedScope(scope) ? 'NOT_APPLICABLE' : 'FAIL']);
      }
    },
  );

  test('a departure for another check or another item covers nothing, one for the item does', () => {
    const fail = CHECKS_BY_CASE['PM-9'].FAIL;
    const setting = (checkId: ProcedureCheckId, subjectId: string): Setting => ({
      ...LIVE,
      departures: [{ checkId, subjectId, requestedOn: '2024-06-01', acceptedOn: '2024-06-02' }],
    });
    expect(found('PM-9', fail, setting('PM-9', 'another'))?.outcome).toBe('FAIL');
    expect(found('PM-9', fail, setting('PM-12', 'item-2'))?.outcome).toBe('FAIL');
    expect(found('PM-9', fail, setting('PM-9', 'item-2'))?.outcome).toBe('DEPARTURE_APPROVED');
    expect(found('PM-9', fail, setting('PM-9', 'topic-CADRE_APPOINT_MIDDLE'))?.outcome).toBe('DEPARTURE_APPROVED');
  });
});
