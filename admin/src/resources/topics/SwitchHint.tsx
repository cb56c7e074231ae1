import { useState } from 'react';
import type { Role } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import { useNavigate } from 'react-admin';
import { useLocation } from 'react-router';
import { ErrorNotice } from '../../components/index.js';
import { useSwitchGrant, useViewer } from '../../data/index.js';
import { useEnumWords, useText } from '../../i18n/index.js';

interface SwitchHintProps {
  /** The role to which the act belongs. */
  readonly role: Role;
  readonly schoolId: string | null;
}

/** One who holds two posts acts under one of them: the other is one click away, on the same page. Nothing for who has not got it. */
export const SwitchHint = ({ role, schoolId }: SwitchHintProps) => {
  const t = useText();
  const word = useEnumWords();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const switchGrant = useSwitchGrant();
  const [error, setError] = useState<unknown>(null);
  const grants = useViewer()?.grants ?? [];
  const fitting = grants.find((grant) => grant.role === role && grant.schoolId === schoolId);
  if (!fitting) return null;
  const name = word('Role', role);
  const go = () => switchGrant(fitting.id).then(() => navigate(pathname), setError);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Typography variant="body2">{t('resources.topics.acts.otherRole', { role: name })}</Typography>
      <Button size="small" variant="outlined" onClick={() => void go()} sx={{ minHeight: { xs: 44, sm: 0 } }}>
        {t('resources.topics.acts.switchTo', { role: name })}
      </Button>
      <ErrorNotice error={error} />
    </Box>
  );
};
