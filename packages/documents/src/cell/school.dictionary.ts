import type { Ownership, PartyOrgType, SchoolStage, ScopeKind } from '@zhixiao/domain';

/** 党组织类型; null is a school without organisation. */
export const ORG_TYPE_WORDS: ReadonlyMap<string, PartyOrgType | null> = new Map<string, PartyOrgType | null>([
  ['党委', 'COMMITTEE'], ['党的基层委员会', 'COMMITTEE'], ['基层党委', 'COMMITTEE'], ['党的委员会', 'COMMITTEE'], ['委员会', 'COMMITTEE'],
  ['党总支', 'GENERAL_BRANCH'], ['总支', 'GENERAL_BRANCH'], ['党总支部', 'GENERAL_BRANCH'], ['总支部', 'GENERAL_BRANCH'], ['总支部委员会', 'GENERAL_BRANCH'], ['党总支部委员会', 'GENERAL_BRANCH'],
  ['党支部', 'BRANCH'], ['支部', 'BRANCH'], ['独立党支部', 'BRANCH'], ['独立支部', 'BRANCH'], ['支部委员会', 'BRANCH'], ['党支部委员会', 'BRANCH'], ['单独党支部', 'BRANCH'],
  ['联合党支部', 'JOINT_BRANCH'], ['联合支部', 'JOINT_BRANCH'], ['联建党支部', 'JOINT_BRANCH'],
  ['未建', null], ['未建立', null], ['未成立', null], ['未设立', null], ['无党组织', null], ['未建党组织', null], ['未组建', null], ['无', null],
]);

/** Canonical Chinese names, as records say them. */
export const ORG_TYPE_NAMES: Readonly<Record<PartyOrgType, string>> = {
  COMMITTEE: '党委',
  GENERAL_BRANCH: '党总支',
  BRANCH: '党支部',
  JOINT_BRANCH: '联合党支部',
};

export const STAGE_WORDS: ReadonlyMap<string, SchoolStage> = new Map<string, SchoolStage>([
  ['幼儿园', 'KINDERGARTEN'], ['学前', 'KINDERGARTEN'], ['学前教育', 'KINDERGARTEN'], ['幼儿', 'KINDERGARTEN'],
  ['小学', 'PRIMARY'], ['完全小学', 'PRIMARY'], ['完小', 'PRIMARY'], ['中心小学', 'PRIMARY'], ['村小', 'PRIMARY'], ['教学点', 'PRIMARY'],
  ['初中', 'JUNIOR'], ['初级中学', 'JUNIOR'], ['普通初中', 'JUNIOR'],
  ['九年一贯', 'NINE_YEAR'], ['九年一贯制', 'NINE_YEAR'], ['九年一贯制学校', 'NINE_YEAR'], ['九年制', 'NINE_YEAR'], ['九年制学校', 'NINE_YEAR'],
  ['完全中学', 'COMPLETE_SECONDARY'], ['完中', 'COMPLETE_SECONDARY'],
  ['高中', 'SENIOR'], ['普通高中', 'SENIOR'], ['高级中学', 'SENIOR'], ['普高', 'SENIOR'],
  ['十二年一贯', 'TWELVE_YEAR'], ['十二年一贯制', 'TWELVE_YEAR'], ['十二年一贯制学校', 'TWELVE_YEAR'], ['十二年制', 'TWELVE_YEAR'],
  ['中职', 'SECONDARY_VOCATIONAL'], ['中等职业学校', 'SECONDARY_VOCATIONAL'], ['中等职业技术学校', 'SECONDARY_VOCATIONAL'], ['职业高中', 'SECONDARY_VOCATIONAL'], ['职高', 'SECONDARY_VOCATIONAL'], ['中专', 'SECONDARY_VOCATIONAL'], ['中等职业', 'SECONDARY_VOCATIONAL'],
  ['特教', 'SPECIAL'], ['特殊教育', 'SPECIAL'], ['特殊教育学校', 'SPECIAL'], ['特校', 'SPECIAL'],
]);

export const OWNERSHIP_WORDS: ReadonlyMap<string, Ownership> = new Map<string, Ownership>([
  ['公办', 'PUBLIC'], ['公立', 'PUBLIC'], ['公', 'PUBLIC'], ['公办学校', 'PUBLIC'], ['教育部门办', 'PUBLIC'], ['公办园', 'PUBLIC'],
  ['民办', 'PRIVATE'], ['私立', 'PRIVATE'], ['民', 'PRIVATE'], ['民办学校', 'PRIVATE'], ['民办园', 'PRIVATE'], ['民办普惠', 'PRIVATE'],
]);

/** 适用类别 as counties write it; the system computes its own and shows the two side by side. */
export const SCOPE_WORDS: ReadonlyMap<string, ScopeKind> = new Map<string, ScopeKind>([
  ['应建', 'IN_SCOPE'], ['适用', 'IN_SCOPE'], ['参照', 'BY_REFERENCE'], ['参照执行', 'BY_REFERENCE'], ['民办', 'OTHER_RULES'], ['按有关规定', 'OTHER_RULES'], ['按有关规定执行', 'OTHER_RULES'], ['战斗堡垒', 'STRONGHOLD_ONLY'], ['发挥战斗堡垒作用', 'STRONGHOLD_ONLY'],
]);
