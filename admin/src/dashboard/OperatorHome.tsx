import { useState } from 'react';
import { Breadcrumbs, Button, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { EmptyState, EnumText, ErrorNotice, LoadingBlock, ScrollTable, Section } from '../components/index.js';
import { useOperation, type ResultOf } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { TenantsQuery } from './tenants.graphql.js';

type Tenant = ResultOf<typeof TenantsQuery>['tenants'][number];

interface TenantTableProps {
  readonly tenants: readonly Tenant[];
  readonly onOpen: (tenant: Tenant) => void;
}

const TenantTable = ({ tenants, onOpen }: TenantTableProps) => {
  const t = useText();
  return (
    <ScrollTable caption={t('home.operator.caption')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('home.operator.code')}</TableCell>
          <TableCell>{t('home.operator.name')}</TableCell>
          <TableCell>{t('home.operator.level')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {tenants.map((tenant) => (
          <TableRow key={tenant.id}>
            <TableCell>{tenant.code}</TableCell>
            <TableCell component="th" scope="row">
              {tenant.level === 'COUNTY' ? (
                tenant.name
              ) : (
                <Button className="print-keep" sx={{ minWidth: 0, paddingInline: 0 }} onClick={() => onOpen(tenant)}>
                  {tenant.name}
                </Button>
              )}
            </TableCell>
            <TableCell>
              <EnumText of="TenantLevel" value={tenant.level} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </ScrollTable>
  );
};

/** The home of the operator: the tenants, province by province. No content of any school is shown. */
export const OperatorHome = () => {
  const t = useText();
  const [path, setPath] = useState<readonly Tenant[]>([]);
  const parent = path.at(-1);
  const variables = parent ? { parentId: parent.id } : { level: 'PROVINCE' as const };
  const { data, error, isPending, refetch } = useOperation(TenantsQuery, variables);
  return (
    <Section title={t('home.operator.title')}>
      {path.length > 0 && (
        <Breadcrumbs aria-label={t('home.operator.path')}>
          <Button onClick={() => setPath([])}>{t('home.operator.all')}</Button>
          {path.map((tenant, depth) => (
            <Button key={tenant.id} onClick={() => setPath(path.slice(0, depth + 1))}>
              {tenant.name}
            </Button>
          ))}
        </Breadcrumbs>
      )}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <LoadingBlock />}
      {data?.tenants.length === 0 && <EmptyState title={t('common.empty.title')} />}
      {data && data.tenants.length > 0 && (
        <TenantTable tenants={data.tenants} onOpen={(tenant) => setPath([...path, tenant])} />
      )}
    </Section>
  );
};
