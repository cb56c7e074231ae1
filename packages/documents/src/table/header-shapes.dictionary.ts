import type { RosterKind } from './table.type.js';

/** Columns that are dropped where the file is read: numbers, phones, addresses and accounts of a person. */
export const SENSITIVE_HEADER =
  /身份证|证件号|公民身份|居民身份|护照|电话|手机|联系方式|移动号码|家庭住址|住址|家庭地址|通讯地址|银行|卡号|账号|帐号|邮箱|e-?mail|微信|qq|社保/i;

/** Words around a header that add nothing to it. */
export const HEADER_NOISE = /[*※#:。.]|^\d+[、.]|^其中[:,、]?/g;

/** Group headers above a leaf that say whose 名称 or 代码 it is. */
export const GROUP_LEAVES: readonly (readonly [group: RegExp, leaf: RegExp, field: string])[] = [
  [/学校|单位|园所/, /^(名称|全称|校名)$/, 'schoolName'],
  [/学校|单位|园所/, /^(标识码|代码|编码|识别码|机构代码)$/, 'schoolCode'],
  [/区划|地区|县/, /^(名称)$/, 'divisionName'],
  [/区划|地区|县/, /^(代码|编码|标识码)$/, 'divisionCode'],
  [/任职|职务/, /^(起|开始|起始|起始时间|时间|任职)$/, 'startDate'],
  [/任职|职务/, /^(止|结束|终止|截止|免职)$/, 'endDate'],
];

/** Where no alias fits: a telling part of the header, for each kind. */
export const HEADER_PATTERNS: Readonly<Record<RosterKind, readonly (readonly [shape: RegExp, field: string])[]>> = {
  ROSTER: [
    [/一肩挑/, 'combined'],
    [/标识码/, 'schoolCode'],
    [/^(学校|单位).*名称/, 'schoolName'],
    [/^出生/, 'birthMonth'],
    [/^政治面/, 'political'],
    [/党组织.*(类型|设置|形式|类别)/, 'orgType'],
    [/^任.*(时间|日期|年月)$/, 'startDate'],
    [/(免职|离任|卸任).*(时间|日期|年月)$/, 'endDate'],
    [/区划.*(代码|编码)/, 'divisionCode'],
    [/^(县|区|市)[县区市、,()]*(名称)?$/, 'divisionName'],
  ],
  PROGRESS: [
    [/标识码/, 'schoolCode'],
    [/^(学校|单位).*名称/, 'schoolName'],
    [/^思想准备/, 'mark.PREP_IDEOLOGICAL'],
    [/^组织准备/, 'mark.PREP_ORGANISATIONAL'],
    [/^工作准备/, 'mark.PREP_WORK'],
    [/^未启动/, 'mark.NOT_STARTED'],
    [/调整.*(时间|日期|年月)$/, 'adjustedOn'],
    [/^(已|完成)?调整(到位|完成|完毕)?$/, 'mark.ADJUSTED'],
    [/验收$/, 'mark.RUNNING'],
    [/区划.*(代码|编码)/, 'divisionCode'],
    [/^(县|区|市)[县区市、,()]*(名称)?$/, 'divisionName'],
  ],
  SCHOOL_REGISTER: [
    [/标识码/, 'schoolCode'],
    [/^(学校|单位).*名称/, 'schoolName'],
    [/^学段/, 'stage'],
    [/法人/, 'legalPerson'],
    [/党组织.*(类型|形式|类别)/, 'orgType'],
    [/^党员.*(数|人数)/, 'members'],
    [/^班级/, 'classes'],
    [/^(在校)?学生/, 'students'],
    [/^教职工/, 'staff'],
    [/区划.*(代码|编码)/, 'divisionCode'],
    [/^(县|区|市)[县区市、,()]*(名称)?$/, 'divisionName'],
  ],
  MEETINGS: [
    [/标识码/, 'schoolCode'],
    [/^(学校|单位).*名称/, 'schoolName'],
  ],
};
