export { correctionPrint, knownMinutes, knownReport, knownText, linksOf, minutesPrint, reportLink, reportPrint } from './closed';
export { differenceOf, fitsItself, judge, knownBy, type Difference, type KnownText, type Verdict } from './judge';
export { printFits, qrText, readPrint, shortPrint } from './print';
export { readFileInHand } from './read';
export { formLines } from './text';
export { Unread, type FileFault, type ReadFile, type UnreadReason } from './types';
