/** A row that sums up. */
export const TOTAL_ROW =
  /^(?:.{0,12})?(?:小计|合计|总计|共计|累计|总数|汇总)(?:[:(].*)?$|^(?:小\s*计|合\s*计|总\s*计)$/;

/** A line below the table: who signs, notes, the page. */
export const FOOTER_ROW =
  /^(?:填报人|填表人|制表人|制表|经办人|填报单位|填表单位|制表单位|审核人|审核|审批人|复核人|校对|负责人|单位负责人|主要负责人|主要领导|分管领导|分管负责人|联系人|联系电话|填报日期|填报时间|填表日期|填表时间|填表说明|填报说明|说明|备注|注|签字|盖章|打印|第\d+页|共\d+页)(?:\s*[:(]|$|及|\d)/;

/** 截至日期：2023年8月31日 above a table, read without spaces. */
export const AS_OF =
  /(?:截至|截止|时点)(?:日期|时间|时点|到)?:?([\d〇零○一二三四五六七八九十]{2,4}[年./-][\d一二三四五六七八九十]{1,3}(?:[月./-][\d一二三四五六七八九十]{1,3}日?|月)?)/;

/** An identity number or a mobile phone inside some other cell, a remark for instance. */
export const SENSITIVE_TEXT = /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/g;
