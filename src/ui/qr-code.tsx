import { useMemo } from 'react';
import encodeQR from 'qr';

/** A QR picture: dark on white in either theme, since cameras want it so. Nothing is fetched for it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const data = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: dark.join(''), size: data.length };
  }, [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" style={{ inlineSize: '100%', maxInlineSize: '15rem', background: '#fff' }}>
      <path d={path} fill="#000" />
    </svg>
  );
}
