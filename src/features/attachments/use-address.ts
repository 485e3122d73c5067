import { useEffect, useState } from 'react';

/** An address of this page's own for a content, for as long as it is shown. Nothing of it is written down. */
export function useAddress(bytes: Uint8Array<ArrayBuffer> | null, type: string): string | null {
  const [made, setMade] = useState<{ readonly of: Uint8Array; readonly address: string } | null>(null);
  useEffect(() => {
    if (!bytes) return;
    let address: string | null = null;
    let live = true;
    const make = async (): Promise<void> => {
      await Promise.resolve();
      if (!live) return;
      address = URL.createObjectURL(new Blob([bytes], { type }));
      setMade({ of: bytes, address });
    };
    void make();
    return () => {
      live = false;
      if (address) URL.revokeObjectURL(address);
    };
  }, [bytes, type]);
  return made && made.of === bytes ? made.address : null;
}
