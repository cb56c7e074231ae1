import { Title } from 'react-admin';
import { EmptyState } from '../components/index.js';
import { useAbility, useViewer, type Grant } from '../data/index.js';
import { useText } from '../i18n/index.js';
import { CityHome } from './CityHome.js';
import { CountyHome } from './CountyHome.js';
import { OperatorHome } from './OperatorHome.js';
import { SchoolHome } from './SchoolHome.js';

/** Which home: by what the grant reaches and may read, never by the name of a role. */
const Home = ({ grant }: { readonly grant: Grant }) => {
  const t = useText();
  const { can } = useAbility();
  if (!can('read', 'School'))
    return can('read', 'Tenant') ? <OperatorHome /> : <EmptyState title={t('shell.grants.none')} />;
  if (grant.schoolId) return <SchoolHome schoolId={grant.schoolId} />;
  return grant.tenant.level === 'COUNTY' ? <CountyHome /> : <CityHome />;
};

/** The home page of the grant in use. */
export const HomePage = () => {
  const t = useText();
  const grant = useViewer()?.grant;
  return (
    <>
      <Title title={t('home.title')} preferenceKey={false} />
      {grant && <Home grant={grant} />}
    </>
  );
};
