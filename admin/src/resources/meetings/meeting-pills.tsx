import { StatusPill, type Tone } from '../../components/index.js';
import type { SchemaType } from '../../data/index.js';
import { useEnumWords } from '../../i18n/index.js';

type State = SchemaType<'MeetingState'>;
type Result = SchemaType<'ItemResult'>;

const STATE_TONES: Readonly<Record<State, Tone>> = {
  DRAFT: 'grey',
  CALLED: 'blue',
  OPEN: 'blue',
  CLOSED: 'yellow',
  SIGNED: 'green',
  ISSUED: 'green',
  NOT_HELD: 'grey',
};

const RESULT_TONES: Readonly<Record<Result, Tone>> = {
  APPROVED: 'green',
  APPROVED_IN_PRINCIPLE: 'green',
  APPROVED_AS_AMENDED: 'green',
  REJECTED: 'red',
  POSTPONED: 'yellow',
  WITHDRAWN: 'grey',
  NOTED: 'grey',
  SUBMIT_TO_PARTY_MEETING: 'blue',
  SUBMIT_TO_STAFF_CONGRESS: 'blue',
  SUBMIT_TO_SUPERIOR: 'blue',
};

/** 筹备 … 纪要已签发 */
export const MeetingPill = ({ state }: { readonly state: State }) => (
  <StatusPill tone={STATE_TONES[state]}>{useEnumWords()('MeetingState', state)}</StatusPill>
);

/** 同意, 缓议, … */
export const ResultPill = ({ result }: { readonly result: Result }) => (
  <StatusPill tone={RESULT_TONES[result]}>{useEnumWords()('ItemResult', result)}</StatusPill>
);
