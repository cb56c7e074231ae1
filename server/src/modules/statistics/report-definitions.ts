import type { DefinitionLine } from '@zhixiao/documents';
import { RATE_IDS } from '@zhixiao/domain';
import { DEFINITIONS, GROUP_WORDS, RATE_WORDS, TABLE } from './report.dictionary.js';
import type { ReportGroup } from './report.input.js';

export interface Provenance {
  readonly unit: string;
  readonly asOf: string;
  readonly compareTo: string | null;
  readonly newSince: string;
  readonly groupBy: ReportGroup;
  readonly filter: string;
  readonly exportedBy: string;
  readonly exportedAt: string;
}

/** The 口径 sheet: what is counted how, of which schools, on which days; who took it away, when. */
export function definitionLines(of: Provenance): DefinitionLine[] {
  const { asOf, compareTo, newSince, groupBy, filter, exportedBy, exportedAt } = of;
  return [
    { term: DEFINITIONS.asOf, text: asOf },
    { term: DEFINITIONS.compareTo, text: compareTo ?? DEFINITIONS.none },
    { term: DEFINITIONS.groupBy, text: GROUP_WORDS[groupBy] },
    { term: DEFINITIONS.filters, text: filter },
    { term: DEFINITIONS.reportingUnit, text: of.unit },
    { term: DEFINITIONS.exportedBy, text: exportedBy },
    { term: DEFINITIONS.exportedAt, text: exportedAt },
    { term: DEFINITIONS.counts },
    { term: TABLE.schools, text: DEFINITIONS.schools },
    { term: TABLE.inScope, text: DEFINITIONS.inScope },
    { term: TABLE.byReference, text: DEFINITIONS.byReference },
    { term: TABLE.adjusted, text: DEFINITIONS.adjusted },
    { term: TABLE.newlyAdjusted(newSince), text: DEFINITIONS.newlyAdjusted(newSince) },
    { term: TABLE.hardFindings, text: DEFINITIONS.hardFindings },
    { term: DEFINITIONS.rates },
    ...RATE_IDS.map((id) => ({ term: RATE_WORDS[id].name, text: RATE_WORDS[id].definition })),
    { term: TABLE.change, text: DEFINITIONS.change },
    { term: DEFINITIONS.sheet, text: DEFINITIONS.consistency },
  ];
}
