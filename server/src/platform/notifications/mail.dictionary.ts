/** Texts of the mails; plain text, so that nothing in a name can be more than a name. */
export const MAIL = {
  subject: (title: string): string => `【治校】${title}`,
  greeting: (name: string): string => `${name}：`,
  open: '请登录后办理：',
  footer: '本邮件由系统自动发送，请勿回复。如不需要邮件提醒，可在“我的通知设置”中关闭。',
  digestSubject: (count: number): string => `【治校】您有 ${count} 条未读通知`,
  digestMore: (count: number): string => `另有 ${count} 条，请登录查看。`,
} as const;
