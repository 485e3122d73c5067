/** Checks a pack file and says what is wrong where, for the person who writes it. */
import * as v from 'valibot';
import { AppraisalRulesSchema, DocumentRulesSchema, FrameSchema, ProcedureSchema } from '@/packs/schema';
import { JsonFault, parsePlaced, placeAt, type Place } from './json-places';

export interface Fault extends Place {
  message: string;
}

const JSON_FAULTS: Record<JsonFault['what'], string> = {
  value: 'Chỗ này phải là một giá trị: chữ trong ngoặc kép, số, true, false, null, [ ] hoặc { }.',
  comma: 'Thiếu dấu phẩy giữa hai mục.',
  colon: 'Thiếu dấu hai chấm sau tên mục.',
  key: 'Tên mục phải đặt trong ngoặc kép.',
  string: 'Chuỗi chữ chưa đóng ngoặc kép, hoặc có ký tự không hợp lệ.',
  end: 'Tệp bị cụt: còn thiếu dấu đóng ngoặc.',
  twice: 'Tên mục này đã có ở trên trong cùng một ngoặc.',
};

/** The schema's own rules, in the words of whoever writes packs. */
const RULES: Record<string, string> = {
  'a line without a source': 'Dòng này chưa có nguồn. Ghi ít nhất một mã nguồn, ví dụ "S00".',
  'not in NFC': 'Chữ tiếng Việt ở đây là dạng tổ hợp rời (không phải Unicode dựng sẵn, NFC). Hãy gõ lại hoặc chuyển mã.',
  'two steps with one id': 'Có hai bước trùng mã "id".',
  'criteria do not add up to the group': 'Điểm các tiêu chí cộng lại không bằng điểm của nhóm.',
  'groups do not add up to the total': 'Điểm các nhóm cộng lại không bằng tổng điểm "total".',
  'bands must fall and end at 0': 'Các mức xếp loại phải giảm dần và mức cuối bắt đầu từ 0.',
  'tiers must fall from the full points': 'Bậc đầu phải bằng điểm tối đa và điểm các bậc phải giảm dần.',
  'only the last tier may have no condition': 'Chỉ bậc cuối cùng mới được không có điều kiện "when".',
  'tiers without evidence to measure': 'Tiêu chí có bậc thì phải có "evidenceKey" để biết đo bằng gì.',
  'two types with one id or code': 'Có hai loại văn bản trùng mã "id" hoặc ký hiệu "code".',
  'a form with two sections or groups of one id': 'Trong mẫu này có hai mục trùng mã "id".',
  'not one form of each kind': 'Mỗi loại mẫu ("kind") phải có đúng một mẫu, mã "id" không trùng nhau.',
  'two criteria with one id, or a band that asks for a criterion that is not there': 'Có hai tiêu chí trùng mã "id", hoặc một mức đòi đạt tối đa ở tiêu chí không có trong khung.',
};

const TYPES: Record<string, string> = {
  string: 'Chỗ này phải là chữ trong ngoặc kép.',
  number: 'Chỗ này phải là số.',
  boolean: 'Chỗ này phải là true hoặc false.',
  array: 'Chỗ này phải là một danh sách [ ].',
  object: 'Chỗ này phải là một mục { }.',
  min_length: 'Chỗ này đang để trống.',
  iso_date: 'Ngày phải viết dạng 2025-10-28.',
  integer: 'Chỗ này phải là số nguyên.',
  min_value: 'Số này quá nhỏ.',
  max_value: 'Số này quá lớn.',
  regex: 'Chữ ở đây không đúng dạng.',
  finite: 'Chỗ này phải là số.',
};

function inWords(issue: v.BaseIssue<unknown>): string {
  const known = RULES[issue.message];
  if (known) return known;
  const name = issue.path?.at(-1)?.key;
  if (issue.received === 'undefined') return `Thiếu mục "${String(name)}".`;
  if (issue.type === 'picklist' || issue.type === 'literal') return `Giá trị ${issue.received} không dùng được. Dùng một trong: ${(issue.expected ?? '').replace(/[()]/g, '').replaceAll(' | ', ', ')}.`;
  return `${TYPES[issue.type] ?? 'Giá trị ở đây không hợp lệ.'} (đang là ${issue.received})`;
}

/** Where a rule about the whole pack is broken: the second of two equal ids. */
function secondId(value: unknown, path: (string | number)[] = [], seen = new Set<string>()): (string | number)[] | null {
  if (value === null || typeof value !== 'object') return null;
  const { id } = value as { id?: unknown };
  const isLine = 'evidence' in value;
  if (isLine && typeof id === 'string') {
    if (seen.has(id)) return [...path, 'id'];
    seen.add(id);
  }
  for (const [name, child] of Object.entries(value)) {
    const found = secondId(child, [...path, Array.isArray(value) ? Number(name) : name], seen);
    if (found) return found;
  }
  return null;
}

/** All that is wrong with a pack's text, in the order of its lines; nothing when it may be used. A pack with `phases` is a procedure, one with `types` names documents, one with `forms` is of the yearly review, any other is a frame. */
export function faultsOf(text: string): Fault[] {
  let json;
  try {
    json = parsePlaced(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return [{ ...placeAt(text, error.offset), message: JSON_FAULTS[error.what] }];
  }
  const has = (name: string): boolean => typeof json.value === 'object' && json.value !== null && name in json.value;
  const result = v.safeParse(has('phases') ? ProcedureSchema : has('types') ? DocumentRulesSchema : has('forms') ? AppraisalRulesSchema : FrameSchema, json.value);
  if (result.success) return [];
  return result.issues
    .map((issue): Fault => {
      const path = issue.path?.map(({ key }) => key as string | number) ?? [];
      const at = (issue.message.startsWith('two ') && secondId(json.value)) || path;
      return { ...json.placeOf(at), message: inWords(issue) };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
