import { Pagination, type PaginationProps } from 'react-admin';

/** Rows on a page of any list. */
export const PAGE_SIZE = 20;

/** 20 rows a page, 共 N 条; use it as `pagination={<Pager />}` with `perPage={PAGE_SIZE}`. */
export const Pager = (props: PaginationProps) => <Pagination rowsPerPageOptions={[10, 20, 50, 100]} {...props} />;
