export { addAttachment, attachmentOf, attachmentUse, BACKUP_FILES, fits, readHere, removeAttachment, retryFile, ROOM, stateOf, takeOffDevice, type AttachmentState, type AttachmentUse, type AttachmentView, type NewAttachment } from './attachments';
export { AttachmentError, type AttachmentReason } from './errors';
export { useAttachments, useAttachmentUse } from './hooks';
export { openPieces, pieceId, piecesHere } from './pieces';
