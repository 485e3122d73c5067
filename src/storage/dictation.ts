/** Where this device keeps that words may be dictated: outside the book, for it is of the device and not of the cell. There: on; absent: off. */
export const DICTATION = 'so-chi-bo.dictation';
