export { listFiles, lookAt, piece, putPiece, removeFile, ROOM_PER_CELL } from './files';
