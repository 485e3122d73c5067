export { exchangeFiles } from './exchange';
export { openAttachment, PIECE_PATIENCE, type OpenHow } from './open';
