export { openAttachment, PIECE_PATIENCE, type OpenHow } from './open';
