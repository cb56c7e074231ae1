import type { CheckOutcome, DepartureStatus, ImportStatus, JobStatus } from './schema-words.js';
import type { RolloutState, Severity } from '@zhixiao/domain';
import { useEnumWords, useText } from '../i18n/index.js';
import { StatusPill, type Tone } from './StatusPill.js';

const ROLLOUT_TONES: Readonly<Record<RolloutState, Tone>> = {
  NOT_STARTED: 'grey',
  SURVEYED: 'blue',
  PREPARING: 'blue',
  READY: 'blue',
  ADJUSTED: 'green',
  RUNNING: 'green',
  DEFERRED: 'yellow',
  SUSPENDED_BY_CHANGE: 'yellow',
};

const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { HARD: 'red', DEFAULT: 'yellow', ADVISORY: 'blue' };

const OUTCOME_TONES: Readonly<Record<CheckOutcome, Tone>> = {
  PASS: 'green',
  FAIL: 'red',
  DEPARTURE_PENDING: 'yellow',
  DEPARTURE_APPROVED: 'green',
  NO_RECORD: 'grey',
  NOT_APPLICABLE: 'grey',
};

const DEPARTURE_TONES: Readonly<Record<DepartureStatus, Tone>> = {
  PENDING: 'yellow',
  APPROVED: 'green',
  WITHDRAWN: 'grey',
};

const IMPORT_TONES: Readonly<Record<ImportStatus, Tone>> = {
  STAGED: 'yellow',
  CONFIRMING: 'blue',
  CONFIRMED: 'green',
  UNDONE: 'grey',
  CANCELLED: 'grey',
  FAILED: 'red',
};

const JOB_TONES: Readonly<Record<JobStatus, Tone>> = { QUEUED: 'grey', RUNNING: 'blue', DONE: 'green', FAILED: 'red' };

/** 推进状态; `declared`: the county says so, the system has not computed it. */
export const RolloutPill = ({ state, declared }: { readonly state: RolloutState; readonly declared?: boolean }) => {
  const word = useEnumWords();
  const t = useText();
  const note = declared ? ` · ${t('common.declared')}` : '';
  return <StatusPill tone={ROLLOUT_TONES[state]}>{`${word('RolloutState', state)}${note}`}</StatusPill>;
};

/** 必须 / 一般应 / 提示, with a count where there is one. */
export const SeverityPill = ({ severity, count }: { readonly severity: Severity; readonly count?: number }) => {
  const word = useEnumWords();
  const number = count === undefined ? '' : ` ${count}`;
  return <StatusPill tone={SEVERITY_TONES[severity]}>{`${word('Severity', severity)}${number}`}</StatusPill>;
};

export const OutcomePill = ({ outcome }: { readonly outcome: CheckOutcome }) => (
  <StatusPill tone={OUTCOME_TONES[outcome]}>{useEnumWords()('CheckOutcome', outcome)}</StatusPill>
);

export const DeparturePill = ({ status }: { readonly status: DepartureStatus }) => (
  <StatusPill tone={DEPARTURE_TONES[status]}>{useEnumWords()('DepartureStatus', status)}</StatusPill>
);

export const ImportPill = ({ status }: { readonly status: ImportStatus }) => (
  <StatusPill tone={IMPORT_TONES[status]}>{useEnumWords()('ImportStatus', status)}</StatusPill>
);

export const JobPill = ({ status }: { readonly status: JobStatus }) => (
  <StatusPill tone={JOB_TONES[status]}>{useEnumWords()('JobStatus', status)}</StatusPill>
);
