import { checks } from './checks.js';
import { common } from './common.js';
import { enums } from './enums.js';
import { errors } from './errors.js';
import { home } from './home.js';
import { imports } from './imports.js';
import { notifications } from './notifications.js';
import { paper } from './paper.js';
import { procedure } from './procedure.js';
import { ra } from './ra.js';
import { pages, resources } from './resources/index.js';
import { shell } from './shell.js';

/** All texts in Chinese, the first language: a text is written here first. One area, one file. */
export const zhCN = {
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
};
