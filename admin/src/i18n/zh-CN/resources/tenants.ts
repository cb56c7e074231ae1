export const tenants = {
  name: '租户',
  caption: '租户列表，按代码排序',
  fields: { name: '名称', code: '代码', level: '级别' },
  filters: { q: '名称、代码' },
};
