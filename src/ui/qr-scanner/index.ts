export { QrScanner, type QrScannerProps } from './qr-scanner';
export { ScanField, type ScanFieldProps } from './scan-field';
