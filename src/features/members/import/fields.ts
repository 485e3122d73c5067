import { foldText } from '@/domain';

/**
 * What a column of a register may hold. Names may stand in two columns; the sex, the standing and the exemption may be
 * a mark in a column of their own; a birth date may stand in the column of the sex ("Năm sinh: Nam | Nữ").
 */
export const FIELDS = [
  'name',
  'familyName',
  'givenName',
  'birthDate',
  'birthMale',
  'birthFemale',
  'sex',
  'male',
  'female',
  'joinedOn',
  'officialOn',
  'cardNumber',
  'position',
  'job',
  'state',
  'official',
  'probationary',
  'exempt',
  'phone',
  'note',
  'ignore',
] as const;
/** One of {@link FIELDS}; `ignore` is read by nobody. */
export type Field = (typeof FIELDS)[number];

/** A heading or a cell for comparing: no tone marks, no line breaks, no punctuation. */
export function foldHeading(text: string): string {
  return foldText(text.replace(/[.,;:()[\]/\\*"'“”_–—-]+/g, ' '));
}

/** Headings of columns that look like one of ours and are not. */
const OTHERS = /\b(cha|me|bo me|ten bo|vo|chong|con|nguoi|noi (sinh|o|ket nap|vao|cap|cu tru|dang ky|chinh thuc|chuyen)|que|thuong tru|tam tru|ho khau|qd|quyet dinh|bhyt|bhxh|bao hiem|doan vien|vao doan|the cong doan|can cuoc|cccd|cmnd|cmt|chung minh|dinh danh|ho chieu|ngan hang|tai khoan|thuong goi|goi khac|bi danh|cap the|ngay cap|lan 2)\b/;

/** Usual headings, folded by {@link foldHeading}. The first that fits decides, so the narrow ones stand first. */
const HEADINGS: readonly (readonly [Field, RegExp])[] = [
  ['familyName', /^(ho|ho (va )?(ten )?(chu )?(dem|lot)|ho va ten dem|ho va chu)$/],
  ['givenName', /^(ten|ten goi)$/],
  ['name', /^((ho|ho chu dem|ho dem|ho va chu dem|ho va dem) (va )?ten|ho (va )?ten (khai sinh|dang vien|dong chi|cua dang vien|day du|can bo)|ten dang vien|ten khai sinh|ho (va )?ten (ghi |viet |chu ).*|full name|name|dang vien|dong chi)$/],
  ['birthMale', /^(ngay )?(thang )?((nam )?sinh|ns) (cua )?nam$/],
  ['birthFemale', /^(ngay )?(thang )?((nam )?sinh|ns) (cua )?nu$/],
  ['birthDate', /^(ngay )?(thang )?(nam )?sinh( .*)?$|^sinh (ngay|nam)( .*)?$|^(ntns|nt ns|n sinh|ns|date of birth|birthday)$/],
  ['sex', /^(gioi tinh|gioi|phai|nam nu|gioi tinh nam nu|gt|sex|gender)$/],
  ['male', /^(gioi tinh |gioi |phai )?nam$/],
  ['female', /^(gioi tinh |gioi |phai )?nu$/],
  ['exempt', /^((dien |duoc )?mien( .*)?|dang vien (duoc )?mien .*)$/],
  ['officialOn', /^(ngay|thoi gian|thoi diem)( .*)? (chinh thuc|ct)$|^(chuyen|cong nhan)( .*)? chinh thuc$|^vao dang chinh thuc$|^chinh thuc ngay$/],
  ['joinedOn', /^(ngay|thoi gian|thoi diem)( .*)? (vao dang|ket nap|du bi)( .*)?$|^(ngay )?(vao dang|ket nap|vd)( .*)?$|^nam vao dang$/],
  ['official', /^(dang vien )?(chinh thuc|ct|dvct)$/],
  ['probationary', /^(dang vien )?(du bi|dvdb)$/],
  ['cardNumber', /^(so|ma|so hieu|ma so)?( )?(the)( dang( vien)?| dv)?$|^(so|ma|ma so|so hieu) (tdv|dang vien|the dv)$|^so the dang vien .*$/],
  ['position', /^(chuc vu|chuc danh|cv|nhiem vu|trach nhiem)( (hien nay|hien tai|o|trong))* (cong tac )?(dang|chi bo|chi uy|cap uy|trong dang|trong chi bo|trong chi uy|dang hien nay|dang doan the)$|^(chuc vu|cv)$/],
  ['job', /^(chuc vu|chuc danh|cv) .*$|^(chuc danh|chuc nghiep)$|^(cong viec|nghe nghiep|nghe|vi tri)( .*)?$|^(don vi|co quan|noi|bo phan|phong ban|phong|to)( cong tac| lam viec)?$/],
  ['state', /^(dien|loai|doi tuong|tinh trang|trang thai|hinh thuc|phan loai)( (dang vien|sinh hoat|dv|dang))*$|^(chinh thuc du bi|du bi chinh thuc|ct db|db ct)$|^(sinh hoat( dang)?|tu cach dang vien)$/],
  ['phone', /^(so )?(dien thoai|dt|sdt|di dong|dtdd|dt di dong|phone|tel|mobile|zalo)( .*)?$|^so (dt|dien thoai)( .*)?$/],
  ['note', /^(ghi chu|chu thich|chu y|note)( .*)?$/],
];

/** Headings of the running number, which nobody misses. */
const NUMBERING = /^(stt|tt|t t|s t t|so tt|so thu tu|thu tu|so|no|#)$/;

/** True for the heading of a running number, or of nothing. */
export const isNumbering = (heading: string): boolean => heading.trim() === '' || NUMBERING.test(foldHeading(heading));

/** [IMP-13] True for a heading of ID card numbers: such a column is never offered. */
export const isIdNumber = (heading: string): boolean => /\b(can cuoc|cccd|cmnd|cmt|chung minh|dinh danh|ho chieu)\b/.test(foldHeading(heading));

/**
 * [IMP-6] The field that a heading names, or null. `năm` (year) and `nam` (male) fold alike; a year alone is no sex.
 */
export function fieldOfHeading(heading: string): Field | null {
  const folded = foldHeading(heading);
  if (folded === '' || folded.length > 60 || OTHERS.test(folded)) return null;
  const field = HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
  const saysYear = /năm$/i.test(heading.normalize('NFC').trim());
  return saysYear && (field === 'male' || field === 'birthMale') ? null : field;
}
