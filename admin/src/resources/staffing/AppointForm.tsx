import { COMMITTEE_PORTFOLIOS, MEMBERSHIPS, PARTY_POSTS, POSTS, type Post } from '@zhixiao/domain';
import { Box, Typography } from '@mui/material';
import { useWatch } from 'react-hook-form';
import { CivilDateInput } from '../../components/index.js';
import { useText } from '../../i18n/index.js';
import { EnumField, FieldGrid, TextField, YesNoField } from '../parts/index.js';
import { HeldPosts, isNew, PersonPicker, type Appointee } from './PersonPicker.js';

const inParty = (post: Post | null): boolean => post !== null && (PARTY_POSTS as readonly Post[]).includes(post);

/** Who is not on record yet is entered with the appointment. */
const NewPersonFields = () => {
  const t = useText();
  return (
    <Box component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1, margin: 0 }}>
      <Typography component="legend" variant="body2">
        {t('resources.appointments.newPerson')}
      </Typography>
      <FieldGrid>
        <EnumField
          source="newPerson.membership"
          of="Membership"
          values={MEMBERSHIPS}
          label={t('resources.people.fields.membership')}
          isRequired
        />
        <EnumField
          source="newPerson.sex"
          of="Sex"
          values={['MALE', 'FEMALE']}
          label={t('resources.people.fields.sex')}
        />
        <TextField
          source="newPerson.birthMonth"
          label={t('resources.people.fields.birthMonth')}
          helperText={t('resources.people.birthMonthHelp')}
          max={7}
        />
        <CivilDateInput source="newPerson.partyFullOn" label={t('resources.people.fields.partyFullOn')} />
      </FieldGrid>
    </Box>
  );
};

/** What the document says beyond person, post and day. */
const FurtherFields = ({ post }: { readonly post: Post | null }) => {
  const t = useText();
  const label = (
    field:
      | 'tenureEndsOn'
      | 'probationUntil'
      | 'authority'
      | 'remark'
      | 'portfolio'
      | 'endsOn'
      | 'endDocumentNo'
      | 'endReason'
      | 'acting',
  ) => t(`resources.appointments.fields.${field}`);
  return (
    <Box component="details">
      <Box component="summary" sx={{ cursor: 'pointer', paddingBlock: 1 }}>
        {t('resources.appointments.further')}
      </Box>
      <FieldGrid>
        <CivilDateInput source="tenureEndsOn" label={label('tenureEndsOn')} />
        <CivilDateInput source="probationUntil" label={label('probationUntil')} />
        <TextField source="authority" label={label('authority')} />
        {inParty(post) && (
          <EnumField
            source="portfolio"
            of="CommitteePortfolio"
            values={COMMITTEE_PORTFOLIOS}
            label={label('portfolio')}
          />
        )}
        <YesNoField source="acting" label={label('acting')} />
        <CivilDateInput source="endsOn" precisionSource="endPrecision" label={label('endsOn')} />
        <TextField source="endDocumentNo" label={label('endDocumentNo')} />
        <TextField source="endReason" label={label('endReason')} max={500} />
      </FieldGrid>
      <TextField source="remark" label={label('remark')} max={500} />
    </Box>
  );
};

/** The fields of an appointment, in the order in which a document gives them. */
export const AppointFields = ({ tenantId }: { readonly tenantId: string | undefined }) => {
  const t = useText();
  const [person, post] = useWatch({ name: ['person', 'post'] }) as [Appointee | null, Post | null];
  return (
    <>
      <EnumField source="post" of="Post" values={POSTS} label={t('resources.appointments.fields.post')} isRequired />
      <PersonPicker source="person" tenantId={tenantId} autoFocus />
      {person && !isNew(person) && <HeldPosts person={person} />}
      {person && isNew(person) && <NewPersonFields />}
      <FieldGrid>
        <CivilDateInput
          source="startsOn"
          precisionSource="startPrecision"
          label={t('resources.appointments.fields.startsOn')}
          isRequired
        />
        <TextField source="documentNo" label={t('resources.appointments.fields.documentNo')} />
      </FieldGrid>
      {post === 'DEPUTY_SECRETARY' && (
        <YesNoField
          source="fullTime"
          label={t('resources.appointments.fields.fullTime')}
          helperText={t('resources.appointments.fullTimeHelp')}
        />
      )}
      <FurtherFields post={post} />
    </>
  );
};
