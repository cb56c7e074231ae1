import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormLabel,
  Radio,
  RadioGroup,
  Switch,
} from '@mui/material';
import { useLocaleState, useStore } from 'react-admin';
import { useText } from '../i18n/index.js';
import { useDensity } from './use-density.js';
import { useShortcutsEnabled } from './use-shortcuts.js';

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}

const Choice = ({ label, value, options, onChange }: ChoiceProps) => (
  <FormControl>
    <FormLabel>{label}</FormLabel>
    <RadioGroup row aria-label={label} value={value} onChange={(_, next) => onChange(next)}>
      {Object.entries(options).map(([key, text]) => (
        <FormControlLabel key={key} value={key} control={<Radio size="small" />} label={text} />
      ))}
    </RadioGroup>
  </FormControl>
);

const Choices = () => {
  const t = useText();
  const [locale, setLocale] = useLocaleState();
  const [theme, setTheme] = useStore<'light' | 'dark' | undefined>('theme');
  const [density, setDensity] = useDensity();
  const [shortcuts, setShortcuts] = useShortcutsEnabled();
  return (
    <Box sx={{ display: 'grid' }}>
      <Choice
        label={t('shell.language.label')}
        value={locale}
        options={{ 'zh-CN': t('shell.language.zh'), en: t('shell.language.en') }}
        onChange={setLocale}
      />
      <Choice
        label={t('shell.theme.label')}
        value={theme ?? 'system'}
        options={{ system: t('shell.theme.system'), light: t('shell.theme.light'), dark: t('shell.theme.dark') }}
        onChange={(next) => setTheme(next === 'light' || next === 'dark' ? next : undefined)}
      />
      <Choice
        label={t('shell.density.label')}
        value={density}
        options={{ comfortable: t('shell.density.comfortable'), compact: t('shell.density.compact') }}
        onChange={(next) => setDensity(next === 'compact' ? 'compact' : 'comfortable')}
      />
      <FormControlLabel
        control={<Switch checked={shortcuts} onChange={(_, checked) => setShortcuts(checked)} />}
        label={t('shell.shortcuts.enabled')}
      />
    </Box>
  );
};

interface DisplaySettingsProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Language, light or dark, row height, shortcuts: kept in this browser. */
export const DisplaySettings = ({ open, onClose }: DisplaySettingsProps) => {
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="settings-title" fullWidth maxWidth="xs">
      <DialogTitle id="settings-title">{t('shell.settings.title')}</DialogTitle>
      <DialogContent>
        <Choices />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
