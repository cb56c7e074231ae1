import { describe, expect, test } from '@jest/globals';
import { readConfig } from './config.js';

const MAIL = {
  ZHIXIAO_PUBLIC_URL: 'https://z.example.cn',
  ZHIXIAO_SMTP_URL: 'smtp://u:p@mail:25',
  ZHIXIAO_MAIL_FROM: 'z@example.cn',
};
const HOOK = {
  ZHIXIAO_PUBLIC_URL: 'https://z.example.cn/',
  ZHIXIAO_WEBHOOK_URL: 'https://bridge.example.cn/hook',
  ZHIXIAO_WEBHOOK_SECRET: 'x'.repeat(32),
};

describe('The settings', () => {
  test('of an installation that sets nothing send nothing out', () => {
    const config = readConfig({});
    expect([config.mail, config.webhook, config.publicUrl]).toEqual([null, null, '']);
    expect(config.attachments).toEqual({ bytes: 20 * 2 ** 20, quotaBytes: 10 * 2 ** 30 });
    expect(config.dailyAt).toBe('08:00');
  });

  test('of mail and webhook are taken together with the address that links begin with', () => {
    expect(readConfig(MAIL).mail).toEqual({ url: 'smtp://u:p@mail:25', from: 'z@example.cn' });
    expect(readConfig({ ...MAIL, ZHIXIAO_MAIL_FROM: '治校 <z@example.cn>' }).mail?.from).toBe('治校 <z@example.cn>');
    expect(readConfig(HOOK)).toMatchObject({
      publicUrl: 'https://z.example.cn',
      webhook: { url: 'https://bridge.example.cn/hook', privateAddresses: false },
    });
    const inside = { ...HOOK, ZHIXIAO_WEBHOOK_URL: 'http://10.1.1.1/hook', ZHIXIAO_WEBHOOK_PRIVATE: '1' };
    expect(readConfig(inside).webhook?.privateAddresses).toBe(true);
  });

  test.each([
    ['mail without a public address', { ...MAIL, ZHIXIAO_PUBLIC_URL: '' }, 'ZHIXIAO_PUBLIC_URL'],
    ['a webhook without a public address', { ...HOOK, ZHIXIAO_PUBLIC_URL: undefined }, 'ZHIXIAO_PUBLIC_URL'],
    ['mail from nobody', { ...MAIL, ZHIXIAO_MAIL_FROM: '' }, 'ZHIXIAO_MAIL_FROM'],
    ['mail from a name alone', { ...MAIL, ZHIXIAO_MAIL_FROM: 'Zhixiao' }, 'ZHIXIAO_MAIL_FROM'],
    ['another mail protocol', { ...MAIL, ZHIXIAO_SMTP_URL: 'http://mail' }, 'ZHIXIAO_SMTP_URL'],
    ['a webhook that is no address', { ...HOOK, ZHIXIAO_WEBHOOK_URL: 'bridge' }, 'ZHIXIAO_WEBHOOK_URL'],
    ['a webhook in the open', { ...HOOK, ZHIXIAO_WEBHOOK_URL: 'http://bridge.example.cn' }, 'https'],
    ['a short secret', { ...HOOK, ZHIXIAO_WEBHOOK_SECRET: 'short' }, '32 characters'],
    ['a time that is none', { ZHIXIAO_DAILY_AT: '24:00' }, 'ZHIXIAO_DAILY_AT'],
    ['a limit that is no number', { ZHIXIAO_ATTACHMENT_MB: 'many' }, 'ZHIXIAO_ATTACHMENT_MB'],
    ['no heartbeat', { ZHIXIAO_LIVE_HEARTBEAT: '0' }, 'ZHIXIAO_LIVE_HEARTBEAT'],
    ['no file at all', { ZHIXIAO_ATTACHMENT_MB: '0' }, 'ZHIXIAO_ATTACHMENT_MB'],
  ])('refuse %s in one line that names the setting and repeats no secret', (_, env, says) => {
    const read = (): unknown => readConfig(env);
    expect(read).toThrow(says);
    expect(read).not.toThrow('u:p@');
  });
});
