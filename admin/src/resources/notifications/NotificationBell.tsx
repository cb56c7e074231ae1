import { useState } from 'react';
import BellIcon from '@mui/icons-material/NotificationsNoneOutlined';
import { Badge, Box, IconButton, List, ListItem, ListItemText, Popover, Typography } from '@mui/material';
import { EmptyState, ErrorNotice, LoadingBlock } from '../../components/index.js';
import { useAbility, useLive, useOperation } from '../../data/index.js';
import { formatDateTime, useText } from '../../i18n/index.js';
import { LinkButton } from '../parts/index.js';
import { NotificationsQuery, UnreadCountQuery } from './notification.graphql.js';
import { NotificationLink } from './NotificationLink.js';

const SHOWN = 8;

const Newest = ({ onGo }: { readonly onGo: () => void }) => {
  const t = useText();
  const { data, error } = useOperation(NotificationsQuery, { first: SHOWN, offset: 0, unreadOnly: true });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <LoadingBlock />;
  const { nodes } = data.notifications;
  if (nodes.length === 0) return <EmptyState title={t('notifications.noneUnread')} />;
  return (
    <List dense disablePadding aria-label={t('notifications.caption')}>
      {nodes.map((row) => (
        <ListItem key={row.id} divider>
          <ListItemText
            primary={<NotificationLink row={row} onGo={onGo} />}
            secondary={formatDateTime(row.createdAt)}
            slotProps={{ secondary: { variant: 'caption' } }}
          />
        </ListItem>
      ))}
    </List>
  );
};

const Bell = () => {
  const t = useText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { data, refetch } = useOperation(UnreadCountQuery, {});
  useLive({ type: 'Notification' }, () => void refetch());
  const count = data?.viewer.unreadCount ?? 0;
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        color="inherit"
        aria-haspopup="dialog"
        aria-label={count > 0 ? t('notifications.bell', { count }) : t('notifications.bellNone')}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <Badge
          badgeContent={count > 0 ? count : null}
          color="error"
          max={9999}
          sx={{ '& .MuiBadge-badge': { overflowWrap: 'normal', whiteSpace: 'nowrap' } }}
        >
          <BellIcon />
        </Badge>
      </IconButton>
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('notifications.title'), sx: { width: 400 } } }}
      >
        <Typography component="h2" variant="h2" sx={{ padding: 1.5, paddingBottom: 0.5 }}>
          {t('notifications.title')}
        </Typography>
        {anchor && <Newest onGo={close} />}
        <Box sx={{ padding: 1, textAlign: 'end' }} onClick={close}>
          <LinkButton to="/notifications">{t('notifications.all')}</LinkButton>
        </Box>
      </Popover>
    </>
  );
};

/** 通知: how much is unread, live, and the newest of it one click away. Not for who is told nothing. */
export const NotificationBell = () => (useAbility().can('read', 'Notification') ? <Bell /> : null);
