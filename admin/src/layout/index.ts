/** The frame: theme, top bar, menu, title, login, error pages, what interrupts. Its parts ask the ability, never a role. */
export { AppShell } from './AppShell.js';
export { ForbiddenPage, NotFoundPage } from './error-pages.js';
export { LoginPage } from './LoginPage.js';
export { PageGuard } from './PageGuard.js';
export { StartGate } from './StartGate.js';
export { darkTheme, lightTheme } from './theme.js';
