import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { TranslationMessages } from 'react-admin';
import { zhCN } from './zh-CN/index.js';

/** Chinese is there from the start; English is fetched when somebody chooses it. */
async function messagesOf(locale: string): Promise<TranslationMessages> {
  if (locale !== 'en') return zhCN;
  const { en } = await import('./en/index.js');
  return en;
}

export const i18nProvider = polyglotI18nProvider(
  (locale) => (locale === 'zh-CN' ? zhCN : messagesOf(locale)),
  'zh-CN',
  [
    { locale: 'zh-CN', name: '简体中文' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: true },
);
