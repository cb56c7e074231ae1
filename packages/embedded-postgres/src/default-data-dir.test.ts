import { describe, expect, test } from '@jest/globals';
import { defaultDataDir } from './default-data-dir.js';

describe('the data directory', () => {
  test('is the one that ZHIXIAO_DATA_DIR names', () => {
    expect(defaultDataDir({ checkout: '/a', env: { ZHIXIAO_DATA_DIR: '/b' }, uid: 0 })).toBe('/b');
  });
  test('is outside the checkout for root', () => {
    expect(defaultDataDir({ checkout: '/root/zhixiao', env: {}, uid: 0 })).toBe('/var/lib/zhixiao');
  });
  test('is beside the code for everyone else', () => {
    expect(defaultDataDir({ checkout: '/home/li/zhixiao', env: {}, uid: 1000 })).toBe('/home/li/zhixiao/.zhixiao');
  });
});
