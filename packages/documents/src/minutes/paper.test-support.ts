import { DEFAULT_LIMITS } from '../read/read-limits.js';
import { openZip } from '../read/read-zip.js';
import type { Attendee, MinutesInput, NamedPerson, PaperInput, PaperItem, RecordInput } from './minutes.type.js';

export const person = (name: string, post: string | null = null): NamedPerson => ({ name, post });
export const attendee = (name: string, post: string | null = null, note: string | null = null): Attendee => ({
  name,
  post,
  note,
});

/** An item with every field filled in. */
export function fullItem(over: Partial<PaperItem> = {}): PaperItem {
  return {
    order: 1,
    kind: 'DECISION',
    title: '审定2026年教师培训经费安排方案',
    presenter: person('李明', '副校长'),
    materials: ['经费安排方案（送审稿）', '调研报告'],
    opinions: [
      { ...person('王芳', '党总支副书记'), stance: 'AGREE', text: '建议向薄弱学科倾斜。' },
      { ...person('欧阳建国', '校长'), stance: 'RESERVED', text: '第三项支出需要补充测算。\n其余同意。' },
    ],
    consultation: [{ on: '2026-03-02', who: '书记与校长', text: '充分沟通，无重大分歧' }],
    hearing: [{ on: '2026-02-27', who: '教职工大会', text: '应到86人，实到80人，76人赞成' }],
    expert: [{ on: null, who: '县教研室', text: '方案可行' }],
    voteForm: 'SHOW_OF_HANDS',
    counts: { votesFor: 5, votesAgainst: 0, votesAbstained: 1 },
    tellers: [],
    recused: [{ name: '赵敏', reason: '本人系项目负责人' }],
    result: 'APPROVED_IN_PRINCIPLE',
    discussion: '经费安排符合学校实际，程序完备',
    conclusion: '由教务处修改完善后组织实施',
    responsible: '李明',
    dueOn: '2026-03-31',
    restricted: false,
    ...over,
  };
}

function paperInput(): PaperInput {
  return {
    schoolName: '青禾县民族中学',
    kind: 'PARTY_ORG',
    title: '青禾县民族中学党总支2026年第3次会议',
    number: 3,
    heldOn: '2026-03-05',
    startsAt: '14:30',
    endsAt: '16:45',
    place: '行政楼三楼会议室',
    chair: person('张伟', '党总支书记'),
    recorder: '吴静',
    attendance: {
      present: [
        attendee('张伟', '党总支书记'),
        attendee('欧阳建国', '校长', '14:50到会'),
        attendee('王芳', '党总支副书记'),
      ],
      leave: [attendee('杨丽', '党总支委员', '外出培训')],
      absent: [],
      observers: [attendee('龙军', '副校长')],
      invitees: [attendee('刘洋', '教师代表')],
    },
    items: [fullItem()],
  };
}

export function minutesInput(over: Partial<MinutesInput> = {}): MinutesInput {
  return {
    ...paperInput(),
    issuingBody: '中共青禾县民族中学总支部委员会',
    minutesNo: '3',
    issuer: person('张伟', '党总支书记'),
    issuedOn: '2026-03-06',
    ...over,
  };
}

export function recordInput(over: Partial<RecordInput> = {}): RecordInput {
  return {
    ...paperInput(),
    term: '第二届',
    expected: 8,
    present: 7,
    enteredAfterwards: false,
    chairSigned: { name: '张伟', on: '2026-03-06' },
    recorderSigned: null,
    corrections: [],
    ...over,
  };
}

interface ReadParagraph {
  readonly text: string;
  readonly xml: string;
}

interface ReadPaper {
  readonly part: (name: string) => string;
  readonly paragraphs: readonly ReadParagraph[];
  /** The one paragraph that begins so. */
  readonly find: (start: string) => ReadParagraph;
  readonly text: string;
  /** The value of a field of a form. */
  readonly field: (label: string) => string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};
const decode = (text: string): string => text.replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity] ?? '');

/** Opens a .docx as any reader of zips does, and reads its paragraphs back. */
export function readPaper(bytes: Uint8Array): ReadPaper {
  const parts = openZip(Buffer.from(bytes), DEFAULT_LIMITS);
  const part = (name: string): string => parts(name).toString('utf8');
  const document = part('word/document.xml');
  const paragraphs = [...document.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>|<w:p\/>/gs)].map(([xml]) => read(xml));
  const find = (start: string): ReadParagraph => {
    const found = paragraphs.filter(({ text }) => text.startsWith(start));
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} paragraphs begin with ${start}`);
    return found[0];
  };
  const field = (label: string): string => {
    const row = [...document.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([xml]) =>
      [...xml.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) =>
        [...cell.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([xml]) => read(xml).text).join('\n'),
      ),
    );
    return row.find(([name]) => name === label)?.[1] ?? `no field ${label}`;
  };
  return { part, paragraphs, find, field, text: paragraphs.map(({ text }) => text).join('\n') };
}

function read(xml: string): ReadParagraph {
  const pieces = xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)\/>/g);
  const text = [...pieces].map(([, words, mark]) => (mark ? (mark === 'tab' ? '\t' : '\n') : decode(words ?? '')));
  return { xml, text: text.join('') };
}
