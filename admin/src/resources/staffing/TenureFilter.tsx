import { addDays } from '@zhixiao/domain';
import { useDayShown } from '../../components/index.js';
import type { SchemaType } from '../../data/index.js';
import { useText } from '../../i18n/index.js';
import { OneSelect, useFilters } from '../parts/index.js';

type Filter = Pick<SchemaType<'AppointmentFilter'>, 'tenureEndsFrom' | 'tenureEndsBefore'>;

const SOON = [30, 60, 90, 180] as const;

/** Two days as one choice. */
const valueOf = ({ tenureEndsFrom, tenureEndsBefore }: Filter): string =>
  `${tenureEndsFrom ?? ''}/${tenureEndsBefore ?? ''}`;

/** 任期届满: tenures that are over, or that end within so many days. A link may ask for other days: then they are named. */
export const TenureFilter = () => {
  const t = useText();
  const today = useDayShown();
  const { values, setFilter } = useFilters<Filter>();
  const known: readonly (Filter & { readonly text: string })[] = [
    { text: t('resources.appointments.filters.over'), tenureEndsBefore: today },
    ...SOON.map((count) => ({
      text: t('resources.appointments.filters.inDays', { count }),
      tenureEndsFrom: today,
      tenureEndsBefore: addDays(today, count),
    })),
  ];
  const isAsked = Boolean(values.tenureEndsFrom ?? values.tenureEndsBefore);
  const asked = valueOf(values);
  const text = t('resources.appointments.filters.between', {
    from: values.tenureEndsFrom ?? '',
    before: values.tenureEndsBefore ?? '',
  });
  const all = isAsked && !known.some((one) => valueOf(one) === asked) ? [...known, { ...values, text }] : known;
  return (
    <OneSelect
      label={t('resources.appointments.filters.tenureEnds')}
      choices={all.map((one) => ({ value: valueOf(one), text: one.text }))}
      value={isAsked ? asked : undefined}
      onChange={(value) => {
        const [tenureEndsFrom, tenureEndsBefore] = (value ?? '/').split('/').map((day) => day || undefined);
        setFilter({ tenureEndsFrom, tenureEndsBefore });
      }}
    />
  );
};
