import { useText, type TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';

const { fields, roles, marks } = zhCN.resources.imports;

const PERSON = /^people\.([A-Z_+]+)(?:#(\d))?\.(\w+)$/;

/** The name of a field of a roster: plain, a state of the progress matrix, or one of a person in a wide table. */
export function useFieldName(): (field: string) => string {
  const t = useText();
  const named = (area: 'fields' | 'roles' | 'marks', texts: object, name: string): string =>
    name in texts ? t(`resources.imports.${area}.${name}` as TextKey) : name;
  return (field) => {
    if (field.startsWith('mark.')) return named('marks', marks, field.slice('mark.'.length));
    const [, role, number = '', attribute = ''] = PERSON.exec(field) ?? [];
    if (!role) return named('fields', fields, field);
    return `${named('roles', roles, role.replace('+', '_AND_'))}${number} ${named('fields', fields, attribute)}`;
  };
}
