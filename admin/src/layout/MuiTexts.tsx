import { useMemo, type ReactNode } from 'react';
import { ThemeProvider, type Theme } from '@mui/material';
import { useText, type Text } from '../i18n/index.js';

/** The theme around, with the names of the small buttons that MUI brings itself. */
function translated(theme: Theme, t: Text): Theme {
  const { MuiAlert, MuiAutocomplete, MuiBreadcrumbs, ...others } = theme.components ?? {};
  const autocomplete = {
    openText: t('shell.mui.open'),
    closeText: t('shell.mui.close'),
    clearText: t('shell.mui.clear'),
    loadingText: t('common.loading'),
    noOptionsText: t('resources.shared.noMatch'),
  };
  const components: Theme['components'] = {
    ...others,
    MuiAlert: { ...MuiAlert, defaultProps: { ...MuiAlert?.defaultProps, closeText: t('common.close') } },
    MuiAutocomplete: { ...MuiAutocomplete, defaultProps: { ...MuiAutocomplete?.defaultProps, ...autocomplete } },
    MuiBreadcrumbs: {
      ...MuiBreadcrumbs,
      defaultProps: { ...MuiBreadcrumbs?.defaultProps, expandText: t('shell.mui.expand') },
    },
  };
  return { ...theme, components };
}

/** MUI's own texts in the language of the page. */
export const MuiTexts = ({ children }: { readonly children: ReactNode }) => {
  const t = useText();
  const theme = useMemo(() => (outer: Theme) => translated(outer, t), [t]);
  return <ThemeProvider theme={theme}>{children}</ThemeProvider>;
};
