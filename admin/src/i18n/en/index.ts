import englishMessages from 'ra-language-english';
import type { zhCN } from '../zh-CN/index.js';
import { checks } from './checks.js';
import { common } from './common.js';
import { enums } from './enums.js';
import { errors } from './errors.js';
import { home } from './home.js';
import { imports } from './imports.js';
import { notifications } from './notifications.js';
import { paper } from './paper.js';
import { procedure } from './procedure.js';
import { pages, resources } from './resources/index.js';
import { shell } from './shell.js';
import type { Translations } from './translations.js';

const { ra } = englishMessages;

/** The same keys in English, typed from the Chinese ones. */
export const en = {
  ra,
  shell,
  common,
  home,
  enums,
  checks,
  errors,
  imports,
  notifications,
  paper,
  procedure,
  pages,
  resources,
} satisfies Translations<typeof zhCN>;
