import { PathLink } from '../../components/index.js';
import { showPath } from '../../data/index.js';
import { formatDate, useText } from '../../i18n/index.js';
import { Facts } from '../parts/index.js';
import type { ItemProps } from './item-parts.js';

/** 结论: what the meeting made of the item, who is responsible till when, and the decision in the register. */
export const ItemResult = ({ item }: ItemProps) => {
  const t = useText();
  const { result, conclusion, discussion, responsible, dueOn, decidedByName, decision } = item;
  if (!result) return null;
  const none = t('common.none');
  const facts = [
    { label: t('resources.meetings.item.conclusion'), value: conclusion || none },
    ...(discussion ? [{ label: t('resources.meetings.item.discussion'), value: discussion }] : []),
    { label: t('resources.meetings.item.responsible'), value: responsible ?? none },
    { label: t('resources.meetings.item.dueOn'), value: formatDate(dueOn) },
    { label: t('resources.meetings.item.decidedBy'), value: decidedByName ?? none },
  ];
  const register = decision && [
    {
      label: t('resources.meetings.item.decision'),
      value: <PathLink to={showPath('decisions', decision.id)}>{decision.number}</PathLink>,
    },
  ];
  return <Facts facts={[...facts, ...(register ?? [])]} />;
};
