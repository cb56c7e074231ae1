import { useState } from 'react';
import { Box, Button, Typography } from '@mui/material';
import { useNotify } from 'react-admin';
import { checkName } from '../../components/index.js';
import { useWrite } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { ActionDialog, ActionForm, ReasonField } from '../parts/index.js';
import { DepartAtMeetingMutation } from './meeting-acts.graphql.js';
import type { MeetingFinding } from './meeting.graphql.js';

interface DeparturesProps {
  readonly subjectType: 'MEETING' | 'ITEM';
  readonly subjectId: string;
  readonly findings: readonly MeetingFinding[];
}

interface DialogProps extends Pick<DeparturesProps, 'subjectType' | 'subjectId'> {
  readonly checkId: string;
  readonly onClose: () => void;
}

const Dialog = ({ subjectType, subjectId, checkId, onClose }: DialogProps) => {
  const t = useText();
  const notify = useNotify();
  const { mutateAsync } = useWrite(DepartAtMeetingMutation);
  const title = t('resources.topics.departures.requestTitle', { check: checkName(checkId, t) });
  return (
    <ActionDialog title={title} onClose={onClose}>
      <ActionForm
        initial={{ reason: null }}
        submitLabel={t('common.confirm')}
        onCancel={onClose}
        onSubmit={async ({ reason }) => {
          await mutateAsync({ input: { subjectType, subjectId, checkId, reason: String(reason ?? '') } });
          notify(t('resources.topics.departures.done'), { type: 'success' });
          onClose();
        }}
      >
        <Typography variant="body2">{t('resources.topics.departures.text')}</Typography>
        <ReasonField />
      </ActionForm>
    </ActionDialog>
  );
};

/** 一般 is departed from with a reason, which the head accepts: one button for each such check that is not kept. */
export const Departures = ({ findings, ...subject }: DeparturesProps) => {
  const t = useText();
  const [checkId, setCheckId] = useState<string | null>(null);
  const open = findings.filter(({ severity, outcome }) => severity === 'DEFAULT' && outcome === 'FAIL');
  return (
    <Box className="no-print" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {open.map((finding) => (
        <Button key={finding.checkId} size="small" onClick={() => setCheckId(finding.checkId)}>
          {t('resources.topics.departures.requestTitle', { check: checkName(finding.checkId, t) })}
        </Button>
      ))}
      {checkId && <Dialog {...subject} checkId={checkId} onClose={() => setCheckId(null)} />}
    </Box>
  );
};
