import type { FastifyServerOptions } from 'fastify';
import { errorBody } from './errors';

/** What is no HTTP at all, or HTTP with endless headers, gets a named refusal too, written straight onto the socket. */
export const answerGarbage: NonNullable<FastifyServerOptions['clientErrorHandler']> = (error, socket) => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code] = error.code === 'HPE_HEADER_OVERFLOW' ? (['431 Request Header Fields Too Large', 'tooLarge'] as const) : (['400 Bad Request', 'invalid'] as const);
  const body = JSON.stringify(errorBody(code));
  if (socket.writable) socket.write(`HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
  socket.destroy(error);
};
