import type { Membership, Sex } from '@zhixiao/domain';

export const SEX_WORDS: ReadonlyMap<string, Sex> = new Map<string, Sex>([
  ['男', 'MALE'],
  ['男性', 'MALE'],
  ['男士', 'MALE'],
  ['m', 'MALE'],
  ['male', 'MALE'],
  ['女', 'FEMALE'],
  ['女性', 'FEMALE'],
  ['女士', 'FEMALE'],
  ['f', 'FEMALE'],
  ['female', 'FEMALE'],
]);

/** As records say it. */
export const SEX_NAMES: Readonly<Record<Sex, '男' | '女'>> = { MALE: '男', FEMALE: '女' };

interface Political {
  readonly text: string;
  readonly membership: Membership;
}

const full: Political = { text: '中共党员', membership: 'FULL' };
const probationary: Political = { text: '预备党员', membership: 'PROBATIONARY' };
const masses: Political = { text: '群众', membership: 'MASSES' };
const youth: Political = { text: '共青团员', membership: 'MASSES' };
const independent: Political = { text: '无党派人士', membership: 'MASSES' };
const party = (text: string): Political => ({ text, membership: 'DEMOCRATIC_PARTY' });

/** 政治面貌 by the words in use. */
export const POLITICAL_WORDS: ReadonlyMap<string, Political> = new Map<string, Political>([
  ['中共党员', full],
  ['党员', full],
  ['正式党员', full],
  ['中共正式党员', full],
  ['中国共产党党员', full],
  ['共产党员', full],
  ['中共', full],
  ['中共党员(正式)', full],
  ['党员(正式)', full],
  ['预备党员', probationary],
  ['中共预备党员', probationary],
  ['中共党员(预备)', probationary],
  ['党员(预备)', probationary],
  ['预备', probationary],
  ['中共党员(预备党员)', probationary],
  ['群众', masses],
  ['普通群众', masses],
  ['非党员', masses],
  ['非党', masses],
  ['非中共党员', masses],
  ['入党积极分子', masses],
  ['积极分子', masses],
  ['团员', youth],
  ['共青团员', youth],
  ['中国共产主义青年团团员', youth],
  ['无党派', independent],
  ['无党派人士', independent],
  ['无党派民主人士', independent],
  ['民主党派', party('民主党派')],
  ['民主党派成员', party('民主党派')],
  ['民革', party('民革党员')],
  ['民革党员', party('民革党员')],
  ['民革会员', party('民革党员')],
  ['民盟', party('民盟盟员')],
  ['民盟盟员', party('民盟盟员')],
  ['民建', party('民建会员')],
  ['民建会员', party('民建会员')],
  ['民进', party('民进会员')],
  ['民进会员', party('民进会员')],
  ['农工党', party('农工党党员')],
  ['农工党党员', party('农工党党员')],
  ['农工民主党', party('农工党党员')],
  ['致公党', party('致公党党员')],
  ['致公党党员', party('致公党党员')],
  ['九三', party('九三学社社员')],
  ['九三学社', party('九三学社社员')],
  ['九三学社社员', party('九三学社社员')],
  ['台盟', party('台盟盟员')],
  ['台盟盟员', party('台盟盟员')],
]);
