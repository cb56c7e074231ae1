import { startApp } from './start-app.js';

/** One server for the whole run. Where it is and its password go to the tests by the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  const app = await startApp();
  process.env['ZHIXIAO_BROWSER_URL'] = app.url;
  process.env['ZHIXIAO_BROWSER_PASSWORD'] = app.password;
  return app.stop;
}
