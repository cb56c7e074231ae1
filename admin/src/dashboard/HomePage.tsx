import { Title } from 'react-admin';
import { useText } from '../i18n/index.js';

/** The home page. */
export const HomePage = () => <Title title={useText()('home.title')} preferenceKey={false} />;
