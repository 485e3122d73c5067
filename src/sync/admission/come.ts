import type { Json } from '@/domain';
import { AdmitAnswer } from '@/protocol';
import { updateSecret, type Book } from '@/storage';
import { Api, ApiError, type Fetch } from '../api';
import { loadConnection, type Connection } from '../connection';

/** Why a device that was let in without a network does not get its token: it waits, or it will not get it any more. */
const WHY: Readonly<Record<string, 'awaiting' | 'admissionOver'>> = { codeUnknown: 'awaiting', codeUsed: 'admissionOver', codeExpired: 'admissionOver' };

/**
 * [ADMIT-8] Gets the token of a device that was let in without a network.
 * @returns the connection as it is from then on
 * @throws ApiError `awaiting` while the old device has not been in touch, `admissionOver`, `revoked` with the cell's word on it
 */
export async function comeIn(book: Book, given: Connection, send?: Fetch): Promise<Connection> {
  const connection = (await loadConnection(book)) ?? given;
  const { admission, base, deviceId, cellId, serverKey } = connection;
  if (connection.token !== '' || !admission) return connection;
  const answer = await new Api(base, null, send).ask(AdmitAnswer, 'POST', '/v1/admit', admission).catch((error: unknown) => {
    const why = error instanceof ApiError ? WHY[error.reason] : undefined;
    throw why ? new ApiError(why) : error;
  });
  // Another server than the one that the old device knows would get to see when and how much the cell writes.
  if (answer.deviceId !== deviceId || answer.cell.id !== cellId || answer.serverKey !== serverKey) throw new ApiError('notServer');
  const { admission: done, ...rest } = { ...connection, token: answer.token };
  void done;
  const same = (before: Json | undefined): boolean => (before as unknown as Connection | undefined)?.deviceId === deviceId;
  return (await updateSecret(book, 'connection', (before: Json | undefined) => (before !== undefined && !same(before) ? before : (rest as unknown as Json)))) as unknown as Connection;
}
