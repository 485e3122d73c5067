import { useEffect, useState } from 'react';
import { useBook } from '@/storage';
import { readHere, type AttachmentView } from '@/storage/attachments';
import { Icon } from '@/ui';
import { useAddress } from './use-address';

/** A small picture of a content; a drawing where it is no photo, or not to be had. Says nothing: its name stands beside it. */
export function Thumb({ bytes, type }: { bytes: Uint8Array<ArrayBuffer> | null; type: string }) {
  const address = useAddress(type === 'image/jpeg' ? bytes : null, type);
  return <span className="files-thumb">{address ? <img src={address} alt="" decoding="async" /> : <Icon name="document" />}</span>;
}

/** The same for a file of the book, once it is on this device. */
export function FileThumb({ file: { id, here, type } }: { file: AttachmentView }) {
  const book = useBook();
  const [bytes, setBytes] = useState<Uint8Array<ArrayBuffer> | null>(null);
  const wanted = here && type === 'image/jpeg';
  useEffect(() => {
    if (!wanted) return;
    let live = true;
    readHere(book, id).then((content) => live && setBytes(content), () => undefined);
    return () => {
      live = false;
    };
  }, [book, id, wanted]);
  return <Thumb bytes={wanted ? bytes : null} type={type} />;
}
