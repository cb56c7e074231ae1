import { PathLink, RateChange, RateText } from '../components/index.js';
import { useText } from '../i18n/index.js';
import type { Progress } from './home.graphql.js';
import { Kpi } from './KpiCards.js';
import { ADJUSTED_STATES, inScopePath } from './links.js';

/** 完成率 with numerator, denominator and the change since the day compared with. */
export const CompletionCard = ({ progress }: { readonly progress: Progress }) => {
  const t = useText();
  const { completion, completionBefore, compareTo } = progress;
  const note = (
    <>
      {t('home.comparedTo', { date: compareTo })} <RateChange now={completion} before={completionBefore} />
      <br />
      {t('home.cards.completionHelp')}
    </>
  );
  return (
    <Kpi label={t('home.cards.completion')} note={note}>
      <PathLink to={inScopePath({ rolloutState: [...ADJUSTED_STATES] })}>
        <RateText rate={completion} />
      </PathLink>
    </Kpi>
  );
};
