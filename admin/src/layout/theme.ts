import type { ThemeOptions } from '@mui/material';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

const FONTS = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Zen Hei",sans-serif';

export const TOP_BAR = 48;
export const MENU_WIDTH = 208;
export const MENU_CLOSED = 56;

/** Rows are 40 px, or 32 under `data-density="compact"`, which the density switch sets on the page. */
const cell = {
  padding: '4px 10px',
  height: 40,
  fontSize: '0.8125rem',
  fontVariantNumeric: 'tabular-nums',
  '[data-density="compact"] &': { padding: '1px 8px', height: 32 },
} as const;

const components: ThemeOptions['components'] = {
  MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { textTransform: 'none' } } },
  MuiTab: { styleOverrides: { root: { textTransform: 'none' } } },
  MuiTableCell: {
    styleOverrides: {
      root: cell,
      // Chinese breaks between any two characters: a narrow column would stand upright
      head: { fontWeight: 600, whiteSpace: 'nowrap' },
      alignRight: { whiteSpace: 'nowrap' },
      body: { 'th&': { minWidth: '7em' } },
    },
  },
  MuiTextField: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small' } },
  MuiFormControl: { defaultProps: { variant: 'outlined', margin: 'dense', size: 'small' } },
  MuiTooltip: { defaultProps: { enterDelay: 400 } },
  MuiButtonBase: {
    styleOverrides: {
      root: { '&:focus-visible': { outline: '2px solid currentColor', outlineOffset: '-2px' } },
    },
  },
  MuiLink: { defaultProps: { underline: 'hover' } },
  MuiCssBaseline: {
    styleOverrides: {
      // what has the focus is never hidden under the top bar
      html: { scrollPaddingTop: TOP_BAR + 16 },
      'a:focus-visible': { outline: '2px solid currentColor', outlineOffset: '2px' },
    },
  },
};

const shared: ThemeOptions = {
  shape: { borderRadius: 6 },
  typography: {
    fontFamily: FONTS,
    fontSize: 14,
    body1: { fontSize: '0.875rem', lineHeight: 1.57 },
    body2: { fontSize: '0.8125rem', lineHeight: 1.57 },
    caption: { fontSize: '0.75rem', lineHeight: 1.57 },
    h1: { fontSize: '1.25rem', fontWeight: 600, lineHeight: 1.4 },
    h2: { fontSize: '1rem', fontWeight: 600, lineHeight: 1.5 },
    h3: { fontSize: '0.875rem', fontWeight: 600, lineHeight: 1.57 },
  },
};

/** React-admin's theme with our palette, type and components on top. */
function themed(base: RaThemeOptions, colors: Pick<ThemeOptions, 'palette'>): RaThemeOptions {
  return { ...base, ...shared, ...colors, components: { ...base.components, ...components } };
}

/** 红 #CF1322 黄 #945800 (the usual #AD6800 misses 4.5:1 by a little) 绿 #237804 蓝 #0958D9 on paper. */
export const lightTheme: RaThemeOptions = themed(defaultLightTheme, {
  palette: {
    mode: 'light',
    primary: { main: '#0958d9' },
    secondary: { main: '#0958d9' },
    error: { main: '#cf1322' },
    warning: { main: '#945800', light: '#faad14' },
    success: { main: '#237804' },
    info: { main: '#0958d9' },
    background: { default: '#f4f5f7', paper: '#ffffff' },
    text: { primary: '#1f1f1f', secondary: '#595959' },
  },
});

/** The same hues, lighter: at least 4.5:1 on dark paper. */
export const darkTheme: RaThemeOptions = themed(defaultDarkTheme, {
  palette: {
    mode: 'dark',
    primary: { main: '#69b1ff' },
    secondary: { main: '#69b1ff' },
    error: { main: '#ff7875' },
    warning: { main: '#ffc53d', light: '#ffc53d' },
    success: { main: '#95de64' },
    info: { main: '#69b1ff' },
    background: { default: '#141619', paper: '#1d2024' },
    text: { primary: '#f0f0f0', secondary: '#bfbfbf' },
  },
});
