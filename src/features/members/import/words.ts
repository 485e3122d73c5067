import { cleanText, foldText, type Position, type Standing, type Status } from '@/domain';
import { foldHeading } from './fields';

/** True for a mark in a column of marks: x, v, 1, ✓, có. */
export const isMark = (text: string): boolean => /^(x|v|1|\+|✓|✔|√|có|true|yes)$/i.test(text.trim());

/** Nam or nữ; null for anything else. */
export function readSex(text: string): 'male' | 'female' | null {
  const folded = foldText(text);
  if (/^(nam|ong|male|m)$/.test(folded)) return 'male';
  return /^(nu|ba|co|female|f)$/.test(folded) ? 'female' : null;
}

/** A post in the cell; null when the text names none. The Youth Union, the unions and the committee above have secretaries too. */
export function readPosition(text: string): Position | null {
  const folded = foldHeading(text);
  const here = folded.replace(/(pho )?bi thu (doan|dang uy|dang bo|tinh|huyen|thanh|quan|xa|phuong|khoi)\b.*|(pho )?bi thu chi doan\b.*|dang uy vien\b|uv ?bch\b.*/g, ' ');
  if (/\bpho bi thu\b|\bp bi thu\b|^pbt\b/.test(here)) return 'deputy';
  if (/\bbi thu\b|^bt$/.test(here)) return 'secretary';
  if (/\bchi uy\b|\bchi uy vien\b|\buy vien\b|^(cuv|uv|c uv)$/.test(here)) return 'committeeMember';
  return /^(dang vien|dv|khong|-)$/.test(folded) ? 'none' : null;
}

/** What a text says of how a member stands and takes part; `null` when it says nothing of either. */
export interface State {
  readonly standing?: Standing;
  readonly status?: Status;
}

/** [IMP-19] Reads diện, loại đảng viên, tình trạng. A text that counts several kinds at once says nothing. */
export function readState(text: string): State | null {
  const folded = foldHeading(text);
  const probationary = /\bdu bi\b|^(db|dvdb)$/.test(folded);
  const official = /\bchinh thuc\b|^(ct|dvct)$/.test(folded);
  const status = statusIn(folded);
  if ((probationary && official) || (!probationary && !official && status === null)) return null;
  return {
    ...(probationary ? { standing: 'probationary' as const } : official ? { standing: 'official' as const } : {}),
    ...(status === null ? {} : { status }),
  };
}

function statusIn(folded: string): Status | null {
  if (/\bdinh chi\b/.test(folded)) return 'suspended';
  if (/\b(da chuyen|chuyen di|chuyen sinh hoat di|xoa ten|khai tru|tu tran|da mat|qua doi|ra khoi)\b/.test(folded)) return 'left';
  if (/\btam thoi\b/.test(folded)) return /\b(di|noi khac)\b/.test(folded) ? 'temporaryOut' : 'temporaryIn';
  if (/\bmien\b/.test(folded) && !/\b(khong|het|mien (nam|bac|trung|tay|nui))\b/.test(folded)) return 'exempt';
  return /^(dang sinh hoat|sinh hoat|binh thuong|dang hoat dong|hoat dong)$/.test(folded) ? 'active' : null;
}

/**
 * [IMP-11] A name as the book keeps it: NFC, single spaces, no number and no form of address before it; a name all in
 * capitals or all in small letters gets a capital on each word, also after a hyphen or an apostrophe (H'Hen, Y-Bih).
 */
export function readName(text: string): string {
  const name = cleanText(text)
    .replace(/^\d+\s*[.)\-/]\s*/, '')
    .replace(/^(đ\/c|đc|đồng chí)[\s.:]+(?=\S+\s)/i, '')
    .replace(/[\s,;.:]+$/, '');
  const upper = name.toLocaleUpperCase('vi');
  const lower = name.toLocaleLowerCase('vi');
  if (name !== upper && name !== lower) return name;
  return lower.replace(/(^|[\s\-'’(])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('vi'));
}
