import { useState } from 'react';
import HistoryIcon from '@mui/icons-material/History';
import TodayIcon from '@mui/icons-material/EventAvailableOutlined';
import { Alert, Box, Button, Popover, TextField, Typography } from '@mui/material';
import { setAsOf, useAsOf, useViewer } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { useConfirmLeave } from './UnsavedDialog.js';

const PickDay = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useText();
  const asOf = useAsOf();
  const today = useViewer()?.today ?? '';
  const confirmLeave = useConfirmLeave();
  const [day, setDay] = useState(asOf ?? '');
  const show = (next: string | null) => {
    onDone();
    confirmLeave(() => setAsOf(next === today ? null : next));
  };
  return (
    <Box
      component="form"
      sx={{ padding: 2, display: 'grid', gap: 1, maxWidth: 300 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (day) show(day);
      }}
    >
      <Typography variant="h2">{t('shell.asOf.title')}</Typography>
      <Typography variant="body2">{t('shell.asOf.help')}</Typography>
      <TextField
        type="date"
        autoFocus
        label={t('shell.asOf.day')}
        value={day}
        onChange={({ target }) => setDay(target.value)}
        slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: '1949-10-01' } }}
      />
      <Button type="submit" variant="contained" disabled={!day}>
        {t('shell.asOf.apply')}
      </Button>
      {asOf && <Button onClick={() => show(null)}>{t('shell.asOf.back')}</Button>}
    </Box>
  );
};

/** 当前数据 / 历史时点: the day that all pages show, amber when it is not today. */
export const AsOfBadge = () => {
  const t = useText();
  const asOf = useAsOf();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const label = asOf ? t('shell.asOf.historical', { date: asOf }) : t('shell.asOf.current');
  const amber = { color: '#1f1f1f', backgroundColor: '#faad14', '&:hover': { backgroundColor: '#ffc53d' } };
  return (
    <>
      <Button
        size="small"
        color="inherit"
        variant="outlined"
        startIcon={asOf ? <HistoryIcon /> : <TodayIcon />}
        aria-haspopup="dialog"
        title={t('shell.asOf.change')}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={[{ whiteSpace: 'nowrap', flexShrink: 0 }, asOf !== null && amber]}
      >
        {label}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('shell.asOf.title') } }}
      >
        <PickDay onDone={() => setAnchor(null)} />
      </Popover>
    </>
  );
};

/** Says above every page that a past day is shown. */
export const AsOfBanner = () => {
  const t = useText();
  const asOf = useAsOf();
  const confirmLeave = useConfirmLeave();
  if (!asOf) return null;
  const back = (
    <Button color="inherit" size="small" onClick={() => confirmLeave(() => setAsOf(null))}>
      {t('shell.asOf.back')}
    </Button>
  );
  return (
    <Alert severity="warning" variant="outlined" action={back} sx={{ marginTop: 1 }}>
      {t('shell.asOf.banner', { date: asOf })}
    </Alert>
  );
};
