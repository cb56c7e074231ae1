import DarkIcon from '@mui/icons-material/DarkModeOutlined';
import LightIcon from '@mui/icons-material/LightModeOutlined';
import { Button, IconButton, Tooltip } from '@mui/material';
import { useLocaleState, useTheme } from 'react-admin';
import { useText } from '../i18n/index.js';

/** Language and light or dark, one click each; on a phone they are in the display settings only. */
export const QuickSwitches = () => {
  const t = useText();
  const [locale, setLocale] = useLocaleState();
  const [theme, setTheme] = useTheme();
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const isDark = theme === 'dark';
  const switchTo = isDark ? t('shell.theme.light') : t('shell.theme.dark');
  return (
    <>
      <Button color="inherit" lang={other} onClick={() => setLocale(other)} sx={{ flexShrink: 0, minWidth: 0 }}>
        {other === 'en' ? t('shell.language.en') : t('shell.language.zh')}
      </Button>
      <Tooltip title={switchTo}>
        <IconButton
          color="inherit"
          aria-label={`${t('shell.theme.label')} ${switchTo}`}
          onClick={() => setTheme(isDark ? 'light' : 'dark')}
        >
          {isDark ? <LightIcon /> : <DarkIcon />}
        </IconButton>
      </Tooltip>
    </>
  );
};
