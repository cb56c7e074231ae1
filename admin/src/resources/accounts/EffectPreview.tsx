import { decodeTenantId, type Role } from '@zhixiao/domain';
import { Box, Typography } from '@mui/material';
import { useText, type TextKey } from '../../i18n/index.js';
import { zhCN } from '../../i18n/zh-CN/index.js';
import { effectOf } from './giver.js';

const { subjects } = zhCN.resources.audit;
const { actions } = zhCN.resources.roleGrants;

interface EffectPreviewProps {
  readonly role: Role;
  readonly tenantId: string;
}

/** 效果预览: what the person will see and do, before the role is given. */
export const EffectPreview = ({ role, tenantId }: EffectPreviewProps) => {
  const t = useText();
  const tenant = decodeTenantId(tenantId);
  if (tenant === null) return null;
  const effect = [...effectOf(role, tenant)];
  const named = (subject: string) =>
    subject in subjects ? t(`resources.audit.subjects.${subject}` as TextKey) : subject;
  const action = (name: string) => (name in actions ? t(`resources.roleGrants.actions.${name}` as TextKey) : name);
  const reads = effect.filter(([, may]) => may.every((one) => one === 'read')).map(([subject]) => named(subject));
  const acts = effect.filter(([, may]) => may.some((one) => one !== 'read'));
  return (
    <Box sx={{ borderInlineStart: 3, borderColor: 'divider', paddingInlineStart: 1.5, marginBlock: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t('resources.roleGrants.effect')}
      </Typography>
      {reads.length > 0 && (
        <Typography variant="body2">
          {t('resources.roleGrants.reads', { list: reads.join(t('common.listSeparator')) })}
        </Typography>
      )}
      {acts.map(([subject, may]) => (
        <Typography key={subject} variant="body2">
          {t('resources.roleGrants.acts', {
            subject: named(subject),
            list: may.map(action).join(t('common.listSeparator')),
          })}
        </Typography>
      ))}
    </Box>
  );
};
