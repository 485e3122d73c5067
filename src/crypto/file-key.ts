import { fromBase64, randomBytes, toBase64, type Bytes } from './bytes';
import { importKey, open, seal, type SealingKey } from './envelope';

/** Where a piece belongs: which file, which of how many. */
export interface PiecePlace {
  readonly file: string;
  readonly index: number;
  readonly pieces: number;
}

const contextOf = ({ file, index, pieces }: PiecePlace): string => `file.${file}.${index}.${pieces}`;

/** A new file's own key, random, as its record keeps it (base64). */
export const newFileKey = (): string => toBase64(randomBytes(32));

/** Readies a file's key. */
export const openFileKey = (secret: string): Promise<SealingKey> => importKey(fromBase64(secret));

/**
 * [ATTACH-3] Seals a piece of a file under the file's own key, bound to its place. Once, and for good: what lies on the phone, goes up, lies
 * with the server and comes down to another device is the same box, so that a sending that was cut off can go on, from any device.
 */
export const sealPiece = (key: SealingKey, place: PiecePlace, plain: Bytes): Promise<Bytes> => seal(key, plain, contextOf(place));

/** Opens a piece. @throws EnvelopeError `damaged` when it is altered, cut short or another place's */
export const openPiece = (key: SealingKey, place: PiecePlace, box: Uint8Array): Promise<Bytes> => open(key, box, contextOf(place));
