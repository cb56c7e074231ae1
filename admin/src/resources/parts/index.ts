/**
 * What several resources are made of: the list page with its conditions, columns and cards, forms that write (with what the
 * server refused at their fields, and both versions of a conflict), dialogs, facts. They know no resource.
 */
export { ActionDialog } from './ActionDialog.js';
export { ActionForm } from './ActionForm.js';
export { attachmentFields } from './attachment.graphql.js';
export { Attachments } from './Attachments.js';
export type { Column } from './column.js';
export { ManySelect, OneSelect, useEnumChoices } from './EnumSelect.js';
export { Facts, type Fact } from './Facts.js';
export { FieldGrid } from './FieldGrid.js';
export { CountField, EnumField, ManyField, ReasonField, TextField, YesNoField } from './fields.js';
export { FileDrop } from './FileDrop.js';
export { FilterBar } from './FilterBar.js';
export { lazyPage } from './lazy-page.js';
export { LinkButton } from './LinkButton.js';
export { ListPage } from './ListPage.js';
export { RowCards } from './RowCards.js';
export { RowTable } from './RowTable.js';
export { StagedFiles } from './StagedFiles.js';
export { TenantSelect } from './TenantSelect.js';
export { useFilters } from './use-filters.js';
export { useKeepTyped, useKeptForm, type KeptForm } from './use-kept-form.js';
export { useIsPhone } from './use-is-phone.js';
export { useTenants, type TenantChoice } from './use-tenants.js';
export { useUploads, type Uploads } from './use-uploads.js';
export { VersionedForm } from './VersionedForm.js';
