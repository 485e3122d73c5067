/** What has to hold of a sheet's XML before the spreadsheet library may see it. */

/** A tag that begins before the last one has ended. */
const BROKEN_TAG = /<[\w/][^<>]*</;
const ROW_OR_CELL = /<(\/?)(?:\w+:)?(row|c)(?=[\s/>])([^<>]*)>/g;

/**
 * [IMP-26] True when tags end before the next begins, and rows and cells do not stand in one another. The library would take a time that grows
 * with the square of their number to find that out.
 */
export function isSound(xml: string): boolean {
  if (BROKEN_TAG.test(xml)) return false;
  let row = 0;
  let cell = 0;
  for (const [, closing, name, attributes = ''] of xml.matchAll(ROW_OR_CELL)) {
    const step = closing === '/' ? -1 : attributes.endsWith('/') ? 0 : 1;
    if (name === 'row') row += step;
    else cell += step;
    if (row < 0 || row > 1 || cell < 0 || cell > 1) return false;
  }
  return true;
}

const NO_ADDRESS = /<(?:\w+:)?c(?=[\s/>])(?![^<>]*\sr=")/;
const letters = (index: number): string => (index >= 26 ? letters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
const indexOf = (column: string): number => [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** [IMP-27] Cells may come without their address; then each stands right of the one before. The library wants an address for every one. */
export function withAddresses(xml: string): string {
  if (!NO_ADDRESS.test(xml)) return xml;
  let row = 0;
  let column = -1;
  return xml.replace(/<((?:\w+:)?)(row|c)(?=[\s/>])([^<>]*)>/g, (tag, prefix: string, name: string, attributes: string) => {
    if (name === 'row') {
      const own = /\sr="(\d+)"/.exec(attributes);
      row = own ? Number(own[1]) : row + 1;
      column = -1;
      return tag;
    }
    const own = /\sr="([A-Z]+)\d+"/.exec(attributes);
    column = own?.[1] ? indexOf(own[1]) : column + 1;
    return own ? tag : `<${prefix}c r="${letters(column)}${row}"${attributes}>`;
  });
}
