/**
 * The admin's data: session, rights, documents, day shown, resources. The only door to the server.
 *
 * How a resource is made (`src/resources/<name>/`):
 * 1. `<thing>.graphql.ts`: documents written with `graphql()` from here, each operation with a name of its own, exported.
 *    Only files of that name are collected into schema/operations.json, the list that deployments accept. Types of rows come
 *    from the documents (`ResultOf`, `FragmentOf`; fragments are not masked).
 * 2. `<thing>-adapter.ts`: a `ResourceAdapter` whose functions call `execute(Document, variables, { signal })` and return
 *    `{ nodes, totalCount }`. Filters keep the names of the schema's filter input, so that `listPath('schools', { filter })`
 *    is a link to any list; `asOf` comes with the request: pass it on.
 * 3. Pages (`SchoolList.tsx`, …), loaded by `lazy()`, and in `index.ts` one exported `AdminResource` (or `AdminPage`), which is
 *    added to the lists in `src/resources/index.ts`. From there come the route, the menu entry and the right to see it.
 * 4. Texts: `src/i18n/zh-CN/resources/<name>.ts` and `src/i18n/en/resources/<name>.ts` (typed from the first), added to
 *    `resources/index.ts` beside them. Labels are `resources.<name>.name` and `resources.<name>.fields.<field>`. No Chinese
 *    elsewhere. Values of closed lists: `<EnumText of="Post" value={post} />`, never a text of one's own.
 * 5. Rights: `useAbility().can('appoint', 'Appointment', record)` or `<Can I a on>`: asked with the record where there is one;
 *    they answer no to every act while a past day is shown. Never a role name.
 * 6. Writes: `useWrite(Mutation)`. It carries the Idempotency-Key (the same on a retry), marks all that was read as stale and
 *    ends a dead session. Show `error` with `<ErrorNotice error={error} />`; a CONFLICT means: reload and show both versions.
 *    Every form calls `useUnsavedForm({ isDirty })`.
 * 7. Reads that are no list: `useOperation(Query, variables)`. Pass `asOf: useAsOf()` in the variables of whatever takes it.
 * 8. Files: `downloadFile(path)` and `uploadForm(path, form, submission)`: a plain link would miss the grant's header.
 * 9. Names that the home pages and the search link to: resources `schools`, `people`, `appointments`, `departures`, `imports`
 *    (`/imports/create` starts one), page `report`. A list's sort fields are the schema's orders in camel case:
 *    `rolloutSince` ASC is ROLLOUT_SINCE_ASC.
 * 10. Links and numbers: real `<a>` (`<NumberLink to={listPath(…)}>`); 20 rows a page; every table with a caption.
 */
export { changeOwnPassword } from './change-own-password.js';
export { Can, useAbility } from './ability.js';
export { MENU_GROUPS, type AdminPage, type AdminResource, type MenuGroup, type Reach } from './admin-resource.js';
export { setAsOf, useAsOf } from './as-of.js';
export { authProvider } from './auth-provider.js';
export { execute } from './client.js';
export { dataProvider } from './data-provider.js';
export { downloadFile, uploadForm } from './files.js';
export { graphql, type FragmentOf, type ResultOf, type SchemaType, type VariablesOf } from './graphql.js';
export { hrefOf, listPath, showPath } from './hrefs.js';
export { useLive } from './live.js';
export { queryClient } from './query-client.js';
export { registerResource, type ResourceAdapter } from './resource-adapter.js';
export type { ScopedRecord } from './scoped-row.js';
export { isServerError } from './server-error.js';
export { forgetViewer, loadViewer, mayBeLoggedIn, useViewer } from './session.js';
export {
  appointmentFields,
  countyFields,
  departureFields,
  findingFields,
  heldPosts,
  lateSchoolFields,
  rateFields,
  type CountyRow,
  type HeldPost,
  type LateSchool,
} from './fragments.graphql.js';
export type { Grant, Viewer } from './session.graphql.js';
export { keepTyped, typedAt } from './typed.js';
export { hasUnsavedForms, useUnsavedForm } from './unsaved.js';
export { useOperation, useWrite } from './use-operation.js';
export { useActivate } from './use-activate.js';
export { uploadAttachment } from './upload-attachment.js';
export { useSwitchGrant } from './use-switch-grant.js';
