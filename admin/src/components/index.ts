/** Parts that every page shares. They hold no rule and fetch nothing but jobs. */
export { CivilDate } from './CivilDate.js';
export { CivilDateInput } from './CivilDateInput.js';
export { EmptyState } from './EmptyState.js';
export { EnumText } from './EnumText.js';
export { ErrorNotice } from './ErrorNotice.js';
export { checkName, clauseText, findingText, type Words } from './finding-text.js';
export { FindingsPanel } from './FindingsPanel.js';
export { JobProgress } from './JobProgress.js';
export { LoadingBlock } from './LoadingBlock.js';
export { Pager, PAGE_SIZE } from './Pager.js';
export { NumberLink, PathLink } from './PathLink.js';
export { DeparturePill, ImportPill, OutcomePill, RolloutPill, SeverityPill } from './pills.js';
export { changeInPoints, RateChange, RateText } from './RateText.js';
export { ScrollTable } from './ScrollTable.js';
export { Section } from './Section.js';
export { StatusPill, type Tone } from './StatusPill.js';
export { useDayShown, useWords } from './use-words.js';
export { useImeValue } from './use-ime-value.js';
