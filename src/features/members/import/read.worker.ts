/** Reads a file in a thread of its own, so that the screen goes on moving and the reading can be stopped. */
import { fail } from '@/domain';
import { readFile } from './read-file';

const scope = self as unknown as { onmessage: (event: MessageEvent<File>) => void; postMessage: (message: unknown) => void };

scope.onmessage = ({ data: file }) => {
  readFile(file, (share) => scope.postMessage({ share })).then(
    (result) => scope.postMessage({ result }),
    () => scope.postMessage({ result: fail('gaveUp') }),
  );
};
