import {
  CHAIR_DELEGATIONS,
  FREQUENCY_UNITS,
  PASS_BASES,
  POSTS,
  UNSCHEDULED_MOTIONS,
  VOTE_FORMS,
  type RuledMeetingKind,
} from '@zhixiao/domain';
import { Box, Typography } from '@mui/material';
import { BooleanInput, NumberInput, required } from 'react-admin';
import type { ReactNode } from 'react';
import { useText, type TextKey } from '../../i18n/index.js';
import type { MatterFields } from '../matters/index.js';
import { EnumField, FieldGrid, ManyField } from '../parts/index.js';
import { AmountSteps } from './AmountSteps.js';
import { MatterRules } from './MatterRules.js';
import type { RuleGroup } from './rule-rows.js';

const must = required();
const MOST_DAYS = 60;
/** Posts that rules may count in the admin team beside principal and vice-principals. */
const ADDED_POSTS = POSTS.filter((post) => post !== 'PRINCIPAL' && post !== 'VICE_PRINCIPAL');

type RuleKey = string;

function useRuleLabel() {
  const t = useText();
  return (key: string) => t(`resources.rulesOfProcedure.rule.${key}` as TextKey);
}

const Group = ({ group, children }: { readonly group: RuleGroup; readonly children: ReactNode }) => {
  const t = useText();
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, margin: 0, minWidth: 0 }}>
      <Typography component="legend" variant="h3">
        {t(`resources.rulesOfProcedure.groups.${group}`)}
      </Typography>
      {children}
    </Box>
  );
};

const Whole = ({ source, min, max }: { readonly source: RuleKey; readonly min: number; readonly max: number }) => (
  <NumberInput
    source={source}
    label={useRuleLabel()(source)}
    min={min}
    max={max}
    step={1}
    validate={must}
    helperText={false}
    fullWidth
  />
);

const Flag = ({ source }: { readonly source: RuleKey }) => (
  <BooleanInput source={source} label={useRuleLabel()(source)} helperText={false} />
);

/** 比例: at least a share, or more than it. */
const ShareFields = ({ source, label }: { readonly source: string; readonly label: string }) => {
  const t = useText();
  const part = (name: 'numerator' | 'denominator') => (
    <NumberInput
      source={`${source}.${name}`}
      label={`${label} ${t(`resources.rulesOfProcedure.share.${name}`)}`}
      min={1}
      step={1}
      validate={must}
      helperText={false}
      sx={{ flex: '1 1 120px' }}
    />
  );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
      {part('numerator')}
      {part('denominator')}
      <BooleanInput
        source={`${source}.over`}
        label={`${label} ${t('resources.rulesOfProcedure.share.over')}`}
        helperText={false}
      />
    </Box>
  );
};

const MeetingRules = () => {
  const label = useRuleLabel();
  return (
    <Group group="meeting">
      <FieldGrid>
        <NumberInput
          source="frequency.every"
          label={`${label('frequency')} ${label('every')}`}
          min={1}
          max={52}
          step={1}
          validate={must}
          helperText={false}
          fullWidth
        />
        <EnumField
          source="frequency.unit"
          of="FrequencyUnit"
          values={FREQUENCY_UNITS}
          label={`${label('frequency')} ${label('unit')}`}
          isRequired
        />
        <Whole source="noticeDays" min={0} max={MOST_DAYS} />
        <Whole source="topicFormDays" min={0} max={MOST_DAYS} />
        <EnumField
          source="unscheduledMotions"
          of="UnscheduledMotions"
          values={UNSCHEDULED_MOTIONS}
          label={label('unscheduledMotions')}
          isRequired
        />
        <Flag source="firstTopic" />
      </FieldGrid>
    </Group>
  );
};

const QuorumRules = () => {
  const label = useRuleLabel();
  return (
    <Group group="quorum">
      <ShareFields source="openingQuorum" label={label('openingQuorum')} />
      <ShareFields source="importantQuorum" label={label('importantQuorum')} />
      <FieldGrid>
        <Flag source="recusedCountAsPresent" />
        <Flag source="memberInChargePresent" />
      </FieldGrid>
    </Group>
  );
};

const VoteRules = ({ meetingKind }: { readonly meetingKind: RuledMeetingKind }) => {
  const label = useRuleLabel();
  return (
    <Group group="vote">
      {meetingKind === 'PARTY_ORG' && (
        <>
          <EnumField
            source="pass.base"
            of="PassBase"
            values={PASS_BASES}
            label={`${label('pass')} ${label('passBase')}`}
            isRequired
          />
          <ShareFields source="pass.share" label={label('passShare')} />
        </>
      )}
      <FieldGrid>
        <EnumField source="usualVoteForm" of="VoteForm" values={VOTE_FORMS} label={label('usualVoteForm')} isRequired />
        <EnumField source="cadreVoteForm" of="VoteForm" values={VOTE_FORMS} label={label('cadreVoteForm')} isRequired />
        <Flag source="itemByItem" />
        <Flag source="chairSpeaksLast" />
        <Flag source="recusal" />
        <Flag source="writtenOpinions" />
      </FieldGrid>
    </Group>
  );
};

const PeopleRules = () => {
  const label = useRuleLabel();
  return (
    <Group group="people">
      <EnumField
        source="chairDelegation"
        of="ChairDelegation"
        values={CHAIR_DELEGATIONS}
        label={label('chairDelegation')}
        isRequired
      />
      <ManyField source="adminTeamPosts" of="Post" values={ADDED_POSTS} label={label('adminTeamPosts')} />
      <Flag source="emergencyAction" />
    </Group>
  );
};

interface RulesFieldsProps {
  readonly meetingKind: RuledMeetingKind;
  readonly types: readonly MatterFields[];
}

/** Every field that rules of procedure have, in the order in which such rules are written. */
export const RulesFields = ({ meetingKind, types }: RulesFieldsProps) => (
  <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
    <MeetingRules />
    <QuorumRules />
    <VoteRules meetingKind={meetingKind} />
    <PeopleRules />
    <Group group="amounts">
      <AmountSteps />
    </Group>
    <Group group="matters">
      <MatterRules types={types} />
    </Group>
    <Group group="record">
      <FieldGrid>
        <Whole source="executionReportsPerSemester" min={1} max={20} />
        <Flag source="signatures" />
      </FieldGrid>
    </Group>
  </Box>
);
