import { lazy, Suspense } from 'react';
import { AdminContext, AdminUI, CustomRoutes, localStorageStore, Resource } from 'react-admin';
import { Route } from 'react-router';
import { LoadingBlock } from './components/index.js';
import { authProvider, dataProvider, queryClient } from './data/index.js';
import { i18nProvider } from './i18n/index.js';
import {
  AppShell,
  darkTheme,
  ForbiddenPage,
  lightTheme,
  LoginPage,
  NotFoundPage,
  PageGuard,
  StartGate,
} from './layout/index.js';
import { ActivatePage, pages, resources } from './resources/index.js';

const HomePage = lazy(() => import('./dashboard/HomePage.js').then((module) => ({ default: module.HomePage })));

const store = localStorageStore('1', 'zhixiao');

/** The whole admin: the frame, the home pages, and what `resources/index.ts` lists. */
export const App = () => (
  <AdminContext
    dataProvider={dataProvider}
    authProvider={authProvider}
    i18nProvider={i18nProvider}
    queryClient={queryClient}
    store={store}
    theme={lightTheme}
    darkTheme={darkTheme}
  >
    <StartGate>
      <AdminUI
        dashboard={HomePage}
        layout={AppShell}
        loginPage={LoginPage}
        catchAll={NotFoundPage}
        accessDenied={ForbiddenPage}
        loading={LoadingBlock}
        requireAuth
        disableTelemetry
      >
        {resources.map(({ name, icon, list, show, create, edit, recordRepresentation }) => (
          <Resource key={name} {...{ name, icon, list, show, create, edit, recordRepresentation }} />
        ))}
        <CustomRoutes>
          {pages.map(({ path, page: Page, can }) => (
            <Route
              key={path}
              path={`/${path}`}
              element={
                <PageGuard can={can}>
                  <Page />
                </PageGuard>
              }
            />
          ))}
        </CustomRoutes>
        <CustomRoutes noLayout>
          <Route
            path="/activate"
            element={
              <Suspense fallback={<LoadingBlock />}>
                <ActivatePage />
              </Suspense>
            }
          />
        </CustomRoutes>
      </AdminUI>
    </StartGate>
  </AdminContext>
);
