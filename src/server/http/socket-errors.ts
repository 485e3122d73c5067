import type { FastifyServerOptions } from 'fastify';
import type { ErrorCode } from '@/protocol';
import { errorBody } from './errors';

const REFUSED: Readonly<Record<string, readonly [string, ErrorCode]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'tooLarge'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'invalid'],
};

/** What is no HTTP at all, or HTTP with endless headers, or never comes to its end, gets a named refusal too, written straight onto the socket. */
export const answerGarbage: NonNullable<FastifyServerOptions['clientErrorHandler']> = (error, socket) => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code] = REFUSED[error.code ?? ''] ?? ['400 Bad Request', 'invalid'];
  const body = JSON.stringify(errorBody(code));
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
  socket.destroy(error);
};
