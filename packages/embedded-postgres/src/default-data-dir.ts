import { join } from 'node:path';

export interface DataDirOptions {
  /** The folder of the checkout. */
  checkout: string;
  env?: NodeJS.ProcessEnv;
  /** The user that runs this, as `process.getuid()` gives it. */
  uid?: number;
}

/**
 * Where Zhixiao keeps its data: ZHIXIAO_DATA_DIR, else outside the checkout for root (the database runs as `nobody`, who
 * cannot enter a checkout under /root), else beside the code.
 */
export function defaultDataDir({ checkout, env = process.env, uid = process.getuid?.() }: DataDirOptions): string {
  if (env['ZHIXIAO_DATA_DIR']) return env['ZHIXIAO_DATA_DIR'];
  return uid === 0 ? '/var/lib/zhixiao' : join(checkout, '.zhixiao');
}
