import { Link } from '@mui/material';
import { LinkBase } from 'react-admin';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { MarkReadMutation, type NotificationRow } from './notification.graphql.js';
import { notificationText } from './notification-text.js';

interface NotificationLinkProps {
  readonly row: NotificationRow;
  readonly onGo?: () => void;
}

/** A notification leads to the one screen where it is dealt with, and is read by that. */
export const NotificationLink = ({ row, onGo }: NotificationLinkProps) => {
  const t = useText();
  const { mutate } = useWrite(MarkReadMutation);
  const text = notificationText(row, t);
  const weight = row.readAt === null ? 600 : 400;
  if (row.path === null) return <span style={{ fontWeight: weight }}>{text}</span>;
  return (
    <Link
      component={LinkBase}
      to={row.path}
      onClick={() => {
        if (row.readAt === null) mutate({ ids: [row.id] });
        onGo?.();
      }}
      sx={{ fontWeight: weight, display: 'inline-block', paddingBlock: { xs: 1, sm: 0 } }}
    >
      {text}
    </Link>
  );
};
