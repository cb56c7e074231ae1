export const settings = {
  title: '设置',
  text: '%{tenant}的检查口径',
  vacancyDays: '书记、校长空缺提示天数',
  vacancyDaysHelp: '空缺超过该天数时提示',
  countBranch: '不设委员会的党支部计入应建学校',
  countBranchHelp: '《意见》只要求设立委员会的党组织；本地另有规定时打开',
  fileRetentionDays: '导出文件保留天数',
  fileRetentionDaysHelp: '过后清除文件内容，需要时重新导出',
  rebuild: '保存后，各校状况会在后台重新计算，数字可能要过一会儿才更新。',
  done: '设置已保存',
};
