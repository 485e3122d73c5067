import { askProblem } from '@/crypto/ask-code';
import { sheetProblem } from '@/crypto/sheet-code';
import { readCardText } from '@/domain';
import { isSeriesFrame, SERIES_MARK } from '@/protocol/series';
import { codeProblem } from './code';

/**
 * What a scanned text is. `sheet`: a recovery sheet · `code`: an activation or joining code · `ask`: a blank device that wants to be let in ·
 * `card`: a member's card for the roll · `series`: a picture of a book being handed over · `newer`: of a later version of this app · `link`: a web address · `other`.
 */
export type QrKind = 'sheet' | 'code' | 'ask' | 'card' | 'series' | 'newer' | 'link' | 'other';

/** Tells the kinds of QR code apart that a secretary may hold before the camera, so that a wrong one can be named. */
export function qrKind(text: string): QrKind {
  if (isSeriesFrame(text)) return text.startsWith(SERIES_MARK) ? 'series' : 'newer';
  const card = readCardText(text);
  if (card !== null) return card === 'newer' ? 'newer' : 'card';
  const [sheet, ask] = [sheetProblem(text), askProblem(text)];
  if (sheet === 'newer' || ask === 'newer') return 'newer';
  if (sheet === null) return 'sheet';
  if (ask === null) return 'ask';
  if (codeProblem(text) === null) return 'code';
  return /^([a-z][a-z\d+.-]*:\/\/|www\.)/i.test(text.trim()) ? 'link' : 'other';
}
