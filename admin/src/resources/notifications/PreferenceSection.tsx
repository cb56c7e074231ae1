import { Alert, Typography } from '@mui/material';
import { BooleanInput, email, TextInput, useNotify } from 'react-admin';
import { ErrorNotice, LoadingBlock, Section } from '../../components/index.js';
import { useAbility, useOperation, useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { VersionedForm } from '../parts/index.js';
import {
  NotificationPreferenceQuery,
  SetNotificationPreferenceMutation,
  type Preference,
} from './notification.graphql.js';

const isAddress = email();

const PreferenceForm = ({ preference }: { readonly preference: Preference }) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(SetNotificationPreferenceMutation);
  const { version, email: address, mail, digest, mailAvailable } = preference;
  const label = (field: 'email' | 'mail' | 'digest') => t(`notifications.preference.${field}`);
  return (
    <VersionedForm
      key={version}
      latest={{ version, values: { email: address, mail, digest } }}
      fields={(['email', 'mail', 'digest'] as const).map((name) => ({ name, label: label(name) }))}
      submitLabel={t('common.save')}
      onSubmit={async (values, expectedVersion) => {
        const input = {
          expectedVersion,
          email: (values['email'] as string | null) || null,
          mail: values['mail'] === true,
          digest: values['digest'] === true,
        };
        await mutateAsync({ input });
        notify(t('notifications.preference.done'), { type: 'success' });
      }}
    >
      <TextInput
        source="email"
        type="email"
        label={label('email')}
        helperText={t('notifications.preference.emailHelp')}
        validate={isAddress}
      />
      <BooleanInput source="mail" label={label('mail')} helperText={false} />
      <BooleanInput source="digest" label={label('digest')} helperText={false} />
      {!mailAvailable && <Alert severity="info">{t('notifications.preference.unavailable')}</Alert>}
    </VersionedForm>
  );
};

/** 通知方式: mail for each, a digest, or the app alone. */
export const PreferenceSection = () => {
  const t = useText();
  const { historical } = useAbility();
  const { data, error } = useOperation(NotificationPreferenceQuery, {}, { enabled: !historical });
  if (historical) return null;
  return (
    <Section title={t('notifications.preference.title')}>
      <Typography variant="body2" color="textSecondary">
        {t('notifications.preference.text')}
      </Typography>
      {error ? <ErrorNotice error={error} /> : null}
      {data ? <PreferenceForm preference={data.notificationPreference} /> : !error && <LoadingBlock />}
    </Section>
  );
};
