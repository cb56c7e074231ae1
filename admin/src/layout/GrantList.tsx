import { useState } from 'react';
import CheckIcon from '@mui/icons-material/Check';
import { List, ListItem, ListItemButton, ListItemText, TextField } from '@mui/material';
import { useNotify } from 'react-admin';
import { EmptyState, ErrorNotice, useImeValue } from '../components/index.js';
import { useSwitchGrant, useViewer, type Grant } from '../data/index.js';
import { useEnumWords, useText } from '../i18n/index.js';
import { grantName, grantsLike, levelOf, placeOf } from './grant-name.js';

const MANY = 8;

const GrantRow = ({ grant, onPick }: { readonly grant: Grant; readonly onPick: (grant: Grant) => void }) => {
  const t = useText();
  const word = useEnumWords();
  const isCurrent = useViewer()?.grant?.id === grant.id;
  const school = grant.schoolId ? ` · ${grant.tenant.name}` : '';
  const until = grant.validTo ? ` · ${t('shell.user.until', { date: grant.validTo })}` : '';
  return (
    <ListItem disablePadding>
      <ListItemButton selected={isCurrent} aria-current={isCurrent || undefined} onClick={() => onPick(grant)}>
        <ListItemText
          primary={
            grant.schoolId
              ? placeOf(grant)
              : t('common.inParens', { text: placeOf(grant), note: word('TenantLevelShort', levelOf(grant)) })
          }
          secondary={`${word('Role', grant.role)}${school}${until}`}
        />
        {isCurrent && <CheckIcon fontSize="small" aria-hidden />}
      </ListItemButton>
    </ListItem>
  );
};

/** The grants to choose from, by code, with a search where there are many. */
export const GrantList = ({ onDone }: { readonly onDone?: () => void }) => {
  const t = useText();
  const word = useEnumWords();
  const notify = useNotify();
  const switchGrant = useSwitchGrant();
  const viewer = useViewer();
  const [q, setQ] = useState('');
  const [error, setError] = useState<unknown>(null);
  const ime = useImeValue({ value: q, onCommit: setQ });
  const grants = viewer?.grants ?? [];
  const found = grantsLike(grants, q, word);
  const pick = (grant: Grant) => {
    const switched = () => {
      notify(t('shell.grants.switched', { name: grantName(grant, word) }));
      onDone?.();
    };
    switchGrant(grant.id).then(switched, setError);
  };
  return (
    <>
      {grants.length > MANY && <TextField {...ime} fullWidth type="search" label={t('shell.grants.search')} />}
      <ErrorNotice error={error} />
      <List dense aria-label={t('shell.grants.title')}>
        {found.map((grant) => (
          <GrantRow key={grant.id} grant={grant} onPick={pick} />
        ))}
      </List>
      {found.length === 0 && <EmptyState title={t('resources.shared.noMatch')} />}
    </>
  );
};
