import { Box } from '@mui/material';
import { useEnumWords, useText } from '../i18n/index.js';
import { postName, type NamedSeat } from './post-name.js';
import { StatusPill } from './StatusPill.js';

/** The post of a seat, and whether it is held for the time being. */
export const PostName = ({ seat }: { readonly seat: NamedSeat & { readonly acting?: boolean } }) => {
  const t = useText();
  const word = useEnumWords();
  const name = postName(seat, { t, word });
  if (!seat.acting) return name;
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, flexWrap: 'wrap', alignItems: 'center' }}>
      {name}
      <StatusPill tone="yellow">{t('common.acting')}</StatusPill>
    </Box>
  );
};
