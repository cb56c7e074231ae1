/** What is told of filings. */
export const FILING_NOTIFICATIONS = {
  RULES_SUBMITTED: { title: '有学校报送议事规则待审查备案' },
  RULES_RETURNED: { title: '报送的议事规则被退回' },
  RULES_FILED: { title: '报送的议事规则已备案' },
} as const;
