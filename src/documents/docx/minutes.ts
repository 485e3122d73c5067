import { minutesForm, type MinutesFormInput } from '../kinds/minutes';
import { documentDocx } from './document';

/** What a minutes document is made of. */
export type MinutesDocxInput = MinutesFormInput;

/** Minutes as a Word file. @returns the bytes of the .docx */
export const minutesDocx = (input: MinutesDocxInput): Promise<Uint8Array> => documentDocx(minutesForm(input));
