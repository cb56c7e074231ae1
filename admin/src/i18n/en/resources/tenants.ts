import type { tenants as zh } from '../../zh-CN/resources/tenants.js';
import type { Translations } from '../translations.js';

export const tenants: Translations<typeof zh> = {
  name: 'Tenants',
  caption: 'Tenants in code order',
  fields: { name: 'Name', code: 'Code', level: 'Level' },
  filters: { q: 'Name or code' },
};
