import bold from '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf?url';
import italic from '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf?url';
import regular from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?url';

/**
 * The faces of a PDF, as TrueType files. Tinos: the widths of Times New Roman, whole Vietnamese, a licence that lets it be embedded (OFL).
 * The build cuts them down to the letters of `letters.ts`.
 */
export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  readonly italic: Uint8Array;
}

let loading: Promise<PdfFonts> | null = null;

/** Loads the faces, from the precache where there is no network; once. @throws when a file cannot be had */
export function loadFonts(): Promise<PdfFonts> {
  const get = async (url: string): Promise<Uint8Array> => {
    const response = await fetch(url);
    if (!response.ok) throw new Error('font');
    return new Uint8Array(await response.arrayBuffer());
  };
  loading ??= Promise.all([regular, bold, italic].map(get)).then(([one, two, three]) => ({ regular: one!, bold: two!, italic: three! }));
  loading.catch(() => (loading = null));
  return loading;
}
