import { useState } from 'react';
import {
  MATTER_CATEGORIES,
  resolveCatalogue,
  MATTER_TYPES,
  type CatalogueLayer,
  type MatterType,
} from '@zhixiao/domain';
import LockIcon from '@mui/icons-material/LockOutlined';
import { Box, Button, Paper, TextField, Typography } from '@mui/material';
import { Title } from 'react-admin';
import { EmptyState, EnumText, ErrorNotice, LoadingBlock, StatusPill } from '../../components/index.js';
import { useAbility, useOperation, useViewer } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import {
  ManySelect,
  RowCards,
  RowTable,
  TenantSelect,
  useEnumChoices,
  useIsPhone,
  type Column,
} from '../parts/index.js';
import { AddMatterDialog } from './AddMatterDialog.js';
import { MatterDialog } from './MatterDialog.js';
import { useMarkWords } from './MatterFields.js';
import { MattersQuery, type Matter } from './matter.graphql.js';

type Row = Matter & { readonly id: string };
type Layer = Matter['layers'][number];

/** What a level was handed: the type with the word of every level but its own. */
function aboveOf(matter: Matter, own: Layer | undefined): MatterType {
  if (!own || own.adds) return matter;
  const above = matter.layers.filter((layer) => layer !== own);
  const layers = above.map(({ level, adds, patch }): CatalogueLayer => ({
    level,
    types: adds ? [patch as MatterType] : [],
    changes: adds ? [] : [{ ...(patch as object), code: matter.code }],
  }));
  const platform: CatalogueLayer = { level: 'PLATFORM', types: MATTER_TYPES, changes: [] };
  return resolveCatalogue([platform, ...layers]).types.find(({ code }) => code === matter.code) ?? matter;
}

const DeciderCell = ({ matter }: { readonly matter: Matter }) => {
  const t = useText();
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>
      <EnumText of="Decider" value={matter.decidedBy} />
      {matter.deciderSource === 'OPINION' && (
        <LockIcon sx={{ fontSize: 14 }} titleAccess={`${t('pages.matters.locked')} ${matter.basis}`} />
      )}
    </Box>
  );
};

function useColumnsOfMatters(onOpen: (matter: Matter) => void, tenantId: string): readonly Column<Row>[] {
  const t = useText();
  const word = useMarkWords();
  const mark = (key: 'twoThirds' | 'staffHearing' | 'expert' | 'priorConsultation' | 'disclosure' | 'superior') => ({
    key,
    label: t(`pages.matters.fields.${key}`),
    render: (row: Row) => word(key, row[key]),
  });
  return [
    {
      key: 'nameZh',
      label: t('pages.matters.fields.nameZh'),
      isTitle: true,
      render: (row) => (
        <>
          <Button
            size="small"
            sx={{ textAlign: 'start', padding: 0 }}
            aria-label={t('pages.matters.open', { name: row.nameZh })}
            onClick={() => onOpen(row)}
          >
            {row.nameZh}
          </Button>{' '}
          {row.layers.some((layer) => layer.tenantId === tenantId) && (
            <StatusPill tone="blue">{t('pages.matters.own')}</StatusPill>
          )}
        </>
      ),
    },
    {
      key: 'category',
      label: t('pages.matters.fields.category'),
      render: ({ category }) => <EnumText of="MatterCategory" value={category} />,
    },
    {
      key: 'decidedBy',
      label: t('pages.matters.fields.decidedBy'),
      render: (row) => <DeciderCell matter={row} />,
    },
    ...(['twoThirds', 'priorConsultation', 'staffHearing', 'expert', 'disclosure', 'superior'] as const).map(mark),
    { key: 'basis', label: t('pages.matters.fields.basis'), render: ({ basis }) => basis },
  ];
}

interface ConditionsProps {
  readonly q: string;
  readonly onQ: (q: string) => void;
  readonly categories: readonly string[] | undefined;
  readonly onCategories: (value: readonly string[] | undefined) => void;
  readonly tenantId: string;
  readonly onTenant: (id: string | undefined) => void;
}

const Conditions = ({ q, onQ, categories, onCategories, tenantId, onTenant }: ConditionsProps) => {
  const t = useText();
  const choices = useEnumChoices('MatterCategory', MATTER_CATEGORIES);
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, paddingBlock: 1 }}>
      <TextField
        type="search"
        label={t('pages.matters.search')}
        margin="none"
        value={q}
        onChange={({ target }) => onQ(target.value)}
        sx={{ width: { xs: '100%', sm: 200 } }}
      />
      <ManySelect
        label={t('pages.matters.fields.category')}
        width={160}
        choices={choices}
        value={categories}
        onChange={onCategories}
      />
      <TenantSelect value={tenantId} onChange={onTenant} />
    </Box>
  );
};

/** 议题目录: the types of matters as they hold here, who decides each, and what may be set here. */
export const MattersPage = () => {
  const t = useText();
  const isPhone = useIsPhone();
  const { can } = useAbility();
  const grant = useViewer()?.grant;
  const ownTenant = grant?.tenant.id ?? '';
  const [tenantId, setTenantId] = useState(ownTenant);
  const [q, setQ] = useState('');
  const [categories, setCategories] = useState<readonly string[]>();
  const [open, setOpen] = useState<string | null>(null);
  const [adds, setAdds] = useState(false);
  const place = grant?.schoolId ? { schoolId: grant.schoolId } : { tenantId };
  const { data, error, refetch } = useOperation(MattersQuery, place, { keepPrevious: true });
  const columns = useColumnsOfMatters(({ code }) => setOpen(code), tenantId);
  const mayChange = tenantId === ownTenant && can('set', 'MatterType', { id: ownTenant });
  const wanted = q.trim().toLowerCase();
  const rows = (data?.matterTypes ?? [])
    .filter(({ category }) => !categories || categories.includes(category))
    .filter(({ nameZh, code }) => `${nameZh} ${code}`.toLowerCase().includes(wanted))
    .map((matter): Row => ({ ...matter, id: matter.code }));
  const opened = data?.matterTypes.find(({ code }) => code === open);
  const own = opened?.layers.find((layer) => layer.tenantId === ownTenant);
  const Rows = isPhone ? RowCards : RowTable;
  return (
    <>
      <Title title={t('pages.matters.title')} preferenceKey={false} />
      <Typography variant="body2" color="text.secondary">
        {t('pages.matters.text')}
      </Typography>
      <Conditions
        {...{ q, categories, tenantId }}
        onQ={setQ}
        onCategories={setCategories}
        onTenant={(id) => setTenantId(id ?? ownTenant)}
      />
      <Paper variant="outlined" sx={{ minWidth: 0, padding: { xs: 1, sm: 0 } }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', paddingInline: { xs: 0, sm: 1 } }}>
          <Box role="status" sx={{ flexGrow: 1, fontSize: '0.8125rem', color: 'text.secondary' }}>
            {data && t('pages.matters.count', { count: rows.length })}
          </Box>
          {mayChange && <Button onClick={() => setAdds(true)}>{t('pages.matters.add.open')}</Button>}
        </Box>
        {error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : !data && <LoadingBlock />}
        {data && rows.length === 0 && <EmptyState title={t('pages.matters.none')} />}
        {rows.length > 0 && <Rows caption={t('pages.matters.caption')} rows={rows} columns={columns} />}
      </Paper>
      {opened && (
        <MatterDialog
          matter={opened}
          above={aboveOf(opened, own)}
          own={own}
          mayChange={mayChange}
          onClose={() => setOpen(null)}
        />
      )}
      {adds && <AddMatterDialog onClose={() => setAdds(false)} />}
    </>
  );
};
