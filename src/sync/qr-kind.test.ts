import { describe, expect, it } from 'vitest';
import { fromBase64, newSheet, randomBytes } from '@/crypto';
import { newAskPair, writeAsk } from '@/crypto/ask-code';
import { SeriesWriter } from '@/protocol/series';
import { qrKind } from './qr-kind';

describe('what came before the camera', () => {
  it('is told by what stands in it', async () => {
    expect(qrKind(newSheet())).toBe('sheet');
    expect(qrKind(writeAsk(fromBase64((await newAskPair()).publicKey)))).toBe('ask');
    expect(['7K2M9-PQRST', '7K2M9-PQRST-7K2M9-PQRST'].map(qrKind)).toEqual(['code', 'code']);
    expect(qrKind(new SeriesWriter(randomBytes(900)).frame(1))).toBe('series');
    expect(qrKind('SCBT1/7K2M9PQRST7K2M9P')).toBe('card');
    expect(['SCB7/WHATEVER', 'SCBT2/WHATEVER'].map(qrKind)).toEqual(['newer', 'newer']);
  });

  it('a link, a payment and rubbish are none of ours', () => {
    expect(['https://zalo.me/g/abcdef', 'HTTP://EXAMPLE.VN', 'www.example.vn', 'zalo://qr/p/1'].map(qrKind)).toEqual(['link', 'link', 'link', 'link']);
    expect(['', 'xin chào', '00020101021138540010A00000072701240006970422', '0440-Y5GX-4GNK-4EA0-8X75-AQ33-D9RG-5YD2'].map(qrKind)).toEqual(['other', 'other', 'other', 'other']);
  });
});
