export { documentPdf } from './document';
export { loadFonts, type PdfFonts } from './fonts';
