import { askProblem } from '@/crypto/ask-code';
import { sheetProblem } from '@/crypto/sheet-code';
import { isSeriesFrame, SERIES_MARK } from '@/protocol/series';
import { codeProblem } from './code';

/**
 * What a scanned text is. `sheet`: a recovery sheet · `code`: an activation or joining code · `ask`: a blank device that wants to be let in ·
 * `series`: a picture of a book being handed over · `newer`: of a later version of this app · `link`: a web address · `other`.
 */
export type QrKind = 'sheet' | 'code' | 'ask' | 'series' | 'newer' | 'link' | 'other';

/** Tells the kinds of QR code apart that a secretary may hold before the camera, so that a wrong one can be named. */
export function qrKind(text: string): QrKind {
  if (isSeriesFrame(text)) return text.startsWith(SERIES_MARK) ? 'series' : 'newer';
  const [sheet, ask] = [sheetProblem(text), askProblem(text)];
  if (sheet === 'newer' || ask === 'newer') return 'newer';
  if (sheet === null) return 'sheet';
  if (ask === null) return 'ask';
  if (codeProblem(text) === null) return 'code';
  return /^([a-z][a-z\d+.-]*:\/\/|www\.)/i.test(text.trim()) ? 'link' : 'other';
}
