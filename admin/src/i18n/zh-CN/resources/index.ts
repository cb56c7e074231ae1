/** Texts of the resources: one file each, added here under the resource's name. */
export const resources = {};
/** Texts of pages that are no resource: `pages.<name>.title` and what else they say. */
export const pages = {};
