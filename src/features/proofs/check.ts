import { loadProof } from '@/documents/proof/load';
import type { KnownText, UnreadReason, Verdict } from '@/documents/proof';
import { hashJson, type Book } from '@/storage';
import type { CheckedReceipt } from '@/sync/receipt-file';

/** What came of what a person chose, scanned or typed. */
export type Finding =
  | { readonly what: 'file'; readonly name: string; readonly verdict: Verdict; readonly receipts: readonly CheckedReceipt[] }
  | { readonly what: 'unread'; readonly name: string; readonly reason: UnreadReason }
  | { readonly what: 'print'; readonly print: string; readonly known: KnownText | null; readonly receipts: readonly CheckedReceipt[] }
  | { readonly what: 'receipt'; readonly checked: CheckedReceipt }
  | { readonly what: 'failed' };

const receipts = (): Promise<typeof import('@/sync/receipt-file')> => import('@/sync/receipt-file');
const receiptsFor = async (book: Book, known: KnownText | null): Promise<readonly CheckedReceipt[]> => (known ? (await receipts()).receiptsOf(book, known.id) : []);

/** A receipt is a small text; nothing else of that size is opened as one. */
const SMALL = 4000;

/** A file in hand: a document, or a receipt. */
export async function checkFile(book: Book, known: readonly KnownText[], file: File): Promise<Finding> {
  const { judge, readFileInHand, Unread } = await loadProof();
  try {
    if (file.size <= SMALL) {
      const { checkReceipt, readReceiptText } = await receipts();
      const receipt = readReceiptText(await file.text());
      if (receipt) return { what: 'receipt', checked: await checkReceipt(book, receipt) };
    }
    const verdict = await judge(await readFileInHand(file), known, hashJson);
    return { what: 'file', name: file.name, verdict, receipts: await receiptsFor(book, verdict.is === 'genuine' ? verdict.known : null) };
  } catch (error) {
    return error instanceof Unread ? { what: 'unread', name: file.name, reason: error.reason } : { what: 'failed' };
  }
}

/** What was scanned or typed: a fingerprint, or a receipt; null for anything else. */
export async function checkText(book: Book, known: readonly KnownText[], text: string): Promise<Finding | null> {
  const [{ knownBy, readPrint, shortPrint }, { checkReceipt, readReceiptText }] = await Promise.all([loadProof(), receipts()]);
  const receipt = readReceiptText(text);
  if (receipt) return { what: 'receipt', checked: await checkReceipt(book, receipt) };
  const print = readPrint(text);
  if (!print) return null;
  const found = knownBy(known, print.digits);
  return { what: 'print', print: shortPrint(print.digits), known: found, receipts: await receiptsFor(book, found) };
}
