import { Alert, Paper, Typography } from '@mui/material';
import { BooleanInput, NumberInput, required, Title, useNotify } from 'react-admin';
import { EmptyState } from '../../components/index.js';
import { loadViewer, useAbility, useViewer, useWrite, type Viewer } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { Facts, VersionedForm } from '../parts/index.js';
import { ChangeSettingsMutation } from './settings.graphql.js';

type Settings = NonNullable<Viewer['settings']>;

const must = required();

const SettingsForm = ({ settings }: { readonly settings: Settings }) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(ChangeSettingsMutation);
  const { vacancyDays, countBranchWithoutCommittee, fileRetentionDays, version } = settings;
  return (
    <VersionedForm
      // a saved form starts afresh from what was saved
      key={version}
      latest={{ version, values: { vacancyDays, countBranchWithoutCommittee, fileRetentionDays } }}
      fields={[
        { name: 'vacancyDays', label: t('pages.settings.vacancyDays') },
        { name: 'countBranchWithoutCommittee', label: t('pages.settings.countBranch') },
        { name: 'fileRetentionDays', label: t('pages.settings.fileRetentionDays') },
      ]}
      submitLabel={t('common.save')}
      onSubmit={async (values, expectedVersion) => {
        const input = {
          expectedVersion,
          vacancyDays: Number(values['vacancyDays']),
          countBranchWithoutCommittee: values['countBranchWithoutCommittee'] === true,
          fileRetentionDays: Number(values['fileRetentionDays']),
        };
        try {
          await mutateAsync({ input });
          notify(t('pages.settings.done'), { type: 'success' });
        } finally {
          // the settings in force come with the viewer
          await loadViewer();
        }
      }}
    >
      <NumberInput
        source="vacancyDays"
        label={t('pages.settings.vacancyDays')}
        helperText={t('pages.settings.vacancyDaysHelp')}
        min={1}
        max={3650}
        step={1}
        validate={must}
      />
      <BooleanInput
        source="countBranchWithoutCommittee"
        label={t('pages.settings.countBranch')}
        helperText={t('pages.settings.countBranchHelp')}
      />
      <NumberInput
        source="fileRetentionDays"
        label={t('pages.settings.fileRetentionDays')}
        helperText={t('pages.settings.fileRetentionDaysHelp')}
        min={1}
        max={3650}
        step={1}
        validate={must}
      />
      <Alert severity="info">{t('pages.settings.rebuild')}</Alert>
    </VersionedForm>
  );
};

const SettingsFacts = ({ settings }: { readonly settings: Settings }) => {
  const t = useText();
  const counts = settings.countBranchWithoutCommittee;
  return (
    <Facts
      facts={[
        { label: t('pages.settings.vacancyDays'), value: settings.vacancyDays },
        { label: t('pages.settings.countBranch'), value: t(counts ? 'common.yes' : 'common.no') },
        { label: t('pages.settings.fileRetentionDays'), value: settings.fileRetentionDays },
      ]}
    />
  );
};

/** 设置: what the tenant decides about the checks. */
export const SettingsPage = () => {
  const t = useText();
  const { can } = useAbility();
  const viewer = useViewer();
  const { settings, grant } = viewer ?? {};
  const mayChange = grant && can('update', 'TenantSetting', { id: grant.tenant.id });
  return (
    <Paper variant="outlined" sx={{ padding: 2, maxWidth: 640 }}>
      <Title title={t('pages.settings.title')} preferenceKey={false} />
      <Typography variant="body2" color="textSecondary" sx={{ marginBottom: 1 }}>
        {t('pages.settings.text', { tenant: grant?.tenant.name ?? '' })}
      </Typography>
      {!settings && <EmptyState title={t('common.empty.title')} />}
      {settings && (mayChange ? <SettingsForm settings={settings} /> : <SettingsFacts settings={settings} />)}
    </Paper>
  );
};
