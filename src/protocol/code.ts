/** Letters and digits of codes: no I, L, O, U. Crockford's base 32. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** [ACT-3] Folds a typed code: upper case, no blanks or hyphens, O→0, I and L→1 (the alphabet has none of the three). */
export function foldCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
}
