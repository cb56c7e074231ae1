import type { FilingState } from '@zhixiao/domain';
import { StatusPill, type Tone } from '../../components/index.js';
import { useEnumWords } from '../../i18n/index.js';

const TONES: Readonly<Record<FilingState, Tone>> = {
  DRAFT: 'grey',
  ADOPTED: 'blue',
  SUBMITTED: 'yellow',
  RETURNED: 'red',
  FILED: 'green',
  SUPERSEDED: 'grey',
};

/** 起草, 已通过, 已报送, 已退回, 已备案, 已被替代. */
export const FilingPill = ({ state }: { readonly state: FilingState }) => (
  <StatusPill tone={TONES[state]}>{useEnumWords()('FilingState', state)}</StatusPill>
);
