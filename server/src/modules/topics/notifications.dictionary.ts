/** What is told of topics. */
export const TOPIC_NOTIFICATIONS = {
  TOPIC_TO_CONFIRM: { title: '有议题待您确定', line: '《{title}》已完成会前准备，待您确定' },
  CONSULTATION_WAITING: { title: '有议题待您会前提出意见', line: '《{title}》待您会前提出意见' },
  OPINION_TO_CONFIRM: { title: '有补录的会前意见待您确认', line: '《{title}》补录了您的会前意见，待您本人确认' },
  OPINION_GIVEN: { title: '对方已提出会前意见', line: '{by}已对《{title}》提出会前意见' },
  COMMUNICATION_TO_SIGN: { title: '有会前沟通记录待您签字', line: '《{title}》的会前沟通记录待您签字' },
  TOPIC_CONFIRMED: { title: '议题已确定上会', line: '《{title}》已由{by}确定上会' },
  TOPIC_HELD_BACK: { title: '议题暂缓上会', line: '《{title}》意见不一致，暂缓上会' },
  TOPIC_RETURNED: { title: '议题被退回', line: '《{title}》被{by}退回' },
  DEPARTURE_TO_ACCEPT: {
    title: '有不按一般要求办理的申请待您同意',
    line: '《{title}》申请不按 {checkId} 一般要求办理',
  },
} as const;
