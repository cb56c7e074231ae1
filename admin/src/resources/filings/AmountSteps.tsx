import { AMOUNT_APPROVERS } from '@zhixiao/domain';
import RemoveIcon from '@mui/icons-material/Close';
import { Box, Button, IconButton, Typography } from '@mui/material';
import { BooleanInput, NumberInput } from 'react-admin';
import { useFieldArray } from 'react-hook-form';
import { useText } from '../../i18n/index.js';
import { EnumField } from '../parts/index.js';

/** 大额资金审批: steps of sums, the last one without a limit. There is no default for a sum. */
export const AmountSteps = () => {
  const t = useText();
  const { fields, append, remove } = useFieldArray({ name: 'largeAmounts' });
  return (
    <Box role="group" aria-label={t('resources.rulesOfProcedure.steps.caption')}>
      {fields.length === 0 && <Typography variant="body2">{t('resources.rulesOfProcedure.steps.none')}</Typography>}
      {fields.map(({ id }, index) => (
        <Box key={id} sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}>
          <NumberInput
            source={`largeAmounts.${index}.upTo`}
            label={t('resources.rulesOfProcedure.steps.upTo')}
            helperText={index === fields.length - 1 ? t('resources.rulesOfProcedure.steps.open') : false}
            min={0}
            sx={{ flex: '1 1 140px' }}
          />
          <Box sx={{ flex: '1 1 160px' }}>
            <EnumField
              source={`largeAmounts.${index}.approver`}
              of="AmountApprover"
              values={AMOUNT_APPROVERS}
              label={t('resources.rulesOfProcedure.steps.approver')}
              isRequired
            />
          </Box>
          <BooleanInput
            source={`largeAmounts.${index}.needsTender`}
            label={t('resources.rulesOfProcedure.steps.needsTender')}
            helperText={false}
          />
          <IconButton
            aria-label={t('resources.rulesOfProcedure.steps.remove', { n: index + 1 })}
            onClick={() => remove(index)}
          >
            <RemoveIcon fontSize="small" />
          </IconButton>
        </Box>
      ))}
      <Button onClick={() => append({ upTo: null, approver: 'PARTY_MEETING', needsTender: false })}>
        {t('resources.rulesOfProcedure.steps.add')}
      </Button>
    </Box>
  );
};
