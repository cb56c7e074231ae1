import { Box, Button, FormControlLabel, Switch } from '@mui/material';
import { useListContext, useNotify } from 'react-admin';
import { ErrorNotice, StatusPill } from '../../components/index.js';
import { useLive, useWrite } from '../../data/index.js';
import { formatDateTime, useText } from '../../i18n/index.js';
import { ListPage, useFilters, type Column } from '../parts/index.js';
import { MarkReadMutation, type NotificationRow } from './notification.graphql.js';
import { NotificationLink } from './NotificationLink.js';
import { PreferenceSection } from './PreferenceSection.js';

const UnreadOnly = () => {
  const t = useText();
  const { values, setFilter } = useFilters<{ unreadOnly: boolean }>();
  const { refetch } = useListContext();
  useLive({ type: 'Notification' }, () => void refetch?.());
  return (
    <Box className="no-print" sx={{ paddingBlock: 1 }}>
      <FormControlLabel
        control={
          <Switch
            checked={values.unreadOnly === true}
            onChange={(_, on) => setFilter({ unreadOnly: on ? true : undefined })}
          />
        }
        label={t('notifications.unreadOnly')}
      />
    </Box>
  );
};

const MarkAll = () => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync, isPending, error } = useWrite(MarkReadMutation);
  const markAll = async () => {
    await mutateAsync({ ids: null });
    notify(t('notifications.done'), { type: 'success' });
  };
  return (
    <>
      <Button loading={isPending} onClick={() => void markAll().catch(() => undefined)}>
        {t('notifications.markAll')}
      </Button>
      <ErrorNotice error={error} />
    </>
  );
};

const MarkOne = ({ row }: { readonly row: NotificationRow }) => {
  const t = useText();
  const { mutate, isPending } = useWrite(MarkReadMutation);
  if (row.readAt !== null) return <StatusPill tone="grey">{t('notifications.read')}</StatusPill>;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
      <StatusPill tone="blue">{t('notifications.unread')}</StatusPill>
      <Button size="small" loading={isPending} onClick={() => mutate({ ids: [row.id] })}>
        {t('notifications.markOne')}
      </Button>
    </Box>
  );
};

function useColumnsOfNotifications(): readonly Column<NotificationRow>[] {
  const t = useText();
  return [
    {
      key: 'what',
      label: t('notifications.what'),
      isTitle: true,
      render: (row) => <NotificationLink row={row} />,
    },
    { key: 'at', label: t('notifications.at'), render: ({ createdAt }) => formatDateTime(createdAt) },
    { key: 'state', label: t('notifications.state'), render: (row) => <MarkOne row={row} /> },
  ];
}

/** 通知: all that this account was told under the grant in use, and how it wants to be told. */
export const NotificationList = () => {
  const t = useText();
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <ListPage
        resource="notifications"
        title={t('notifications.title')}
        caption={t('notifications.caption')}
        sort={{ field: 'createdAt', order: 'DESC' }}
        columns={useColumnsOfNotifications()}
        filters={<UnreadOnly />}
        actions={<MarkAll />}
        hint={t('notifications.none')}
      />
      <PreferenceSection />
    </Box>
  );
};
