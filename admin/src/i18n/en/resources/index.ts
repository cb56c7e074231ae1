import type { pages as zhPages, resources as zhResources } from '../../zh-CN/resources/index.js';
import type { Translations } from '../translations.js';

export const resources: Translations<typeof zhResources> = {};
export const pages: Translations<typeof zhPages> = {};
