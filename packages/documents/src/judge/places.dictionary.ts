/** 苗族侗族自治州 at the end of a division's name. */
export const AUTONOMOUS =
  /(?:(?:各|苗|侗|布依|水|土家|彝|回|藏|蒙古|蒙|壮|瑶|仡佬|满|羌|白|傣|景颇|傈僳|哈尼|拉祜|佤|纳西|独龙|怒|普米|黎|畲|朝鲜|哈萨克|柯尔克孜|柯尔克|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|裕固|保安|东乡|撒拉|土|仫佬|毛南|京|维吾尔|布朗|阿昌|德昂|基诺|塔塔尔|俄罗斯)族?)*自治[州县旗]$/;

export const DIVISION_SUFFIX = /(?:省|市|州|县|区|旗|盟|地区)$/;

/** A city's or prefecture's own schools. */
export const CITY_LEVEL_WORDS: ReadonlySet<string> = new Set([
  '州直',
  '市直',
  '州本级',
  '市本级',
  '本级',
  '直属',
  '州属',
  '市属',
  '州直属',
  '市直属',
  '州直学校',
  '市直学校',
  '直属学校',
  '市级',
  '州级',
]);

/** Ways to write one school, brought to one. In order. */
export const SCHOOL_NAME_FORMS: readonly (readonly [shape: RegExp, form: string])[] = [
  [/第([一二三四五六七八九十百]+)/g, '$1'],
  [/(?:九年一贯制|九年制)(?:学校)?/g, '九年'],
  [/(?:十二年一贯制|十二年制)(?:学校)?/g, '十二年'],
  [/中等(?:职业技术|职业|专业)(?:技术)?学校|职业技术学校|职业高中|职业学校|职中|职高|职校|中职学校|中专/g, '职'],
  [/特殊教育(?:学校)?|特教学校|特校/g, '特'],
  [/初级中学|初中/g, '中'],
  [/高级中学|普通高中|高中/g, '高'],
  [/完全中学|完中/g, '完中'],
  [/中学/g, '中'],
  [/中心(?:完全)?小学|中心完小|中心校|中心小/g, '中心小'],
  [/完全小学|完小|小学校|小学/g, '小'],
  [/幼儿园|幼稚园/g, '幼'],
  [/民族/g, '民'],
  [/实验/g, '实'],
];

/** Left out where the name is still unmistakable without it. */
export const SCHOOL_NAME_FILLERS = /(?:[苗侗水彝回藏壮瑶白]族|布依族|土家族)*(?:镇|乡|街道)|城关|县城/g;
