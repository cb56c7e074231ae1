import { useState } from 'react';
import type { MatterType } from '@zhixiao/domain';
import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import type { FieldValues } from 'react-hook-form';
import { EnumText, ScrollTable } from '../../components/index.js';
import { useWrite, type VariablesOf } from '../../data/index.js';
import { formatDay, useEnumWords, useText, type TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';
import { TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { ActionDialog, ActionForm, Facts, ReasonField, TextField } from '../parts/index.js';
import { DropMatterTypeLayerMutation, SetMatterTypeMutation, type Matter } from './matter.graphql.js';
import { MatterMarks, useMarkWords } from './MatterFields.js';
import { CHANGEABLE, changeOf, type Changeable } from './matter-rules.js';

type Layer = Matter['layers'][number];
type Input = VariablesOf<typeof SetMatterTypeMutation>['input'];

const isChangeable = (field: string): field is Changeable => (CHANGEABLE as readonly string[]).includes(field);

/** What a level says, in words. */
const Says = ({ layer }: { readonly layer: Layer }) => {
  const t = useText();
  const word = useMarkWords();
  const patch = Object.entries((layer.patch ?? {}) as Readonly<Record<string, unknown>>);
  const said = patch.flatMap(([field, value]) =>
    isChangeable(field) ? [`${t(`pages.matters.fields.${field}`)} ${word(field, value)}`] : [],
  );
  const parts = layer.adds ? [t('pages.matters.layers.adds'), ...said] : said;
  return parts.join(t('common.listSeparator'));
};

const Layers = ({ layers }: { readonly layers: readonly Layer[] }) => {
  const t = useText();
  const word = useEnumWords();
  if (layers.length === 0) return <Typography variant="body2">{t('pages.matters.layers.none')}</Typography>;
  return (
    <ScrollTable caption={t('pages.matters.layers.caption')} minWidth={480}>
      <TableHead>
        <TableRow>
          {(['level', 'says', 'by', 'at'] as const).map((column) => (
            <TableCell key={column} scope="col">
              {t(`pages.matters.layers.${column}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {layers.map((layer) => (
          <TableRow key={layer.tenantId}>
            <TableCell component="th" scope="row">
              {word('TenantLevel', layer.level)}
            </TableCell>
            <TableCell>
              <Says layer={layer} />
            </TableCell>
            <TableCell>{layer.setBy}</TableCell>
            <TableCell>{formatDay(layer.setAt)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </ScrollTable>
  );
};

const MatterFacts = ({ matter }: { readonly matter: Matter }) => {
  const t = useText();
  const word = useMarkWords();
  const label = (field: keyof typeof zhCN.pages.matters.fields) => t(`pages.matters.fields.${field}` as TextKey);
  return (
    <Facts
      facts={[
        { label: label('code'), value: matter.code },
        { label: label('category'), value: <EnumText of="MatterCategory" value={matter.category} /> },
        { label: label('draftedBy'), value: <EnumText of="Decider" value={matter.draftedBy} /> },
        { label: label('deciderSource'), value: <EnumText of="DeciderSource" value={matter.deciderSource} /> },
        ...CHANGEABLE.map((field) => ({ label: label(field), value: word(field, matter[field]) })),
        { label: label('basis'), value: matter.basis },
      ]}
    />
  );
};

interface PartProps {
  readonly matter: Matter;
  /** What this level was handed: as it would be without its own word. */
  readonly above: MatterType;
  readonly own: Layer | undefined;
  readonly onDone: () => void;
}

const ChangeForm = ({ above, own, onDone }: PartProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(SetMatterTypeMutation);
  const said = (own?.patch ?? {}) as Readonly<Record<string, unknown>>;
  const initial = Object.fromEntries(CHANGEABLE.map((field) => [field, said[field] ?? null]));
  const submit = async ({ reason, documentNo, ...wanted }: FieldValues) => {
    const input = { ...changeOf(above, wanted), reason, documentNo, expectedVersion: own?.version ?? 0 };
    await mutateAsync({ input: input as Input });
    notify(t('pages.matters.change.done'), { type: 'success' });
    onDone();
  };
  return (
    <Box component="section" aria-label={t('pages.matters.change.title')}>
      <Typography variant="h3">{t('pages.matters.change.title')}</Typography>
      <Typography variant="body2" color="text.secondary">
        {t('pages.matters.change.text')}
      </Typography>
      <ActionForm
        initial={{ ...initial, documentNo: null, reason: null }}
        submitLabel={t('pages.matters.change.submit')}
        onSubmit={submit}
      >
        <MatterMarks type={above} />
        <TextField source="documentNo" label={t('pages.matters.fields.documentNo')} />
        <ReasonField />
      </ActionForm>
    </Box>
  );
};

const DropButton = ({ matter, own, onDone }: Pick<PartProps, 'matter' | 'own' | 'onDone'>) => {
  const t = useText();
  const notify = useNotify();
  const [open, setOpen] = useState(false);
  const { mutateAsync } = useWrite(DropMatterTypeLayerMutation);
  if (!own) return null;
  return (
    <>
      <Button color="error" onClick={() => setOpen(true)}>
        {t('pages.matters.drop.open')}
      </Button>
      {open && (
        <ActionDialog
          title={t('pages.matters.drop.title', { name: matter.nameZh })}
          width="xs"
          onClose={() => setOpen(false)}
        >
          <ActionForm
            initial={{ reason: null }}
            submitLabel={t('pages.matters.drop.submit')}
            isGrave
            onCancel={() => setOpen(false)}
            onSubmit={async ({ reason }) => {
              const input = { code: matter.code, expectedVersion: own.version, reason: String(reason ?? '') };
              await mutateAsync({ input });
              notify(t('pages.matters.drop.done'), { type: 'success' });
              onDone();
            }}
          >
            <ReasonField />
          </ActionForm>
        </ActionDialog>
      )}
    </>
  );
};

interface MatterDialogProps extends Omit<PartProps, 'onDone'> {
  readonly mayChange: boolean;
  readonly onClose: () => void;
}

/** One type: what holds here, what each level says, and what this level may say. */
export const MatterDialog = ({ mayChange, onClose, ...part }: MatterDialogProps) => {
  const t = useText();
  return (
    <ActionDialog title={part.matter.nameZh} width="md" onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <MatterFacts matter={part.matter} />
        <Typography variant="h3">{t('pages.matters.layers.title')}</Typography>
        <Layers layers={part.matter.layers} />
        {mayChange && !part.own?.adds && <ChangeForm {...part} onDone={onClose} />}
        {mayChange && <DropButton {...part} onDone={onClose} />}
      </Box>
    </ActionDialog>
  );
};
